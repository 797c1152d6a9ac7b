import type { Answer, RoomSnapshot } from '../polls/protocol.ts'
import type { BallotRecord, BallotRecords, RoundName } from './ballots.ts'
import type { Outcomes } from './delivery.ts'
import type { Person } from './people.ts'
import type { Told } from './stream.ts'
import { answerTo, sameQuestion } from './answers.ts'
import { createRecords, isKept, roundKey, roundOf } from './ballots.ts'
import { createDelivery } from './delivery.ts'
import { absenceOf } from './people.ts'
import { createPhone } from './phone.ts'
import { createRandom } from './random.ts'
import { createStream } from './stream.ts'
import { thinkingTime } from './thinking.ts'

/** `out` until they arrive; `away` of their own accord; `offline` because the room does not answer. */
export type Whereabouts = 'out' | 'away' | 'offline' | 'live'

/** Somebody with a phone. */
export interface Attendee {
  whereabouts: () => Whereabouts
  /** When events last began to come on a connection, by `performance.now()`; 0 for never. */
  liveSince: () => number
  /** The room's state as the phone has it. */
  state: () => Told | undefined
  records: BallotRecords
  outcomes: Readonly<Outcomes>
  pending: () => BallotRecord | undefined
  /** Acknowledged ballots that the room no longer knew when it was asked. */
  lost: () => number
  cookie: () => string
  /** Asks the room once what it has of this phone, and compares. Rejects when it does not answer. */
  look: () => Promise<void>
  /** Puts the phone away for good. */
  leave: () => void
}

export interface AttendeeOptions {
  url: string
  /** Times are multiplied by it; those of the network are not. */
  pace: number
  onChange: () => void
}

/** After the end of a round. */
const LOOK_WITHIN_MS = 1500

export function createAttendee(person: Person, { url, pace, onChange }: AttendeeOptions): Attendee {
  const phone = createPhone(url)
  const network = createRandom(person.seed, 'network', person.index)
  const records = createRecords()
  const said = new Map<string, Answer>()
  const turns = new Map<string, number>()
  const lost = new Set<BallotRecord>()
  const timers: Record<'life' | 'thought' | 'look', NodeJS.Timeout | undefined> = {
    life: undefined,
    thought: undefined,
    look: undefined,
  }
  let [where, liveSince, gone]: [Whereabouts, number, boolean] = ['out', 0, false]
  let state: Told | undefined
  let thinkingOf = ''

  const delivery = createDelivery({
    phone,
    random: network,
    onChange,
    onRoom: room => take(room, false, performance.now()),
  })
  const stream = createStream({
    phone,
    random: network,
    onState: take,
    onLink(live) {
      where = live ? 'live' : where === 'away' ? 'away' : 'offline'
      if (live) {
        liveSince = performance.now()
        delivery.release()
      }
      onChange()
    },
  })

  function take(next: Told, first: boolean, asked: number) {
    // A late ballot's answer and the stream's events may overtake each other: the higher number is the newer state.
    if (!first && state && next.seq < state.seq)
      return
    state = next
    if (first)
      compare(next, asked)
    follow()
    lookLater()
    onChange()
  }

  function compare(now: Told, asked: number) {
    const name = roundOf(now)
    const record = name && records.known(roundKey(name))
    const kept = record && now.mine !== undefined ? isKept(record, now.mine, asked) : undefined
    if (record && kept === false)
      lost.add(record)
    if (record && kept)
      record.confirmed = true
  }

  async function look() {
    const asked = performance.now()
    const response = await phone.ask('/api/room', { signal: AbortSignal.timeout(5000) })
    compare(await response.json() as RoomSnapshot, asked)
  }

  /** Once voting is over, as long as the room can still be asked about the round; not all phones at once. */
  function lookLater() {
    const name = state && state.phase !== 'open' ? roundOf(state) : undefined
    const record = name && records.known(roundKey(name))
    if (gone || timers.look || !record || record.acked < 0 || record.confirmed)
      return
    timers.look = setTimeout(() => {
      timers.look = undefined
      look().then(onChange, () => {})
    }, network.next() * LOOK_WITHIN_MS)
  }

  /** Begins to think when voting opens, and stops when it closes. */
  function follow() {
    const name = state?.phase === 'open' ? roundOf(state) : undefined
    const key = name ? roundKey(name) : ''
    if (key === thinkingOf)
      return
    clearTimeout(timers.thought)
    thinkingOf = key
    if (name)
      think(key, name)
  }

  function think(key: string, name: RoundName) {
    const turn = turns.get(key) ?? 0
    const ms = state?.poll && !gone ? thinkingTime(person, state.poll, name.round, turn) : undefined
    if (ms === undefined)
      return
    timers.thought = setTimeout(() => {
      turns.set(key, turn + 1)
      answer(name, turn)
      think(key, name)
    }, ms * pace)
  }

  function answer(name: RoundName, turn: number) {
    if (!state?.poll)
      return
    const question = sameQuestion(state.poll, name.round)
    const board = state.tally?.kind === 'questions' ? state.tally.entries : undefined
    const given = answerTo(person, state.poll, { round: name.round, turn, before: said.get(question), board })
    said.set(question, given)
    delivery.send(records.of(name), given)
  }

  /** Out of reach now and again, from the first look at the room on. */
  function live(n: number) {
    const { after, lasts } = absenceOf(person, n)
    timers.life = setTimeout(() => {
      where = 'away'
      delivery.hold()
      stream.drop()
      timers.life = setTimeout(() => {
        where = 'offline'
        stream.open()
        live(n + 1)
      }, lasts * pace)
    }, after * pace)
  }

  timers.life = setTimeout(async () => {
    where = 'offline'
    // Without an answer there is the stream, which tries again.
    await phone.ask('/api/room').then(reply => reply.json()).catch(() => {})
    if (gone)
      return
    stream.open()
    live(0)
  }, person.arrives * pace)

  return {
    whereabouts: () => where,
    liveSince: () => liveSince,
    state: () => state,
    records,
    outcomes: delivery.outcomes,
    pending: delivery.pending,
    lost: () => lost.size,
    cookie: phone.cookie,
    look,
    leave() {
      gone = true
      Object.values(timers).forEach(clearTimeout)
      delivery.hold()
      stream.drop()
    },
  }
}
