/** What polls, answers and tallies of every kind have in common. */

/**
 * What becomes of an entry, a word or question that the room has sent: `waiting` for the presenter's approval, `shown`,
 * in the `spotlight` (one at most), `answered`, or `hidden`.
 */
export const ENTRY_STATES = ['waiting', 'shown', 'spotlight', 'answered', 'hidden'] as const
export type EntryState = typeof ENTRY_STATES[number]

/** An option that can be chosen or put in order. */
export interface PollOption {
  id: string
  text: string
}

export interface BasePoll {
  id: string
  question: string
}

export interface BaseTally {
  /** People who answered; the base of every share, also where several options may be ticked. */
  people: number
  /** How many of them answered on paper, entered by hand; absent for none. */
  paper?: number
}

/** A word or question that the room has sent, once for all who sent the same. */
export interface Entry {
  id: string
  /** As most people wrote it. */
  text: string
  /** People who sent or support it. */
  people: number
  state: EntryState
}

export interface BaseEntriesTally extends BaseTally {
  /** Those that may be seen, most people first; a spotlit one leads, answered ones end the list. */
  entries: Entry[]
}

/** What the author of a poll holds back until the reveal. */
export interface Solution {
  /** Ids of the right options of a quiz. */
  right?: string[]
  /** Low and high end of an estimate's reference, equal where it is one number. */
  reference?: [number, number]
}

/**
 * Equal answers of one round with the number of people who gave them. A poll may have changed in polls.yaml since the
 * vote, so that an answer may be of any shape.
 */
export interface CountedAnswer {
  answer: unknown
  people: number
}

/** An answer as it is kept, or what is wrong with it, as a clause. */
export type CheckedAnswer<A> = { answer: A } | { fault: string }

/** The texts in one answer: those that the voter wrote, and the ids of entries of others that they support. */
export interface WrittenTexts {
  texts: string[]
  supports: string[]
}

/**
 * The rules of one kind of poll, the same for the server, the rehearsal and a deck without a room. Browsers run them
 * too, so they know neither zod nor Node.
 *
 * @typeParam P the poll as everybody may know it
 * @typeParam A the shape of its answers
 * @typeParam T what a round of it is counted to
 */
export interface KindRules<P, A, T> {
  /** Whether an answer has the shape that this kind takes, whatever its values. */
  isAnswer: (answer: unknown) => answer is A
  /** Checks an answer against its poll and brings it into the one form in which equal answers are equal. */
  checkAnswer: (poll: P, answer: unknown) => CheckedAnswer<A>
  /**
   * Counts a round.
   *
   * @param entries what people wrote, grouped; empty for a kind that takes no free text
   */
  tally: (poll: P, answers: CountedAnswer[], entries: Entry[]) => T
  /** What is written in an answer; undefined for a kind that takes no free text, and for an answer that says nothing. */
  textsIn: (answer: unknown) => WrittenTexts | undefined
  /**
   * The answers of which a voter chooses one, so that two votes on them can be set side by side; of a scale its points,
   * the highest first. Undefined for a kind that has none.
   */
  answersToCompare: (poll: P) => PollOption[] | undefined
  /** An answer as it stands in the exported table, and `yes` or `no` where the voter said whether they are sure. */
  exportCells: (answer: A) => [answer: string | number, sure: string]
}

/** Whether an answer is a list, as those of options and of texts are. */
export function isTextList(answer: unknown): answer is string[] {
  return Array.isArray(answer)
}
