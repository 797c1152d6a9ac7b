import type { Entry, EntryState, Solution } from './kinds/base.ts'
import type { Answer, PublicPoll, Tally } from './kinds/types.ts'

export { ENTRY_STATES } from './kinds/base.ts'
export type { Entry, EntryState, PollOption, Solution } from './kinds/base.ts'
export { POLL_KINDS } from './kinds/types.ts'
export type { Answer, AnswerOf, PollKind, PollOf, PublicPoll, Tally, TallyOf } from './kinds/types.ts'

/**
 * What goes over the wire between the room server, the phone page and the deck. Types and paths only: all three bundle
 * or import this file, so nothing in it may weigh anything or know a secret.
 */

/** Milliseconds between two `beat` events on an idle stream; a client that misses two of them reconnects. */
export const HEARTBEAT_MS = 15_000

/** `idle` → `open` → `closed` → `revealed`. */
export type Phase = 'idle' | 'open' | 'closed' | 'revealed'

/**
 * `discuss` starts the next round as `reset` does, with time to talk before it opens; `countdown` sets or ends the
 * clock.
 */
export const STAGE_ACTIONS = ['open', 'close', 'reveal', 'hide', 'reset', 'discuss', 'countdown'] as const
export type StageAction = typeof STAGE_ACTIONS[number]

/** A poll as the deck knows it before it has heard of a room. */
export type DeckPoll = PublicPoll & {
  /** Open it on coming to its slide. */
  auto: boolean
  /** Seconds in which it is talked over between two votes. */
  discuss?: number
  /** Id of the poll whose voters are followed to this one. */
  pair?: string
}

/** Voters of one poll who answered another too, and which way they went. */
export interface Moves {
  /** Voters who answered both; never fewer than five. */
  people: number
  /** Those whose answer differs. */
  moved: number
  flows: { from: string, to: string, people: number }[]
}

// --- states ---------------------------------------------------------------------------------------------------------

/** The absolute state that every phone shares. Tally and solution are there only when the room may see them. */
export interface RoomState extends Solution {
  /** Grows with every change that phones are told of, over restarts too; the higher one is the newer. */
  seq: number
  session: string
  poll: PublicPoll | null
  phase: Phase
  /** 1 for the first round of a poll. */
  round: number
  /** Milliseconds left on the clock when this was sent: no two devices agree on the time of day. */
  endsIn?: number
  tally?: Tally
}

/** The state as one phone gets it on joining: with its own ballot in the current round. */
export interface RoomSnapshot extends RoomState {
  mine: Answer | null
}

export interface BallotRequest {
  /** For which session it was meant; one that a phone kept from another is stale. */
  session?: string
  round: number
  answer: Answer
  /**
   * When it was given, milliseconds since 1970 by the phone's clock. A request that the phone has given up may still
   * arrive, after a later one: of two ballots of a phone the one given later stands.
   */
  given?: number
}

/** Sent only after the ballot is on disk. */
export interface BallotReceipt {
  counted: true
  poll: string
  round: number
  /** As it was counted: texts trimmed, equal ones merged. */
  answer: Answer
}

export type ErrorCode
  = | 'bad-request' | 'unauthorized' | 'forbidden' | 'not-found' | 'closed' | 'stale-round' | 'overtaken' | 'conflict'
    | 'too-large' | 'not-json' | 'invalid-answer' | 'too-many' | 'unavailable'

export interface ErrorBody {
  error: { code: ErrorCode, message: string }
  /** With 409 on a ballot: where the room stands now. */
  room?: RoomSnapshot
}

export interface StagePoll extends Solution {
  id: string
  phase: Phase
  round: number
  /** People who answered in this round. */
  answered: number
  /** Of those, on paper. */
  paper?: number
  endsIn?: number
  tally?: Tally
  /** The round before, of a poll that is discussed between two votes, once this one is revealed. */
  earlier?: Tally
  /** From the poll it is paired with to this one, once both are revealed. */
  moves?: Moves
  /** Every entry of a words or questions poll with its state, for the presenter's eyes. */
  entries?: Entry[]
}

export interface StageState {
  /** Grows with every stage event of one server process. */
  seq: number
  session: string
  /** Id of the poll that phones show, if any. */
  current: string | null
  /** Phones connected now. */
  joined: number
  /** What the QR code encodes. */
  joinUrl: string
  polls: Record<string, StagePoll>
}

/** Ballot slips from paper: equal ones together. */
export interface Slip {
  answer: Answer
  people: number
}

/** Replaces all that was entered from paper in that round. */
export interface PaperRequest {
  round: number
  slips: Slip[]
}

export const ballotPath = (poll: string): string => `/api/polls/${encodeURIComponent(poll)}/ballot`
export const actionPath = (poll: string, action: StageAction): string =>
  `/api/stage/polls/${encodeURIComponent(poll)}/${action}`
export const entryPath = (poll: string, entry: string, state: EntryState): string =>
  `/api/stage/polls/${encodeURIComponent(poll)}/entries/${encodeURIComponent(entry)}/${state}`
export const paperPath = (poll: string): string => `/api/stage/polls/${encodeURIComponent(poll)}/paper`
