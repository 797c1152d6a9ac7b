import type { ServerResponse } from 'node:http'
import type { LiveSession } from './liveSession.ts'
import { coalesce } from './coalesce.ts'
import { readRoomState, readSnapshot } from './phoneView.ts'
import { createStreams, frame } from './streams.ts'

/** At most one state a second to phones while nothing but the board of questions changes. */
const BOARD_EVERY_MS = 1000

export interface PhoneBroadcastOptions {
  /** Phones connected at a time. */
  maxPhones: number
  /** Called when a phone joins or leaves. */
  onPeople: () => void
  /** Told of a state that could not be read or sent. */
  onError: (error: unknown) => void
}

/** The streams of phones, which all get the same bytes. */
export interface PhoneBroadcast {
  /** Phones connected now. */
  people: () => number
  /** Opens a phone's event stream, which begins with its own snapshot. */
  join: (response: ServerResponse, voter: string) => Promise<void>
  /** Sends the state soon, together with what else changes meanwhile. */
  queue: () => void
  /** Sends the state now if phones have not been sent this `seq` of the session yet. */
  sendNew: () => Promise<void>
  close: () => void
}

export function createPhoneBroadcast(
  session: LiveSession,
  { maxPhones, onPeople, onError }: PhoneBroadcastOptions,
): PhoneBroadcast {
  /** The session's `seq` that phones were sent last: after a failed send, the same `seq` is sent again. */
  let lastBroadcastSeq = session.state.seq
  /** Sends are numbered in the order in which they begin to read the state. */
  let [broadcastTurn, lastSentTurn] = [0, 0]
  let closed = false
  const phones = createStreams({ max: maxPhones, onPeople })
  const queue = coalesce(BOARD_EVERY_MS, send, onError)

  async function send(): Promise<void> {
    const turn = ++broadcastTurn
    const state = await readRoomState(session)
    // A send that began later may have read its state faster: phones have that newer one already.
    if (turn < lastSentTurn || closed)
      return
    lastSentTurn = turn
    phones.send(frame('room', state))
    lastBroadcastSeq = Math.max(lastBroadcastSeq, state.seq)
  }

  async function join(response: ServerResponse, voter: string): Promise<void> {
    let turnBefore = lastSentTurn
    let snapshot = await readSnapshot(session, voter)
    // The session changed while the store was asked, and the other phones were told without this one.
    while (snapshot.seq !== session.state.seq) {
      turnBefore = lastSentTurn
      snapshot = await readSnapshot(session, voter)
    }
    phones.add(response, voter, frame('room', snapshot))
    // The board of questions may have changed meanwhile too, and does so without a new `seq`.
    if (lastSentTurn !== turnBefore)
      queue()
  }

  return {
    people: phones.people,
    join,
    queue,
    async sendNew() {
      if (session.state.seq > lastBroadcastSeq)
        await send()
    },
    close() {
      closed = true
      queue.stop()
      phones.close()
    },
  }
}
