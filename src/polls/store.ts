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
  /** Whether it may come at any time: only a poll that phones show, and that is closed there, takes none. */
  anytime?: boolean
}

/**
 * A ballot that was given less than this before the stored one has only arrived late, and does not replace it. A larger
 * difference means that the phone's clock was set back, so the ballot counts.
 */
export const OVERTAKEN_WITHIN_MS = 60_000

export interface StoredBallot extends Omit<Ballot, 'given' | 'anytime'> {
  /** When it was counted last, milliseconds since 1970. */
  at: number
}

/** One voter's ballot in a round that is known. */
export type VoterAnswer = Pick<Ballot, 'voter' | 'answer'>

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
  /** Those from paper too. */
  ballots: number
}

/** How many phones were connected at a moment. */
export interface Attendance {
  /** Milliseconds since 1970. */
  at: number
  people: number
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
  /** The ballot of each voter in a round. */
  roundBallots: (key: RoundKey) => Promise<VoterAnswer[]>
  /** Counts the voters who answered in both rounds by their pair of answers. */
  moves: (from: RoundKey, to: RoundKey) => Promise<Move[]>
  /** All ballots of a session, oldest first. */
  ballots: (session: string) => Promise<StoredBallot[]>
  /** Keeps how many phones are connected, in place of what was kept for the same moment. It begins no session. */
  noteAttendance: (session: string, attendance: Attendance) => Promise<void>
  /** What was kept of that, oldest first; empty for a session that is older than this. */
  attendance: (session: string) => Promise<Attendance[]>
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
