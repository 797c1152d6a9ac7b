import type { Buffer } from 'node:buffer'
import type { ServerResponse } from 'node:http'
import type { RoomSnapshot } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import type { Hall } from './phoneView.ts'
import { keepAttendance } from './attendance.ts'
import { coalesce } from './coalesce.ts'
import { readRoomState, readSnapshot } from './phoneView.ts'
import { connected, createStreams, frame } from './streams.ts'

/** At most one state a second to phones while nothing but the board of questions changes. */
const BOARD_EVERY_MS = 1000
/** How often phones that wait are told how many are here, at most. */
const HERE_EVERY_MS = 2000

export interface PhoneBroadcastOptions {
  /** What the talk is called. */
  title?: string | undefined
  /** Phones connected at a time. */
  maxPhones: number
  /** How often their number is kept at most, in milliseconds; once a minute where left out. */
  attendanceEveryMs?: number | undefined
  /** Whether phones may react now. */
  takesReactions: () => boolean
  /** Called when a phone joins or leaves. */
  onPeople: () => void
  /** Told of a state that could not be read or sent. */
  onError: (error: unknown) => void
}

/** The streams of phones, which all get the same bytes. */
export interface PhoneBroadcast {
  /** Phones connected now. */
  people: () => number
  /** The state of the room with this phone's own ballot. */
  snapshot: (voter: string) => Promise<RoomSnapshot>
  /** Opens a phone's event stream, which begins with its own snapshot. */
  join: (response: ServerResponse, voter: string) => Promise<void>
  /** Sends the state soon, together with what else changes meanwhile. */
  queue: () => void
  /** Sends the state now if phones have not been sent this `seq` of the session yet. */
  sendNew: () => Promise<void>
  close: () => void
}

/** Sends the shared state, never an older one after a newer one. */
interface Sender {
  send: () => Promise<void>
  /** Grows with every state that was sent. */
  turn: () => number
  /** Of the state that was sent last: its `seq`, and how many phones it said are here. */
  last: () => { seq: number, here: number | undefined }
  /** To be called once every phone knows how many are here by another way. */
  told: (here: number | undefined) => void
  close: () => void
}

function createSender(session: LiveSession, hall: Hall, write: (bytes: Buffer) => void): Sender {
  /** Sends are numbered in the order in which they begin to read the state. */
  let [broadcastTurn, lastSentTurn] = [0, 0]
  /** After a failed send, the same `seq` is sent again. */
  let last: { seq: number, here: number | undefined } = { seq: session.state.seq, here: undefined }
  let closed = false
  return {
    async send() {
      const turn = ++broadcastTurn
      const state = await readRoomState(session, hall)
      // A send that began later may have read its state faster: phones have that newer one already.
      if (turn < lastSentTurn || closed)
        return
      lastSentTurn = turn
      write(frame('room', state))
      last = { seq: Math.max(last.seq, state.seq), here: state.here }
    },
    turn: () => lastSentTurn,
    last: () => last,
    told: here => void (last = { ...last, here }),
    close: () => void (closed = true),
  }
}

export function createPhoneBroadcast(
  session: LiveSession,
  { title, maxPhones, attendanceEveryMs, takesReactions, onPeople, onError }: PhoneBroadcastOptions,
): PhoneBroadcast {
  const phones = createStreams({ max: maxPhones, onPeople: tellPeople })
  const hall: Hall = { title, countPhones: phones.people, takesReactions }
  const sender = createSender(session, hall, phones.send)
  const queue = coalesce(BOARD_EVERY_MS, sender.send, onError)
  const queueHere = coalesce(HERE_EVERY_MS, sendHere, onError)
  const attendance = keepAttendance(session, phones.people, onError, attendanceEveryMs)

  function tellPeople(): void {
    onPeople()
    queueHere()
    attendance.changed()
  }

  /** While there is a question nobody is told: the next state without one says it. */
  async function sendHere(): Promise<void> {
    const { here } = await readRoomState(session, hall)
    if (here !== undefined && here > 0 && here !== sender.last().here)
      await sender.send()
  }

  // A phone that is about to be connected counts itself.
  const countWith = (voter: string) => phones.people() + (phones.has(voter) ? 0 : 1)
  const snapshot = (voter: string) => readSnapshot(session, voter, { ...hall, countPhones: () => countWith(voter) })

  async function join(response: ServerResponse, voter: string): Promise<void> {
    await connected(response)
    let turnBefore = sender.turn()
    let state = await snapshot(voter)
    // The session changed while the store was asked, and the other phones were told without this one.
    while (state.seq !== session.state.seq) {
      turnBefore = sender.turn()
      state = await snapshot(voter)
    }
    phones.add(response, voter, frame('room', state))
    // The only phone knows by its own snapshot.
    if (phones.people() === 1)
      sender.told(state.here)
    // The board of questions may have changed meanwhile too, and does so without a new `seq`.
    if (sender.turn() !== turnBefore)
      queue()
  }

  return {
    people: phones.people,
    snapshot,
    join,
    queue,
    async sendNew() {
      if (session.state.seq > sender.last().seq)
        await sender.send()
    },
    close: () => [sender.close, queue.stop, queueHere.stop, attendance.close, phones.close].forEach(end => end()),
  }
}
