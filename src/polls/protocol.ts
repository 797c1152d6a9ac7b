import type { Entry, EntryState, Solution } from './kinds/base.ts'
import type { Answer, PollKind, PollOf, PublicPoll, Tally } from './kinds/types.ts'
import type { ReactionsState } from './reactions/reactions.ts'

export { ENTRY_STATES } from './kinds/base.ts'
export type { Entry, EntryState, MergedEntry, PollOption, Solution } from './kinds/base.ts'
export { POLL_KINDS } from './kinds/types.ts'
export type { Answer, AnswerOf, PollKind, PollOf, PublicPoll, Tally, TallyOf } from './kinds/types.ts'

/**
 * What is sent between the room server, the phone page and the deck. All three import this file, so it holds types and
 * paths only: nothing large, and nothing secret.
 */

/** Time between two `beat` events on an idle stream. A client that misses two of them reconnects. */
export const HEARTBEAT_MS = 15_000
/** The same on a stream of the stage: a presenter must know within three seconds that the room does not answer. */
export const STAGE_HEARTBEAT_MS = 1000
/** A stage that has heard nothing for so long takes its connection for dead. */
export const STAGE_SILENCE_MS = 2500

/** `idle` → `open` → `closed` → `revealed`, and where the author knows the answer → `solved`. */
export type Phase = 'idle' | 'open' | 'closed' | 'revealed' | 'solved'

/** What is done to a clock that runs: stop it, let it go on, give it another minute. */
export const CLOCK_ACTIONS = ['pause', 'unpause', 'extend'] as const
export type ClockAction = typeof CLOCK_ACTIONS[number]

/**
 * `solve` adds the right answer or the record to the results. `discuss` starts the next round as `reset` does, with
 * time to talk before it opens. `countdown` starts the clock or takes it away.
 */
export const MOVING_ACTIONS = ['open', 'close', 'reveal', 'solve', 'hide', 'reset', 'discuss', 'countdown'] as const
export type MovingAction = typeof MOVING_ACTIONS[number]

export const STAGE_ACTIONS = [...MOVING_ACTIONS, ...CLOCK_ACTIONS] as const
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

/** Answers, and how many of them were right. */
export interface Score {
  right: number
  of: number
}

/** How one person did in the quizzes whose answer the room has seen. Only that person's phone gets it. */
export interface Card extends Score {
  /** Of those answers, the ones of which the person said that they were sure, or only guessed. */
  sure: Score
  guess: Score
}

/** How well the room knew what it knew. Answers from paper count too. */
export interface Curve {
  sure: Score
  guess: Score
  /** Share of these answers, 0 to 1, that would be right by luck alone. */
  luck: number
}

/** What the room has said so far of how sure it is, and what came of it. */
export interface Calibration {
  /** People who have said at least once how sure they are: never fewer than `MIN_FOLLOWED_VOTERS`. */
  people: number
  /** Quizzes that asked how sure, whose answer the room has seen. */
  questions: number
  /** Answers in them that somebody was sure of. */
  sureAnswers: number
  /** Once it is shown, if there are answers enough for it. */
  curve?: Curve
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
  /** Whether that clock stands still. */
  paused?: true
  tally?: Tally
  /** The board that takes questions at any time, while phones do not show it. */
  ask?: { poll: PollOf<'questions'>, round: number }
  /** What the talk is called, where the room was told. */
  title?: string
  /** Phones connected when this was sent; only while there is no question. */
  here?: number
  /** Whether each phone shows its own card, which it asks for by itself. */
  cards?: true
  /** Whether phones may react now. */
  reactions?: true
}

/** The state that a phone gets when it joins, with its own ballot in the current round. */
export interface RoomSnapshot extends RoomState {
  mine: Answer | null
  /** Its ballot on the board that takes questions at any time; only where `ask` is there. */
  mineAsked?: Answer | null
}

/** The reply to a phone that asks for its card. */
export interface CardReply {
  /** Absent where too few people took part; `of` is 0 where this one has answered nothing. */
  card?: Card
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
  /** Whether that clock stands still. */
  paused?: true
  tally?: Tally
  /** The round before, for a poll with a discussion between two votes, once this round is revealed. */
  earlier?: Tally
  /** How voters moved from the paired poll to this one, once both are revealed. */
  moves?: Moves
  /** Of a quiz, the answers that people were sure of, once the answer is shown; absent for a few. */
  sure?: Score
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
  /** Whether the presenter has shown the room's curve, and phones their cards. */
  cards?: true
  /** Absent for fewer than `MIN_FOLLOWED_VOTERS` people. */
  calibration?: Calibration
  /** Phones connected now. */
  joined: number
  /** What the QR code encodes. */
  joinUrl: string
  /** A short link that leads there, without its scheme; absent where people type the address itself. */
  joinShort?: string
  polls: Record<string, StagePoll>
  /** Absent where the deck wants no reactions. */
  reactions?: ReactionsState
  /** Polls that were typed during the talk, oldest first; absent for none. */
  adhoc?: DeckPoll[]
  /** Ballots that the session had when the room was started, until the presenter has done something in it. */
  resumed?: number
  /** Whether this browser has the key of the wall only, and so may follow and do nothing. */
  readOnly?: true
  /** Polls that were changed since the room was started, as it asks them now; absent for none. */
  edited?: DeckPoll[]
  /** What the room did not take over when `polls.yaml` was changed. */
  refused?: RefusedEdits
}

/** What windows of the deck share over the room. A name that is not here is refused. */
export const SYNC_CHANNELS = ['deck', 'drawings', 'lobby', 'bill', 'clocks'] as const
export type SyncChannel = typeof SYNC_CHANNELS[number]

/** Fields of what the windows share that one of them has changed. */
export interface SyncRequest {
  channel: SyncChannel
  /** The window that sends it, and its how manieth change of the channel: a window ignores the echo of its own. */
  from: string
  n: number
  /** By the clock of the machine that sends it, in milliseconds since 1970. */
  now: number
  /** A field of `null` is taken away. */
  patch: Record<string, unknown>
}

/** A change of what the windows share, as the room sends it on; all of it, for a window that has just come. */
export interface SyncEvent extends SyncRequest {
  /** By the clock of the room. */
  now: number
  /** Milliseconds by which the clock of the room is ahead of the clock that times in the patch are read from. */
  skew: number
}

/** Changes of `polls.yaml` that a running room did not take over, each with one sentence on why and what to do. */
export interface RefusedEdits {
  /** Of the whole file, which cannot be read. */
  file?: string
  /** By id of the poll. */
  polls: Record<string, RefusedEdit>
}

export interface RefusedEdit {
  why: string
  /** The poll that the room goes on with. */
  kept: DeckPoll
}

/** A poll in which people write, as a moderator sees it. */
export interface ModeratedPoll {
  id: string
  kind: PollKind
  question: string
  phase: Phase
  round: number
  /** Whether the room sees what was written. */
  isSeen: boolean
  /** How many entries there are in each state. */
  counts: Partial<Record<EntryState, number>>
}

/** What moderators are told of when anything of it changes; the entries themselves are asked for. */
export interface ModerationState {
  seq: number
  session: string
  /** Id of the poll that phones show, if any. */
  current: string | null
  /** The polls in which people write, in the order of polls.yaml. */
  polls: ModeratedPoll[]
}

/** A part of what people wrote in a poll, those that wait first, then the newest first. */
export interface ModeratedEntries {
  poll: string
  round: number
  entries: Entry[]
  /** How many there are that the search finds; all, where nothing is searched. */
  found: number
  counts: Partial<Record<EntryState, number>>
}

/** A poll that the presenter types during the talk. */
export interface AdhocRequest {
  question: string
  options: string[]
  several?: boolean
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

/** Entries of the poll on phones, beyond those that its tally lists. */
export interface MoreEntries {
  round: number
  entries: Entry[]
}

export const ballotPath = (poll: string): string => `/api/polls/${encodeURIComponent(poll)}/ballot`
export const moreEntriesPath = (poll: string): string => `/api/polls/${encodeURIComponent(poll)}/entries`
export const actionPath = (poll: string, action: StageAction): string =>
  `/api/stage/polls/${encodeURIComponent(poll)}/${action}`
/** Asks a poll that was typed. */
export const ADHOC_PATH = '/api/stage/polls'
/** Shows a poll that was typed over the slide, or puts it away. */
export const adhocShownPath = (poll: string): string => `${ADHOC_PATH}/${encodeURIComponent(poll)}/shown`
export const BEGIN_ANEW_PATH = '/api/stage/begin-anew'
/** The notes of all slides, for the presenter. */
export const NOTES_PATH = '/api/stage/notes'
export const SYNC_PATH = '/api/stage/sync'
/** What a remote audience follows: the state of the wall, and where the deck stands. */
export const FOLLOW_EVENTS_PATH = '/api/follow/events'
export const CARD_PATH = '/api/room/card'
export const CARDS_ACTIONS = ['show', 'hide'] as const
export type CardsAction = typeof CARDS_ACTIONS[number]
export const cardsPath = (action: CardsAction): string => `/api/stage/cards/${action}`
export const roundPath = (poll: string): string => `/api/stage/polls/${encodeURIComponent(poll)}/round`
export const entryPath = (poll: string, entry: string, state: EntryState): string =>
  `/api/stage/polls/${encodeURIComponent(poll)}/entries/${encodeURIComponent(entry)}/${state}`
export const mergePath = (poll: string, entry: string): string =>
  `/api/stage/polls/${encodeURIComponent(poll)}/entries/${encodeURIComponent(entry)}/merge`
export const entriesPath = (poll: string): string => `/api/stage/polls/${encodeURIComponent(poll)}/entries`
export const MODERATION_EVENTS_PATH = '/api/stage/entries/events'
export const paperPath = (poll: string): string => `/api/stage/polls/${encodeURIComponent(poll)}/paper`
