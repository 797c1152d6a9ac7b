import type { Answer, Entry, EntryState, PublicPoll, Tally } from '../protocol.ts'
import type { AnswerCount } from '../store.ts'

/** What the presenter has decided about entries, by entry id. */
export type Marks = Readonly<Record<string, EntryState>>

/** An answer as it is kept, or what is wrong with it, as a clause. */
export type ReadAnswer = { answer: Answer } | { fault: string }

/**
 * What differs between the kinds of polls.
 *
 * @typeParam P the poll with everything its author wrote
 */
export interface Kind<P> {
  /** The part that anybody may see at any time. */
  publicPoll: (poll: P) => PublicPoll
  /** Checks an answer against its poll and brings it into the one form in which equal answers are equal. */
  readAnswer: (poll: P, answer: Answer) => ReadAnswer
  /**
   * Counts a round.
   *
   * @param answers equal answers together
   * @param entries all of a kind that takes free text
   */
  tally: (poll: P, answers: AnswerCount[], entries: Entry[]) => Tally
  /** Of a kind that takes free text: every entry, those too that the room may not see. */
  entries?: (poll: P, answers: AnswerCount[], marks: Marks) => Entry[]
}
