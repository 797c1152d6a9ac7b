import type { ServerResponse } from 'node:http'
import type { PollState, SessionState } from './phase.ts'
import type { Poll } from './polls.ts'
import type { Answer, Phase, RoomSnapshot, RoomState, StageAction, StagePoll, StageState, Tally } from './protocol.ts'
import type { CastResult, RoundKey, Store } from './store.ts'
import type { Streams } from './streams.ts'
import { advance, FIRST } from './phase.ts'
import { publicPoll } from './polls.ts'
import { createStreams, frame } from './streams.ts'
import { tallyOf } from './tally.ts'

/** Milliseconds between two stage events: at most ten a second however many vote. */
const STAGE_EVERY_MS = 100

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
  act: (poll: Poll, action: StageAction) => Promise<StageState>
  cast: (poll: Poll, voter: string, round: number, answer: Answer) => Promise<CastResult>
  results: () => Promise<Results>
  close: () => void
}

/** Everything of a session, for export. Voters are pseudonyms. */
export interface Results {
  session: string
  polls: { id: string, question: string, phase: string, round: number, rounds: { round: number, tally: Tally }[] }[]
  ballots: { poll: string, round: number, voter: string, answer: Answer, at: string }[]
}

export async function createRoom({ store, polls: list, session, joinUrl, maxPhones = 20_000, onError }: RoomOptions): Promise<Room> {
  const polls = new Map(list.map(poll => [poll.id, poll]))
  let state: SessionState = await store.session(session)
  /** What phones were told last: an action whose telling failed is told when it is tried again. */
  let told = state.seq
  let stageSeq = Date.now()
  let stageTimer: NodeJS.Timeout | undefined
  let stageSentAt = 0

  const phones = createStreams({ max: maxPhones, onPeople: () => tellStage() })
  // A new stage hears again: what changed while its first state was read had gone to the others.
  const stage = createStreams({ max: 50, onPeople: () => tellStage() })

  const stateOf = (pollId: string): PollState => state.polls.get(pollId) ?? FIRST
  const keyOf = (poll: Poll): RoundKey => ({ session, poll: poll.id, round: stateOf(poll.id).round })

  /** Counted once per ballot that moved it, not once per screen that asks. */
  const tallies = new Map<string, Promise<Tally>>()
  function tally(poll: Poll): Promise<Tally> {
    const known = tallies.get(poll.id)
    if (known)
      return known
    const counting = store.answers(keyOf(poll)).then(answers => tallyOf(poll, answers))
    tallies.set(poll.id, counting)
    // A count that failed is nothing to remember.
    counting.catch(() => tallies.get(poll.id) === counting && tallies.delete(poll.id))
    return counting
  }

  /** What the room may see of a poll's results in that phase: nothing before the reveal, unless the author said so. */
  async function visible(poll: Poll, phase: Phase): Promise<{ tally?: Tally, right?: Answer }> {
    if (phase === 'revealed')
      return { tally: await tally(poll), ...(poll.answer && { right: poll.answer }) }
    return poll.live && phase !== 'idle' ? { tally: await tally(poll) } : {}
  }

  async function roomState(): Promise<RoomState> {
    const { seq, current } = state
    const poll = current === null ? undefined : polls.get(current)
    if (!poll)
      return { seq, session, poll: null, phase: 'idle', round: 0 }
    const standing = stateOf(poll.id)
    return { seq, session, poll: publicPoll(poll), ...standing, ...await visible(poll, standing.phase) }
  }

  async function snapshot(voter: string): Promise<RoomSnapshot> {
    const shared = await roomState()
    const poll = shared.poll && polls.get(shared.poll.id)
    return { ...shared, mine: poll ? await store.ballotOf({ session, poll: poll.id, round: shared.round }, voter) : null }
  }

  async function stageState(): Promise<StageState> {
    // Numbered before it is read: what is read later is newer, and so is its number.
    const seq = ++stageSeq
    const { current } = state
    const entries = await Promise.all(list.map(async (poll): Promise<[string, StagePoll]> => {
      const standing = stateOf(poll.id)
      const seen = await visible(poll, standing.phase)
      const answered = (seen.tally ?? await tally(poll)).people
      return [poll.id, { id: poll.id, ...standing, answered, ...seen }]
    }))
    return { seq, session, current, joined: phones.people(), joinUrl: joinUrl(), polls: Object.fromEntries(entries) }
  }

  /** Coalesces: the first change goes out at once, those within the next tenth of a second together. */
  function tellStage(): void {
    if (stageTimer)
      return
    const wait = Math.max(0, stageSentAt + STAGE_EVERY_MS - Date.now())
    stageTimer = setTimeout(() => {
      stageTimer = undefined
      stageSentAt = Date.now()
      if (stage.people() > 0)
        stageState().then(it => stage.send(frame('stage', it)), onError)
    }, wait)
    stageTimer.unref()
  }

  return {
    session,
    polls,
    stage,
    stageState,

    snapshot,

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

    async act(poll, action) {
      const next = await store.change(session, now => advance(now, poll.id, action))
      // Answers of a store across a network may overtake each other.
      if (next.seq > state.seq)
        state = next
      tallies.clear()
      if (state.seq > told) {
        const shared = await roomState()
        phones.send(frame('room', shared))
        told = Math.max(told, shared.seq)
      }
      tellStage()
      return stageState()
    },

    async cast(poll, voter, round, answer) {
      const result = await store.cast({ session, poll: poll.id, round, voter, answer })
      if (result === 'counted') {
        tallies.delete(poll.id)
        tellStage()
      }
      return result
    },

    async results() {
      const ballots = await store.ballots(session)
      return {
        session,
        polls: await Promise.all(list.map(async ({ id, question, options }) => {
          const { phase, round } = stateOf(id)
          const rounds = Array.from({ length: round }, (_, index) => index + 1)
          return {
            id,
            question,
            phase,
            round,
            rounds: await Promise.all(rounds.map(async it => ({ round: it, tally: tallyOf({ options }, await store.answers({ session, poll: id, round: it })) }))),
          }
        })),
        ballots: ballots.map(({ poll, round, voter, answer, at }) => ({ poll, round, voter, answer, at: new Date(at).toISOString() })),
      }
    },

    close() {
      clearTimeout(stageTimer)
      phones.close()
      stage.close()
    },
  }
}

/** The results as CSV, one row a ballot. No field can hold a comma, quote or formula: ids are slugs, voters are hashes. */
export function toCsv({ session, ballots }: Results): string {
  const rows = ballots.map(({ poll, round, voter, answer, at }) => [session, poll, round, voter, answer.join(' '), at].join(','))
  return `${['session,poll,round,voter,answer,counted_at', ...rows].join('\r\n')}\r\n`
}
