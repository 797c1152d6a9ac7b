import type { ServerResponse } from 'node:http'
import type { SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { RoomSnapshot, StageAction, StageState } from '../polls/protocol.ts'
import type { Ballot, CastResult, Store } from '../polls/store.ts'
import type { LiveSession } from './liveSession.ts'
import type { Results } from './results.ts'
import type { RoundEditor } from './roundEdits.ts'
import type { Streams } from './streams.ts'
import { advance, beginAnew, PhaseConflict, showRound } from '../polls/phase.ts'
import { hasAnswer } from '../polls/pollsFile.ts'
import { createAutoClose } from './autoClose.ts'
import { createBroadcast } from './broadcast.ts'
import { openLiveSession } from './liveSession.ts'
import { collectResults } from './results.ts'
import { createRoundEditor } from './roundEdits.ts'

/** Seconds of discussion where the poll names none. */
const DISCUSS_SECONDS = 120

export interface RoomOptions {
  store: Store
  polls: Poll[]
  session: string
  /** Address that the QR code encodes. */
  joinUrl: () => string
  /** Ballots that the session has already. */
  resumed?: number
  /** What the talk is called; phones show it. */
  title?: string | undefined
  /**
   * Phones connected at a time.
   * @default 20000
   */
  maxPhones?: number
  /** Told of a failure that no request waits for. */
  onError: (error: unknown) => void
}

/** The rules of the room, free of HTTP: what is done to polls, who sees what and when, and who is told. */
export interface Room extends RoundEditor {
  /** Name of the session. */
  session: string
  polls: Map<string, Poll>
  /** Streams of decks and presenter windows. */
  stage: Streams
  snapshot: (voter: string) => Promise<RoomSnapshot>
  /** Opens a phone's event stream, which begins with its own snapshot. */
  join: (response: ServerResponse, voter: string) => Promise<void>
  /** Rejects while the store does not answer. */
  ready: () => Promise<void>
  stageState: () => Promise<StageState>
  /**
   * @param seconds on the clock that the action starts; 0 for no clock, undefined for what the poll says
   * @throws {import('../polls/phase.ts').PhaseConflict} when the action does not fit the poll's phase
   */
  act: (poll: Poll, action: StageAction, seconds?: number) => Promise<StageState>
  /**
   * Shows an earlier round of a poll again, or the last one.
   *
   * @throws {import('../polls/phase.ts').PhaseConflict} while people vote, and where there is no such round
   */
  showRound: (poll: Poll, round: number) => Promise<StageState>
  /** Begins a new round of every poll that was asked. */
  beginAnew: () => Promise<StageState>
  /** Resolves once the store has the ballot, or has refused it. */
  cast: (poll: Poll, ballot: Omit<Ballot, 'session' | 'poll'>) => Promise<CastResult>
  results: () => Promise<Results>
  /** Ends all streams and timers; the store stays open. */
  close: () => void
}

export async function createRoom(options: RoomOptions): Promise<Room> {
  const { store, joinUrl, title, maxPhones = 20_000, onError, polls, resumed = 0 } = options
  const session = await openLiveSession(store, polls, options.session)
  const stillResumed = untilChanged(session, resumed)
  const broadcast = createBroadcast(session, { joinUrl, title, maxPhones, onError, resumed: stillResumed })
  const autoClose = createAutoClose(session, {
    publish,
    onFailure(error) {
      onError(error)
      // The poll may be closed already, and only phones not told.
      broadcast.phones.queue()
    },
  })

  /** Takes over a state that the store wrote, and tells everybody. */
  async function publish(next: SessionState): Promise<StageState> {
    session.adopt(next)
    autoClose.schedule()
    await broadcast.announce()
    return broadcast.stageState()
  }

  const change = async (next: (now: SessionState) => SessionState) => publish(await store.change(session.name, next))

  async function cast(poll: Poll, ballot: Omit<Ballot, 'session' | 'poll'>): Promise<CastResult> {
    const result = await store.cast({ session: session.name, poll: poll.id, ...ballot })
    if (result === 'counted') {
      session.counts.changed(poll.id, ballot.round)
      broadcast.queueStage()
      // The board of questions is the only tally that phones follow vote by vote.
      if (poll.kind === 'questions')
        broadcast.phones.queue()
    }
    return result
  }

  autoClose.schedule()

  return {
    session: session.name,
    polls: session.polls,
    stage: broadcast.stage,
    ...createRoundEditor(session, publish),
    snapshot: broadcast.phones.snapshot,
    join: broadcast.phones.join,
    ready: async () => void await store.session(session.name),
    stageState: broadcast.stageState,
    act: (poll, action, seconds = clockSeconds(poll, action)) =>
      change(now =>
        advance(now, poll.id, withAnswer(poll, action), seconds > 0 ? Date.now() + seconds * 1000 : undefined)),
    beginAnew: () => change(beginAnew),
    showRound: (poll, round) => change(now => showRound(now, poll.id, round)),
    cast,
    results: () => collectResults(store, polls, session.name),
    close() {
      autoClose.stop()
      broadcast.close()
    },
  }
}

/** A number that is 0 as soon as the session has changed. */
function untilChanged(session: LiveSession, value: number): () => number {
  const { seq } = session.state
  return () => session.state.seq === seq ? value : 0
}

/** @throws {PhaseConflict} where an answer is to be shown and the author gave none */
function withAnswer(poll: Poll, action: StageAction): StageAction {
  if (action === 'solve' && !hasAnswer(poll))
    throw new PhaseConflict('The poll has no right answer to show: polls.yaml gives it none.')
  return action
}

/** Seconds on the clock that an action starts by itself; 0 for none. */
function clockSeconds(poll: Poll, action: StageAction): number {
  if (action === 'open')
    return poll.seconds ?? 0
  return action === 'discuss' ? ('discuss' in poll && poll.discuss) || DISCUSS_SECONDS : 0
}
