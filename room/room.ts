import type { ServerResponse } from 'node:http'
import type { PollState, RoundNotes, SessionState } from './phase.ts'
import type { Poll } from './polls.ts'
import type { Answer, Entry, EntryState, Moves, Phase, RoomSnapshot, RoomState, Slip, Solution, StageAction, StagePoll, StageState, Tally } from './protocol.ts'
import type { Results } from './results.ts'
import type { CastResult, Store } from './store.ts'
import type { Streams } from './streams.ts'
import { createClock } from './clock.ts'
import { entriesOf, publicPoll, solutionOf, tallyOf } from './kinds/index.ts'
import { movesOf } from './moves.ts'
import { advance, FIRST, note } from './phase.ts'
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
  /** Replaces what was entered from paper; undefined for a round that is not the one that stands. */
  enter: (poll: Poll, round: number, slips: Slip[]) => Promise<StageState | undefined>
  cast: (poll: Poll, voter: string, round: number, answer: Answer) => Promise<CastResult>
  results: () => Promise<Results>
  close: () => void
}

/** A round as counted: for the room, and every entry for the presenter. */
interface Count {
  tally: Tally
  entries?: Entry[] | undefined
}

export async function createRoom({ store, polls: list, session, joinUrl, maxPhones = 20_000, onError }: RoomOptions): Promise<Room> {
  const polls = new Map(list.map(poll => [poll.id, poll]))
  let state: SessionState = await store.session(session)
  /** What phones were told last: an action whose telling failed is told when it is tried again. */
  let told = state.seq
  let stageSeq = Date.now()
  const clock = createClock()
  let closing: NodeJS.Timeout | undefined

  const tellStage = coalesced(STAGE_EVERY_MS, sendStage, onError)
  const tellBoard = coalesced(BOARD_EVERY_MS, sendRoom, onError)
  const phones = createStreams({ max: maxPhones, onPeople: tellStage })
  // A new stage hears again: what changed while its first state was read had gone to the others.
  const stage = createStreams({ max: 50, onPeople: tellStage })

  const stateOf = (pollId: string): PollState => state.polls.get(pollId) ?? FIRST

  /** Counted once per ballot that moved it, not once per screen that asks. */
  const counts = new Map<string, Promise<Count>>()
  function count(poll: Poll, round = stateOf(poll.id).round): Promise<Count> {
    const key = `${poll.id}/${round}`
    const known = counts.get(key)
    if (known)
      return known
    const added = stateOf(poll.id).notes?.[round]
    const counting = store.answers({ session, poll: poll.id, round }).then(answers => ({ tally: tallyOf(poll, answers, added), entries: entriesOf(poll, answers, added) }))
    counts.set(key, counting)
    // A count that failed is nothing to remember.
    counting.catch(() => counts.get(key) === counting && counts.delete(key))
    return counting
  }

  /** What the room may see of a poll's results in that phase: nothing before the reveal, unless the author said so. */
  async function visible(poll: Poll, phase: Phase): Promise<{ tally?: Tally } & Solution> {
    if (phase === 'revealed')
      return { tally: (await count(poll)).tally, ...solutionOf(poll) }
    return poll.live && phase !== 'idle' ? { tally: (await count(poll)).tally } : {}
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
    return { seq, session, poll: publicPoll(poll), phase, round, ...await visible(poll, phase), ...timeOf(poll.id) }
  }

  async function snapshot(voter: string): Promise<RoomSnapshot> {
    const shared = await roomState()
    return { ...shared, mine: shared.poll ? await store.ballotOf({ session, poll: shared.poll.id, round: shared.round }, voter) : null }
  }

  /** Results that need more than one round or poll: there once all of them are revealed. */
  async function compared(poll: Poll, { phase, round }: PollState): Promise<{ earlier?: Tally, moves?: Moves }> {
    if (phase !== 'revealed')
      return {}
    if ('discuss' in poll && poll.discuss && round > 1)
      return { earlier: (await count(poll, round - 1)).tally }
    const before = 'pair' in poll && poll.pair ? { poll: poll.pair, standing: stateOf(poll.pair) } : undefined
    if (before?.standing.phase !== 'revealed')
      return {}
    const moves = movesOf(await store.moves({ session, poll: before.poll, round: before.standing.round }, { session, poll: poll.id, round }))
    return moves ? { moves } : {}
  }

  async function stagePoll(poll: Poll): Promise<StagePoll> {
    const standing = stateOf(poll.id)
    const { phase, round } = standing
    const [{ tally: { people, paper }, entries }, seen, both] = await Promise.all([count(poll), visible(poll, phase), compared(poll, standing)])
    return { id: poll.id, phase, round, answered: people, ...(paper && { paper }), ...timeOf(poll.id), ...seen, ...both, ...(entries && { entries }) }
  }

  async function stageState(): Promise<StageState> {
    // Numbered before it is read: what is read later is newer, and so is its number.
    const seq = ++stageSeq
    const { current } = state
    const entries = await Promise.all(list.map(async (poll): Promise<[string, StagePoll]> => [poll.id, await stagePoll(poll)]))
    return { seq, session, current, joined: phones.people(), joinUrl: joinUrl(), polls: Object.fromEntries(entries) }
  }

  async function sendStage(): Promise<void> {
    if (stage.people() > 0)
      stage.send(frame('stage', await stageState()))
  }

  async function sendRoom(): Promise<void> {
    const shared = await roomState()
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
    if (state.seq > told)
      await sendRoom()
    tellStage()
    return stageState()
  }

  async function act(poll: Poll, action: StageAction, seconds = secondsOf(poll, action)): Promise<StageState> {
    return follow(await store.change(session, now => advance(now, poll.id, action, seconds > 0 ? Date.now() + seconds * 1000 : undefined)))
  }

  /** Closes the open poll when its time is over. */
  function setClock(): void {
    clearTimeout(closing)
    for (const [id, standing] of state.polls) {
      const poll = polls.get(id)
      const left = standing.phase === 'open' ? clock.left(id, standing) : undefined
      if (!poll || left === undefined)
        continue
      closing = setTimeout(() => {
        // Somebody may have changed the clock at the last moment.
        if (clock.left(id, stateOf(id)) === 0)
          act(poll, 'close').catch(onError)
      }, left + GRACE_MS)
      closing.unref()
    }
  }

  /** Notes something about the round that stands. */
  async function noted(poll: Poll, round: number, change: (notes: RoundNotes) => RoundNotes): Promise<StageState | undefined> {
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
      let first = await snapshot(voter)
      // What changed while the store was asked went to the others already.
      while (first.seq !== state.seq)
        first = await snapshot(voter)
      phones.add(response, voter, frame('room', first))
    },

    async ready() {
      await store.session(session)
    },

    async mark(poll, entry, to) {
      const { round } = stateOf(poll.id)
      const { entries } = await count(poll, round)
      if (!entries?.some(it => it.id === entry))
        return undefined
      return noted(poll, round, ({ marks, ...rest }) => ({ ...rest, marks: { ...(to === 'spotlight' ? dimmed(marks) : marks), [entry]: to } }))
    },

    enter: (poll, round, slips) => noted(poll, round, notes => ({ ...notes, paper: slips })),

    async cast(poll, voter, round, answer) {
      const result = await store.cast({ session, poll: poll.id, round, voter, answer })
      if (result === 'counted') {
        counts.delete(`${poll.id}/${round}`)
        tellStage()
        if (poll.kind === 'questions')
          tellBoard()
      }
      return result
    },

    results: () => collectResults(store, list, session),

    close() {
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
  return Object.fromEntries(Object.entries(marks).map(([id, it]) => [id, it === 'spotlight' ? 'shown' : it]))
}

/** Coalesces calls: the first goes out at once, those that come within `everyMs` of it together after that time. */
function coalesced(everyMs: number, work: () => Promise<void>, onError: (error: unknown) => void): (() => void) & { stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  let last = 0
  const call = () => {
    if (timer)
      return
    timer = setTimeout(() => {
      timer = undefined
      last = performance.now()
      work().catch(onError)
    }, Math.max(0, last + everyMs - performance.now()))
    timer.unref()
  }
  return Object.assign(call, { stop: () => clearTimeout(timer) })
}
