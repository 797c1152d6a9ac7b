import type { Random } from '../random.ts'
import type { Entry, Solution } from './base.ts'

/** What each kind of poll provides, apart from its rules (`base.ts`) and its definition (`definition.ts`). */

/** Texts about one kind of poll for the slide and the facilitator guide. */
export interface KindText<P, T> {
  /** What people do, in the facilitator guide: `choose one`. */
  guideLine: (poll: P) => string
  /** What the numbers in the results mean; empty where that is plain. */
  rule: (poll: P) => string
  /** Whether the rule is shown even before there are results. */
  hasRuleFirst: boolean
  /** What the line under the results adds once somebody has answered; empty for nothing. */
  extra: (tally: T) => string
  /** What a mark of the picture stands for: `One block is one person.` Left out where marks are no people. */
  mark?: (tally: T, earlier: T | undefined) => string
  /** What the results come to, as the headline of the slide in place of the question; undefined for nothing to say. */
  finding?: (poll: P, results: ShownResults<T>) => string | undefined
}

/** Results as far as the room may see them. */
export interface ShownResults<T> extends Solution {
  tally: T
  /** The vote before a discussion. */
  earlier?: T | undefined
}

/** What one person of a rehearsed audience bases an answer on. */
export interface RehearsedTurn {
  /** Random numbers of this person in this turn. */
  random: Random
  /** Random numbers that everybody who answers this poll shares, so that some answers are favourites of the crowd. */
  taste: Random
  round: number
  /** This person's last answer to the same question. */
  before: unknown
  /** The entries of a question board that a phone may see. */
  board: Entry[]
}

/** How a rehearsed audience takes part in one kind of poll. Times are milliseconds in a real hall. */
export interface KindRehearsal<P, A> {
  /** Time after which half of a room has answered. */
  medianMs: number
  /** How often one person answers in one round, at most. */
  maxTurns: number
  /** Probability, 0 to 1, that somebody answers once more; without it that depends on how much the person doubts. */
  againShare?: number
  /** Share of people, 0 to 1, who keep their answer after a discussion, or from a poll to the one paired with it. */
  staysShare: number
  /** Whether an answer extends the one before instead of replacing it. */
  buildsOnBefore: boolean
  /** Prepares a turn; each call of the result draws an answer, in the form in which a room stores it. */
  draw: (poll: P, turn: RehearsedTurn) => () => A
  /** Key of the question that is asked: the same for all rounds of a poll, and for polls with the same answers. */
  questionKey: (poll: P, round: number) => string
}
