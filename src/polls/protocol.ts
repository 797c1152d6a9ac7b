import type { Unit } from '../content/evidenceSchema.ts'

/**
 * What goes over the wire between the room server, the phone page and the deck. Types and paths only: all three bundle
 * or import this file, so nothing in it may weigh anything or know a secret.
 */

/** Milliseconds between two `beat` events on an idle stream; a client that misses two of them reconnects. */
export const HEARTBEAT_MS = 15_000

export const POLL_KINDS = ['choice', 'scale', 'estimate', 'words', 'rank', 'questions'] as const
export type PollKind = typeof POLL_KINDS[number]

/** `idle` → `open` → `closed` → `revealed`. */
export type Phase = 'idle' | 'open' | 'closed' | 'revealed'

/**
 * `discuss` starts the next round as `reset` does, with time to talk before it opens; `countdown` sets or ends the
 * clock.
 */
export const STAGE_ACTIONS = ['open', 'close', 'reveal', 'hide', 'reset', 'discuss', 'countdown'] as const
export type StageAction = typeof STAGE_ACTIONS[number]

/**
 * What becomes of an entry, a word or question that the room has sent: `waiting` for the presenter's approval, `shown`,
 * in the `spotlight` (one at most), `answered`, or `hidden`.
 */
export const ENTRY_STATES = ['waiting', 'shown', 'spotlight', 'answered', 'hidden'] as const
export type EntryState = typeof ENTRY_STATES[number]

// --- answers --------------------------------------------------------------------------------------------------------

/** A point on a scale, and whether the voter is sure of it. */
export interface SureAnswer {
  value: number
  sure: boolean
}

/** All that one voter has on a question board: their own questions, and the ids of entries that they support. */
export interface BoardAnswer {
  ask: string[]
  up: string[]
}

/**
 * `choice`: ids of the chosen options. `rank`: ids of all options, best first. `words`: the texts. `estimate`: a
 * number. `scale`: 1 to 5, or with `confidence` a `SureAnswer`. `questions`: a `BoardAnswer`.
 */
export type Answer = string[] | number | SureAnswer | BoardAnswer

// --- polls ----------------------------------------------------------------------------------------------------------

export interface PollOption {
  id: string
  text: string
}

interface Asked {
  id: string
  question: string
}

export interface ChoicePoll extends Asked {
  kind: 'choice'
  options: PollOption[]
  /** Whether several options may be chosen. */
  several: boolean
}

export interface ScalePoll extends Asked {
  kind: 'scale'
  /** What 1 to 5 mean; points between named ones may be empty. */
  labels: string[]
  /** Whether a voter says how sure they are. */
  confidence: boolean
}

export interface EstimatePoll extends Asked {
  kind: 'estimate'
  /** As in the ledger: says how a number is written, and what a reference is converted to. */
  unit: Unit
  /** Bounds of what is plausible; nothing outside is taken. */
  min: number
  max: number
  /** Whether its axis and slider are logarithmic. */
  log: boolean
}

export interface WordsPoll extends Asked {
  kind: 'words'
  /** Texts that one voter may send. */
  max: number
  /** Whether a text is shown only once the presenter has approved it. */
  approve: boolean
}

export interface RankPoll extends Asked {
  kind: 'rank'
  options: PollOption[]
}

export interface QuestionsPoll extends Asked {
  kind: 'questions'
  max: number
  approve: boolean
}

/** A poll as a phone may know it: never with the right answer or the reference value. */
export type PublicPoll = ChoicePoll | ScalePoll | EstimatePoll | WordsPoll | RankPoll | QuestionsPoll

/** A poll as the deck knows it before it has heard of a room. */
export type DeckPoll = PublicPoll & {
  /** Open it on coming to its slide. */
  auto: boolean
  /** Seconds in which it is talked over between two votes. */
  discuss?: number
  /** Id of the poll whose voters are followed to this one. */
  pair?: string
}

/** Characters of one word or phrase, and of one question. */
export const MAX_WORD = 40
export const MAX_QUESTION = 200

// --- tallies --------------------------------------------------------------------------------------------------------

interface Counted {
  /** People who answered; the base of every share, also where several options may be ticked. */
  people: number
  /** How many of them answered on paper, entered by hand; absent for none. */
  paper?: number
}

export interface ChoiceTally extends Counted {
  kind: 'choice'
  /** People by option id, every option present. */
  counts: Record<string, number>
}

export interface ScaleTally extends Counted {
  kind: 'scale'
  /** People by point, `1` to `5`. */
  counts: Record<string, number>
  /** How many of them are sure, where the poll asks. */
  sure?: Record<string, number>
  /** Undefined for nobody. */
  mean?: number
}

export interface EstimateTally extends Counted {
  kind: 'estimate'
  /** People in each of `estimateBins`' equal steps from `min` to `max`. */
  bins: number[]
  /** Undefined for nobody. */
  median?: number
  /** First and third quartile: the room's middle half. */
  middle?: [number, number]
}

export interface RankTally extends Counted {
  kind: 'rank'
  /** Borda points by option id: of n options the first gets n − 1, the last none. */
  counts: Record<string, number>
  /** People who put it first. */
  first: Record<string, number>
}

export interface Entry {
  id: string
  /** As most people wrote it. */
  text: string
  /** People who sent or support it. */
  people: number
  state: EntryState
}

export interface EntriesTally extends Counted {
  kind: 'words' | 'questions'
  /** Those that may be seen, most people first; a spotlit one leads, answered ones end the list. */
  entries: Entry[]
}

export type Tally = ChoiceTally | ScaleTally | EstimateTally | RankTally | EntriesTally

/** What the author of a poll holds back until the reveal. */
export interface Solution {
  /** Ids of the right options of a quiz. */
  right?: string[]
  /** Low and high end of an estimate's reference, equal where it is one number. */
  reference?: [number, number]
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
