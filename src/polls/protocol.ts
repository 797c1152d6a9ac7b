import type { Entry, EntryState, Solution } from './kinds/base.ts'
import type { Answer, PublicPoll, Tally } from './kinds/types.ts'

export { ENTRY_STATES } from './kinds/base.ts'
export type { Entry, EntryState, PollOption, Solution } from './kinds/base.ts'
export { POLL_KINDS } from './kinds/types.ts'
export type { Answer, AnswerOf, PollKind, PollOf, PublicPoll, Tally, TallyOf } from './kinds/types.ts'

/**
 * What is sent between the room server, the phone page and the deck. All three import this file, so it holds types and
 * paths only: nothing large, and nothing secret.
 */

/** Time between two `beat` events on an idle stream. A client that misses two of them reconnects. */
export const HEARTBEAT_MS = 15_000

/** `idle` → `open` → `closed` → `revealed`, and where the author knows the answer → `solved`. */
export type Phase = 'idle' | 'open' | 'closed' | 'revealed' | 'solved'

/**
 * `solve` adds the right answer or the record to the results. `discuss` starts the next round as `reset` does, with
 * time to talk before it opens. `countdown` starts or stops the clock.
 */
export const STAGE_ACTIONS = ['open', 'close', 'reveal', 'solve', 'hide', 'reset', 'discuss', 'countdown'] as const
export type StageAction = typeof STAGE_ACTIONS[number]

/** A poll as the deck knows it without a room. */
export type DeckPoll = PublicPoll & {
  /** Whether coming to its slide opens it. */
  auto: boolean
  /** Whether there is a right answer or a record to show after the results. */
  hasAnswer?: boolean
  /** Seconds for a discussion between two votes. */
  discuss?: number
  /** Id of the poll whose voters are followed to this one. */
  pair?: string
}

/** How voters moved between two polls or rounds. */
export interface Moves {
  /** Voters who answered both; at least `MIN_FOLLOWED_VOTERS`. */
  people: number
  /** Those whose answer differs. */
  moved: number
  flows: { from: string, to: string, people: number }[]
}

// --- states ---------------------------------------------------------------------------------------------------------

/** A poll as a phone knows it: from the reveal on with the news that there is an answer to show. */
export type ShownPoll = PublicPoll & { hasAnswer?: boolean }

/** The complete state for all phones. It has tally and solution each only once the room may see it. */
export interface RoomState extends Solution {
  /** Grows with every change that is sent to phones, also over restarts: of two states the higher one is newer. */
  seq: number
  session: string
  poll: ShownPoll | null
  phase: Phase
  /** 1 for the first round of a poll. */
  round: number
  /** Milliseconds left on the clock when this was sent. Not a time of day, on which devices do not agree. */
  endsIn?: number
  tally?: Tally
  /** What the talk is called, where the room was told. */
  title?: string
  /** Phones connected when this was sent; only while there is no question. */
  here?: number
}

/** The state that a phone gets when it joins, with its own ballot in the current round. */
export interface RoomSnapshot extends RoomState {
  mine: Answer | null
}

export interface BallotRequest {
  /** The session that it is for. A ballot that a phone has kept from another session is rejected. */
  session?: string
  round: number
  answer: Answer
  /**
   * When the voter gave it, milliseconds since 1970 by the phone's clock. A request that timed out on the phone may
   * still arrive after a later one: of a phone's ballots the one that was given last counts.
   */
  given?: number
}

/** The reply to a ballot, sent only once the ballot is on disk. */
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
  /** The present state of the room; sent when a ballot is refused with 409. */
  room?: RoomSnapshot
}

/** The state of one poll for the deck and the presenter. */
export interface StagePoll extends Solution {
  id: string
  phase: Phase
  round: number
  /** How many rounds there are, where another than the only one can be shown. */
  rounds?: number
  /** People who answered in this round. */
  answered: number
  /** Of those, on paper. */
  paper?: number
  endsIn?: number
  tally?: Tally
  /** The round before, for a poll with a discussion between two votes, once this round is revealed. */
  earlier?: Tally
  /** How voters moved from the paired poll to this one, once both are revealed. */
  moves?: Moves
  /** The entries of a words or questions poll with their states, as many as a list can hold; only for the presenter. */
  entries?: Entry[]
  /** How many entries there are in each state, also of those that the list does not hold. */
  entryCounts?: Partial<Record<EntryState, number>>
}

/** The complete state for the deck. */
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
  /** Ballots that the session had when the room was started, until the presenter has done something in it. */
  resumed?: number
}

/** Equal ballots from paper. */
export interface Slip {
  answer: Answer
  people: number
}

/** All ballots from paper in a round; they replace those that were entered before. */
export interface PaperRequest {
  round: number
  slips: Slip[]
}

export const ballotPath = (poll: string): string => `/api/polls/${encodeURIComponent(poll)}/ballot`
export const actionPath = (poll: string, action: StageAction): string =>
  `/api/stage/polls/${encodeURIComponent(poll)}/${action}`
export const BEGIN_ANEW_PATH = '/api/stage/begin-anew'
export const roundPath = (poll: string): string => `/api/stage/polls/${encodeURIComponent(poll)}/round`
export const entryPath = (poll: string, entry: string, state: EntryState): string =>
  `/api/stage/polls/${encodeURIComponent(poll)}/entries/${encodeURIComponent(entry)}/${state}`
export const paperPath = (poll: string): string => `/api/stage/polls/${encodeURIComponent(poll)}/paper`
