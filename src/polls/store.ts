import type { SessionState } from './phase.ts'
import type { Answer } from './protocol.ts'

/** Equal answers of one round, counted by the store. */
export interface AnswerCount {
  answer: Answer
  people: number
}

/** One round of one poll in one session. */
export interface RoundKey {
  session: string
  poll: string
  round: number
}

export interface Ballot extends RoundKey {
  /** Keyed hash of the voter's id, never the id itself. */
  voter: string
  answer: Answer
  /** When the voter gave it, by their own clock, milliseconds since 1970. */
  given?: number
}

/**
 * Milliseconds by which a ballot that was given earlier than the one that stands is overtaken by it. One from longer
 * ago comes from a clock that was set.
 */
export const OVERTAKEN_WITHIN_MS = 60_000

export interface StoredBallot extends Omit<Ballot, 'given'> {
  /** When it was counted last, milliseconds since 1970. */
  at: number
}

/** People who gave one answer in one round and another, or the same, in a second. */
export interface Move {
  from: Answer
  to: Answer
  people: number
}

export interface SessionInfo {
  name: string
  /** When its first change was made, milliseconds since 1970. */
  began: number
  ballots: number
}

/**
 * `counted` only once the ballot would survive a power cut; `overtaken` when one that the voter gave later stands
 * already.
 */
export type CastResult = 'counted' | 'closed' | 'stale-round' | 'overtaken'

/** Where sessions and ballots are kept. Every implementation passes `tests/room/store.contract.ts`. */
export interface Store {
  session: (name: string) => Promise<SessionState>
  /**
   * Replaces a session's state by `next(state)`, alone: no ballot is judged by a phase that is half changed.
   * What `next` throws is thrown on and nothing is written.
   */
  change: (name: string, next: (state: SessionState) => SessionState) => Promise<SessionState>
  /** Writes a ballot over the one that the voter gave earlier, if the round is open at that moment. */
  cast: (ballot: Ballot) => Promise<CastResult>
  ballotOf: (key: RoundKey, voter: string) => Promise<Answer | null>
  answers: (key: RoundKey) => Promise<AnswerCount[]>
  /** Follows the voters who answered in both rounds. */
  moves: (from: RoundKey, to: RoundKey) => Promise<Move[]>
  /** All ballots of a session, oldest first. */
  ballots: (session: string) => Promise<StoredBallot[]>
  /** Every session that was ever begun, oldest first. */
  sessions: () => Promise<SessionInfo[]>
  /**
   * Erases a session with its ballots, so that nothing of it stays in the file.
   *
   * @returns whether there was one
   */
  forget: (name: string) => Promise<boolean>
  /** Finishes what was accepted, then lets go of the file or connection. */
  close: () => Promise<void>
}

/** The store cannot be opened or written; the message says what to do. */
export class StoreError extends Error {
  override name = 'StoreError'
}
