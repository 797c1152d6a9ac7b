import type { ServerResponse } from 'node:http'
import type { PollState, RoundNotes, SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type {
  EntryState,
  Moves,
  PaperRequest,
  Phase,
  RoomSnapshot,
  RoomState,
  Slip,
  Solution,
  StageAction,
  StagePoll,
  StageState,
  Tally,
} from '../polls/protocol.ts'
import type { Ballot, CastResult, Store } from '../polls/store.ts'
import type { Results } from './results.ts'
import type { Streams } from './streams.ts'
import { forPresenter } from '../polls/entries/entries.ts'
import { publicPoll, solutionOf } from '../polls/kinds/index.ts'
import { advance, FIRST, note } from '../polls/phase.ts'
import { createClock } from './clock.ts'
import { coalesced } from './coalesced.ts'
import { createCounts } from './counts.ts'
import { collectResults } from './results.ts'
import { createStreams, frame } from './streams.ts'

/** Milliseconds between two stage events: at most ten a second however many vote. */
const STAGE_EVERY_MS = 100
/** Milliseconds between two states of a question board, which every phone gets. */
const BOARD_EVERY_MS = 1000
/** Milliseconds by which a ballot that was sent on the last second may be late. */
const GRACE_MS = 1000
/** Seconds of discussion where the poll names none. */
const DISCUSS_SECONDS = 120

export interface RoomOptions {
  store: Store
  polls: Poll[]
  session: string
  /** Address that the QR code encodes. */
  joinUrl: () => string
  /**
   * Phones connected at a time.
   * @default 20000
   */
  maxPhones?: number
  /** Told of a failure that no request waits for. */
  onError: (error: unknown) => void
}

/** The rules of the room, free of HTTP: who sees what, when, and who is told. */
export interface Room {
  session: string
  polls: Map<string, Poll>
  stage: Streams
  snapshot: (voter: string) => Promise<RoomSnapshot>
  /** Opens a phone's event stream, which begins with its own snapshot. */
  join: (response: ServerResponse, voter: string) => Promise<void>
  /** Rejects while the store does not answer. */
  ready: () => Promise<void>
  stageState: () => Promise<StageState>
  /** @param seconds of the clock that the action starts; 0 for none, undefined for what the poll says */
  act: (poll: Poll, action: StageAction, seconds?: number) => Promise<StageState>
  /** @returns undefined where nobody sent such an entry in this round */
  mark: (poll: Poll, entry: string, state: EntryState) => Promise<StageState | undefined>
  /** What was entered from paper in the round that stands. */
  paper: (poll: Poll) => PaperRequest
  /** Replaces what was entered from paper; undefined for a round that is not the one that stands. */
  enter: (poll: Poll, round: number, slips: Slip[]) => Promise<StageState | undefined>
  cast: (poll: Poll, ballot: Omit<Ballot, 'session' | 'poll'>) => Promise<CastResult>
  results: () => Promise<Results>
  close: () => void
}

export async function createRoom({
  store,
  polls: list,
  session,
  joinUrl,
  maxPhones = 20_000,
  onError,
}: RoomOptions): Promise<Room> {
  const polls = new Map(list.map(poll => [poll.id, poll]))
  let state: SessionState = await store.session(session)
  /** What phones were told last: an action whose telling failed is told when it is tried again. */
  let told = state.seq
  /** States for phones: how many were begun, and which went out last. */
  let [turns, sent] = [0, 0]
  let over = false
  let stageSeq = Date.now()
  const clock = createClock()
  let closing: NodeJS.Timeout | undefined

  const tellStage = coalesced(STAGE_EVERY_MS, sendStage, onError)
  const tellBoard = coalesced(BOARD_EVERY_MS, sendRoom, onError)
  const phones = createStreams({ max: maxPhones, onPeople: tellStage })
  // A new stage hears again: what changed while its first state was read had gone to the others.
  const stage = createStreams({ max: 50, onPeople: tellStage })

  const stateOf = (pollId: string): PollState => state.polls.get(pollId) ?? FIRST

  const counts = createCounts(store, session, stateOf)

  /** What the room may see of a poll's results in that phase: nothing before the reveal, unless the author said so. */
  async function visible(poll: Poll, phase: Phase): Promise<{ tally?: Tally } & Solution> {
    if (phase === 'revealed')
      return { tally: (await counts.of(poll)).tally, ...solutionOf(poll) }
    return poll.live && phase !== 'idle' ? { tally: (await counts.of(poll)).tally } : {}
  }

  function timeOf(pollId: string): { endsIn?: number } {
    const endsIn = clock.left(pollId, stateOf(pollId))
    return endsIn === undefined ? {} : { endsIn }
  }

  async function roomState(): Promise<RoomState> {
    const { seq, current } = state
    const poll = current === null ? undefined : polls.get(current)
    if (!poll)
      return { seq, session, poll: null, phase: 'idle', round: 0 }
    const { phase, round } = stateOf(poll.id)
    // The clock of this state, not of one that comes while the store is asked.
    return { seq, session, poll: publicPoll(poll), phase, round, ...timeOf(poll.id), ...await visible(poll, phase) }
  }

  async function snapshot(voter: string): Promise<RoomSnapshot> {
    const shared = await roomState()
    return {
      ...shared,
      mine: shared.poll ? await store.ballotOf({ session, poll: shared.poll.id, round: shared.round }, voter) : null,
    }
  }

  /** Results that need more than one round or poll: there once all of them are revealed. */
  async function compared(poll: Poll, { phase, round }: PollState): Promise<{ earlier?: Tally, moves?: Moves }> {
    if (phase !== 'revealed')
      return {}
    const pair = 'pair' in poll && poll.pair && stateOf(poll.pair).phase === 'revealed' ? poll.pair : undefined
    const [moves, earlier] = await Promise.all([
      pair === undefined ? undefined : counts.moves(pair, poll.id),
      'discuss' in poll && poll.discuss && round > 1 ? counts.of(poll, round - 1) : undefined,
    ])
    // A round that was begun by mistake is no first vote.
    return { ...(earlier && earlier.tally.people > 0 && { earlier: earlier.tally }), ...(moves && { moves }) }
  }

  async function stagePoll(poll: Poll): Promise<StagePoll> {
    const standing = stateOf(poll.id)
    const { phase, round } = standing
    const time = timeOf(poll.id)
    const [
      {
        tally: { people, paper },
        entries,
      },
      seen,
      both,
    ] = await Promise.all([counts.of(poll), visible(poll, phase), compared(poll, standing)])
    return {
      id: poll.id,
      phase,
      round,
      answered: people,
      ...(paper && { paper }),
      ...time,
      ...seen,
      ...both,
      ...(entries && { entries: forPresenter(entries) }),
    }
  }

  async function stageState(): Promise<StageState> {
    // Numbered before it is read: what is read later is newer, and so is its number.
    const seq = ++stageSeq
    const { current } = state
    const entries = await Promise.all(
      list.map(async (poll): Promise<[string, StagePoll]> => [poll.id, await stagePoll(poll)]),
    )
    return { seq, session, current, joined: phones.people(), joinUrl: joinUrl(), polls: Object.fromEntries(entries) }
  }

  async function sendStage(): Promise<void> {
    if (stage.people() > 0)
      stage.send(frame('stage', await stageState()))
  }

  async function sendRoom(): Promise<void> {
    const turn = ++turns
    const shared = await roomState()
    // A state that was read later may have been read faster: phones have it already.
    if (turn < sent || over)
      return
    sent = turn
    phones.send(frame('room', shared))
    told = Math.max(told, shared.seq)
  }

  /** Takes over what the store wrote, and tells everybody. */
  async function follow(next: SessionState): Promise<StageState> {
    // Answers of a store across a network may overtake each other.
    if (next.seq > state.seq)
      state = next
    counts.clear()
    setClock()
    tellStage()
    if (state.seq > told)
      await sendRoom()
    return stageState()
  }

  async function act(poll: Poll, action: StageAction, seconds = secondsOf(poll, action)): Promise<StageState> {
    return follow(
      await store.change(session, now =>
        advance(now, poll.id, action, seconds > 0 ? Date.now() + seconds * 1000 : undefined)),
    )
  }

  /** Closes the open poll when its time is over. */
  function setClock(): void {
    clearTimeout(closing)
    for (const [id, standing] of state.polls) {
      const left = standing.phase === 'open' ? clock.left(id, standing) : undefined
      if (over || !polls.has(id) || left === undefined)
        continue
      // Somebody may change the clock, or the poll, at the last moment.
      const isDue = (item: PollState | undefined) => item?.phase === 'open' && item.endsAt === standing.endsAt
      closing = setTimeout(() => {
        store
          .change(session, now => (isDue(now.polls.get(id)) ? advance(now, id, 'close') : now))
          .then(follow)
          .catch((error) => {
            onError(error)
            // Nobody waits for this, so nobody would try again.
            setClock()
            tellBoard()
          })
      }, left + GRACE_MS)
      closing.unref()
    }
  }

  /** Notes something about the round that stands. */
  async function noted(
    poll: Poll,
    round: number,
    change: (notes: RoundNotes) => RoundNotes,
  ): Promise<StageState | undefined> {
    let stale = false
    const next = await store.change(session, (now) => {
      stale = (now.polls.get(poll.id) ?? FIRST).round !== round
      return stale ? now : note(now, poll.id, round, change)
    })
    return stale ? undefined : follow(next)
  }

  setClock()

  return {
    session,
    polls,
    stage,
    stageState,
    snapshot,
    act,

    async join(response, voter) {
      let before = sent
      let first = await snapshot(voter)
      // What changed while the store was asked went to the others already.
      while (first.seq !== state.seq) {
        before = sent
        first = await snapshot(voter)
      }
      phones.add(response, voter, frame('room', first))
      // So did what came to a board meanwhile.
      if (sent !== before)
        tellBoard()
    },

    async ready() {
      await store.session(session)
    },

    async mark(poll, entry, to) {
      const { round } = stateOf(poll.id)
      const { entries } = await counts.of(poll, round)
      if (!entries?.some(item => item.id === entry))
        return undefined
      return noted(poll, round, notes =>
        notes.marks?.[entry] === to
          ? notes
          : { ...notes, marks: { ...(to === 'spotlight' ? dimmed(notes.marks) : notes.marks), [entry]: to } })
    },

    paper(poll) {
      const { round, notes = {} } = stateOf(poll.id)
      return { round, slips: notes[round]?.paper ?? [] }
    },

    enter: (poll, round, slips) => noted(poll, round, notes => ({ ...notes, paper: slips })),

    async cast(poll, ballot) {
      const result = await store.cast({ session, poll: poll.id, ...ballot })
      if (result === 'counted') {
        counts.changed(poll.id, ballot.round)
        tellStage()
        if (poll.kind === 'questions')
          tellBoard()
      }
      return result
    },

    results: () => collectResults(store, list, session),

    close() {
      over = true
      clearTimeout(closing)
      tellStage.stop()
      tellBoard.stop()
      phones.close()
      stage.close()
    },
  }
}

/** Seconds on the clock that an action starts by itself. */
function secondsOf(poll: Poll, action: StageAction): number {
  if (action === 'open')
    return poll.seconds ?? 0
  return action === 'discuss' ? ('discuss' in poll && poll.discuss) || DISCUSS_SECONDS : 0
}

/** The light falls on one entry at a time. */
function dimmed(marks: RoundNotes['marks'] = {}): Record<string, EntryState> {
  return Object.fromEntries(
    Object.entries(marks).map(([id, before]) => [id, before === 'spotlight' ? 'shown' : before]),
  )
}
