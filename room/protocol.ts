/**
 * What goes over the wire between the room server, the phone page and the deck. Types and paths only: all three bundle
 * or import this file, so nothing in it may weigh anything or know a secret.
 */

/** Milliseconds between two `beat` events on an idle stream; a client that misses two of them reconnects. */
export const BEAT_MS = 15_000

export type PollKind = 'choice'

/** `idle` → `open` → `closed` → `revealed`. */
export type Phase = 'idle' | 'open' | 'closed' | 'revealed'

export const STAGE_ACTIONS = ['open', 'close', 'reveal', 'hide', 'reset'] as const
export type StageAction = typeof STAGE_ACTIONS[number]

/** For `choice`: the ids of the chosen options. */
export type Answer = string[]

export interface PollOption {
  id: string
  text: string
}

/** A poll as a phone may know it: never with the right answer. */
export interface PublicPoll {
  id: string
  kind: PollKind
  question: string
  options: PollOption[]
  /** Whether several options may be chosen. */
  several: boolean
}

export interface Tally {
  /** People who answered; the base of every share, also where several options may be ticked. */
  people: number
  /** Answers by option id, every option present. */
  counts: Record<string, number>
}

/** The absolute state that every phone shares. `tally` and `right` are there only when the room may see them. */
export interface RoomState {
  /** Grows with every change of poll, phase or round, over restarts too; the higher one is the newer. */
  seq: number
  session: string
  poll: PublicPoll | null
  phase: Phase
  /** 1 for the first round of a poll. */
  round: number
  tally?: Tally
  /** Ids of the right options of a quiz, once revealed. */
  right?: Answer
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
}

/** Sent only after the ballot is on disk. */
export interface BallotReceipt {
  counted: true
  poll: string
  round: number
  answer: Answer
}

export type ErrorCode
  = | 'bad-request' | 'unauthorized' | 'forbidden' | 'not-found' | 'closed' | 'stale-round' | 'conflict'
    | 'too-large' | 'not-json' | 'invalid-answer' | 'too-many' | 'unavailable'

export interface ErrorBody {
  error: { code: ErrorCode, message: string }
  /** With 409 on a ballot: where the room stands now. */
  room?: RoomSnapshot
}

export interface StagePoll {
  id: string
  phase: Phase
  round: number
  /** People who answered in this round. */
  answered: number
  tally?: Tally
  right?: Answer
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

export const ballotPath = (poll: string): string => `/api/polls/${encodeURIComponent(poll)}/ballot`
export const actionPath = (poll: string, action: StageAction): string => `/api/stage/polls/${encodeURIComponent(poll)}/${action}`
