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
 * A ballot that was given less than this before the stored one has only arrived late, and does not replace it. A larger
 * difference means that the phone's clock was set back, so the ballot counts.
 */
export const OVERTAKEN_WITHIN_MS = 60_000

export interface StoredBallot extends Omit<Ballot, 'given'> {
  /** When it was counted last, milliseconds since 1970. */
  at: number
}

/** How many people gave answer `from` in one round and answer `to`, perhaps the same, in another. */
export interface Move {
  from: Answer
  to: Answer
  people: number
}

export interface SessionInfo {
  name: string
  /** When it was first changed, milliseconds since 1970. */
  began: number
  ballots: number
}

/**
 * `counted` only once the ballot would survive a power cut; `overtaken` when a ballot that the voter gave later is
 * stored already.
 */
export type CastResult = 'counted' | 'closed' | 'stale-round' | 'overtaken'

/** Stores sessions and ballots. Every implementation must pass `tests/room/store.contract.ts`. */
export interface Store {
  session: (name: string) => Promise<SessionState>
  /**
   * Replaces a session's state by `next(state)` in one transaction, so that a ballot is cast in either the old phase or
   * the new one. If `next` throws, nothing is written and the error is passed on.
   */
  change: (name: string, next: (state: SessionState) => SessionState) => Promise<SessionState>
  /** Stores a ballot, in place of the voter's earlier one in the round, if the round is open at that moment. */
  cast: (ballot: Ballot) => Promise<CastResult>
  ballotOf: (key: RoundKey, voter: string) => Promise<Answer | null>
  answers: (key: RoundKey) => Promise<AnswerCount[]>
  /** Counts the voters who answered in both rounds by their pair of answers. */
  moves: (from: RoundKey, to: RoundKey) => Promise<Move[]>
  /** All ballots of a session, oldest first. */
  ballots: (session: string) => Promise<StoredBallot[]>
  /** Every session that was ever begun, oldest first. */
  sessions: () => Promise<SessionInfo[]>
  /**
   * Erases a session with its ballots, so that nothing of it remains in the file.
   *
   * @returns whether there was one
   */
  forget: (name: string) => Promise<boolean>
  /** Finishes pending writes, then closes the file or connection. */
  close: () => Promise<void>
}

/** The store cannot be opened or written; the message says what to do. */
export class StoreError extends Error {
  override name = 'StoreError'
}
