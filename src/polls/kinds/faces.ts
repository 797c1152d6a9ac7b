import type { Random } from '../random.ts'
import type { Entry } from './base.ts'

/** The faces that every kind of poll has, beside its rules (`base.ts`) and its definition (`definition.ts`). */

/** What the wall and the facilitator guide say of one kind of poll. */
export interface KindText<P, T> {
  /** What people do, in the facilitator guide: `choose one`. */
  guideLine: (poll: P) => string
  /** What the numbers in the results mean; empty where that is plain. */
  rule: (poll: P) => string
  /** Whether the rule stands under the poll before there are results, too. */
  hasRuleFirst: boolean
  /** What the note adds of a round that somebody answered; empty for nothing. */
  extra: (tally: T) => string
}

/** What the phone page says of one kind of poll. */
export interface KindPhoneText<P, T> {
  /** What its owner is to do while voting is open. */
  prompt: (poll: P) => string
  /** Once an answer was counted and voting goes on, instead of what is said of other polls. */
  counted?: string
  /** Once voting is over, instead of what is said of other polls. */
  closed?: string
  /** What follows the number of people under the results, with its comma. */
  extra?: (tally: T) => string | undefined
}

/** What one person of a rehearsed audience has when they answer. */
export interface RehearsedTurn {
  /** Chance of this person in this turn. */
  random: Random
  /** Chance of the whole crowd, the same for everybody who answers this poll. */
  taste: Random
  round: number
  /** What the person last said to the same question. */
  before: unknown
  /** Entries on a question board, as far as a phone may see them. */
  board: Entry[]
}

/** How a rehearsed audience takes part in one kind of poll. Times are milliseconds at the pace of a real hall. */
export interface KindRehearsal<P, A> {
  /** Time in which half of a room has an answer. */
  medianMs: number
  /** Answers of one person in one round at most. */
  maxTurns: number
  /** Chance that somebody answers once more; undefined for as often as the person doubts. */
  againShare?: number
  /** Share that stays with its answer through a discussion, or from a poll to its pair. */
  staysShare: number
  /** Whether an answer goes on from the one before, rather than replacing it by another. */
  buildsOnBefore: boolean
  /** Draws answers in the form in which a room keeps them. */
  draw: (poll: P, turn: RehearsedTurn) => () => A
  /** Names the question that an answer fits: the same for rounds of one poll, and for polls with the same answers. */
  questionKey: (poll: P, round: number) => string
}
