/** What the polls, answers and tallies of all kinds have in common. */

/**
 * States of an entry, that is of a word or question that the room has sent: `waiting` for the presenter's approval,
 * `shown`, in the `spotlight` (one at most), `answered`, or `hidden`.
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
  /** People who answered. Every share is of these, also where several options may be chosen. */
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
  /** Entries that say the same, merged into this one by a moderator; absent for none. */
  merged?: MergedEntry[]
}

/** An entry that was merged into another one. */
export interface MergedEntry {
  id: string
  text: string
  /** The state that it would have by itself; for moderators only. */
  state?: EntryState
}

export interface BaseEntriesTally extends BaseTally {
  /** The entries that may be seen: the one in the spotlight, the others by people, answered ones last. */
  entries: Entry[]
  /** How many more may be seen than are listed here, which a screen could not hold; absent for none. */
  more?: UnlistedEntries
}

/** Entries that are counted but not listed, by their state. */
export interface UnlistedEntries { shown: number, answered: number }

/** What the author of a poll withholds until the results are shown. */
export interface Solution {
  /** Ids of the right options of a quiz. */
  right?: string[]
  /** Low and high end of an estimate's reference, equal where it is one number. */
  reference?: [number, number]
}

/**
 * Equal answers of one round with the number of people who gave them. An answer may have any shape, since polls.yaml
 * may have been edited after the vote.
 */
export interface CountedAnswer {
  answer: unknown
  people: number
}

/** An answer in the form in which it is stored, or what is wrong with it, such as `choose one option only`. */
export type CheckedAnswer<A> = { answer: A } | { fault: string }

/** The texts that a voter wrote in one answer, and the ids of other people's entries that they support. */
export interface WrittenTexts {
  texts: string[]
  supports: string[]
}

/**
 * The rules of one kind of poll, shared by the server, the rehearsal and a deck without a room. They run in browsers
 * too, so they must not import zod or Node.
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
   * @param poll what was asked
   * @param answers equal ones together
   * @param entries what people wrote, grouped; empty for a kind that takes no free text
   */
  tally: (poll: P, answers: CountedAnswer[], entries: Entry[]) => T
  /** Whether the voter may have more to say than this answer does, which counts all the same; left out for never. */
  isUnfinished?: (poll: P, answer: A) => boolean
  /** The texts of an answer; undefined for a kind that takes no free text, and for an empty answer. */
  textsIn: (answer: unknown) => WrittenTexts | undefined
  /**
   * The answers that two votes are compared by: the options of a choice, or the points of a scale, the highest first.
   * Undefined for a kind in which a voter does not choose one of a few answers.
   */
  answersToCompare: (poll: P) => PollOption[] | undefined
  /** Two cells of the exported table: the answer, and `yes` or `no` where the voter said whether they are sure. */
  exportCells: (answer: A) => [answer: string | number, sure: string]
  /** How answers are judged; left out by a kind in which none is right or wrong. */
  quiz?: QuizRules<P>
}

/** The rules of a kind whose answers are right or wrong. `right` are the ids of its right options. */
export interface QuizRules<P> {
  /** Of an answer of any shape: one that does not fit is wrong. */
  isRight: (poll: P, right: string[], answer: unknown) => boolean
  /** Share of the answers that would be right, 0 to 1, if all were drawn by lot. */
  luck: (poll: P, right: string[]) => number
}

/** Whether an answer is a list, as answers of ids or texts are; its items are not looked at. */
export function isTextList(answer: unknown): answer is string[] {
  return Array.isArray(answer)
}
