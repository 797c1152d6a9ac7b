import type { ServerResponse } from 'node:http'
import type { EntriesWanted } from '../polls/entries/moderated.ts'
import type { SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { ModeratedEntries, MoreEntries, RoomSnapshot, StageState } from '../polls/protocol.ts'
import type { Ballot, CastResult, Store } from '../polls/store.ts'
import type { AdhocDesk } from './adhocDesk.ts'
import type { Arrivals } from './arrivals.ts'
import type { Broadcast } from './broadcast.ts'
import type { Cards } from './cards.ts'
import type { LiveSession } from './liveSession.ts'
import type { PollActions } from './pollActions.ts'
import type { PollEditor } from './pollEdits.ts'
import type { Reactions } from './reactions.ts'
import type { Results } from './results.ts'
import type { RoundEditor } from './roundEdits.ts'
import { createAdhocDesk } from './adhocDesk.ts'
import { createArrivals } from './arrivals.ts'
import { createAutoClose } from './autoClose.ts'
import { createBroadcast } from './broadcast.ts'
import { createCards } from './cards.ts'
import { openLiveSession } from './liveSession.ts'
import { readEntries } from './moderation.ts'
import { readMoreEntries } from './phoneView.ts'
import { createPollActions } from './pollActions.ts'
import { createPollEditor } from './pollEdits.ts'
import { collectResults } from './results.ts'
import { createRoundEditor } from './roundEdits.ts'

export interface RoomOptions {
  store: Store
  polls: Poll[]
  session: string
  /** Address that the QR code encodes. */
  joinUrl: () => string
  /** A short link to it, for people who type. */
  joinShort?: string | undefined
  /** Ballots that the session has already. */
  resumed?: number
  /**
   * Whether phones may react.
   * @default false
   */
  reactions?: boolean
  /** What the talk is called; phones show it. */
  title?: string | undefined
  /**
   * Phones connected at a time.
   * @default 20000
   */
  maxPhones?: number
  /**
   * How often the number of connected phones is kept at most, in milliseconds.
   * @default 60000
   */
  attendanceEveryMs?: number | undefined
  /** Told of a failure that no request waits for. */
  onError: (error: unknown) => void
}

/** The rules of the room, free of HTTP: what is done to polls, who sees what and when, and who is told. */
export interface Room extends RoundEditor, PollEditor, PollActions, Cards, AdhocDesk {
  /** Name of the session. */
  session: string
  polls: Map<string, Poll>
  reactions: Reactions
  /** Keeps the windows of the deck in step. */
  sync: Broadcast['sync']
  /** Opens an event stream of a deck, a wall or a moderator, which begins with the state as it is. */
  follow: Broadcast['follow']
  snapshot: (voter: string) => Promise<RoomSnapshot>
  /** Opens a phone's event stream, which begins with its own snapshot. */
  join: (response: ServerResponse, voter: string) => Promise<void>
  /** Rejects while the store does not answer. */
  ready: () => Promise<void>
  stageState: () => Promise<StageState>
  /** Resolves once the store has the ballot, or has refused it. */
  cast: (poll: Poll, ballot: Omit<Ballot, 'session' | 'poll'>) => Promise<CastResult>
  /** The round of a poll that stands. */
  roundOf: (poll: Poll) => number
  /** A part of what people wrote in the round that stands; undefined of a poll in which nobody writes. */
  entries: (poll: Poll, wanted: EntriesWanted) => Promise<ModeratedEntries | undefined>
  /** What phones may see of the entries of the poll that they show, beyond its tally. */
  moreEntries: (poll: Poll, count: number) => Promise<MoreEntries | undefined>
  results: () => Promise<Results>
  /** Ends all streams and timers; the store stays open. */
  close: () => void
}

export async function createRoom(options: RoomOptions): Promise<Room> {
  const { store, joinUrl, joinShort, title, maxPhones = 20_000, onError, polls, resumed = 0 } = options
  const session = await openLiveSession(store, polls, options.session)
  const arrivals = createArrivals(session)
  const editor = createPollEditor(session, queueAll)
  const left = untilChanged(session, resumed)
  const { refused, edited } = editor
  const { attendanceEveryMs, reactions: hasReactions = false } = options
  const given = { joinUrl, joinShort, title, maxPhones, attendanceEveryMs, onError, hasReactions }
  const broadcast = createBroadcast(session, { ...given, resumed: left.value, refused, edited })
  const autoClose = createAutoClose(session, {
    publish,
    onFailure(error) {
      onError(error)
      // The poll may be closed already, and only phones not told.
      broadcast.phones.queue()
    },
  })

  function queueAll(): void {
    broadcast.queueAll()
  }
  /** Takes over a state that the store wrote, and tells everybody. */
  async function publish(next: SessionState): Promise<StageState> {
    session.adopt(next)
    autoClose.schedule()
    await broadcast.announce()
    return broadcast.stageState()
  }

  autoClose.schedule()

  return {
    session: session.name,
    polls: session.polls,
    reactions: broadcast.reactions,
    sync: broadcast.sync,
    follow: broadcast.follow,
    ...createRoundEditor(session, publish),
    ...editor,
    ...keepingResumed(createPollActions(session, publish), left),
    ...createCards(session, publish),
    ...createAdhocDesk(session, publish),
    snapshot: broadcast.phones.snapshot,
    join: broadcast.phones.join,
    ready: async () => void await store.session(session.name),
    stageState: broadcast.stageState,
    cast: createCast(session, arrivals, broadcast),
    roundOf: ({ id }) => session.pollState(id).round,
    entries: (poll, wanted) => readEntries(session, arrivals, poll, wanted),
    moreEntries: (poll, count) => readMoreEntries(session, poll, count),
    results: () => collectResults(store, [...session.polls.values()], session.name),
    close() {
      autoClose.stop()
      broadcast.close()
    },
  }
}

/** Takes ballots, and tells those who follow the count. */
function createCast(session: LiveSession, arrivals: Arrivals, { phones, queueStage }: Broadcast): Room['cast'] {
  return async (poll, ballot) => {
    const anytime = 'anytime' in poll && poll.anytime
    const key = { session: session.name, poll: poll.id }
    const result = await session.store.cast({ ...key, ...ballot, ...anytime && { anytime } })
    if (result === 'counted') {
      arrivals.note(poll.id, ballot.round, ballot.answer)
      session.counted(poll.id, ballot.round)
      queueStage()
      // The board of questions is the only tally that phones follow vote by vote.
      if (poll.kind === 'questions' && poll.id === session.state.current)
        phones.queue()
    }
    return result
  }
}

/** Polls are closed unseen at the start, before the presenter was asked whether to go on with that session. */
function keepingResumed(actions: PollActions, left: ReturnType<typeof untilChanged>): PollActions {
  return { ...actions, closeUnseen: shown => left.keepOver(() => actions.closeUnseen(shown)) }
}

/** A number that is 0 as soon as the session has changed, but for changes in the course of `keepOver`. */
function untilChanged(session: LiveSession, value: number) {
  let { seq } = session.state
  const isUnchanged = () => session.state.seq === seq
  return {
    value: () => isUnchanged() ? value : 0,
    async keepOver<T>(work: () => Promise<T>): Promise<T> {
      const isKept = isUnchanged()
      const result = await work()
      if (isKept)
        seq = session.state.seq
      return result
    },
  }
}
