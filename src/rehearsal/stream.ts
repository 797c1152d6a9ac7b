import type { RoomSnapshot, RoomState } from '../polls/protocol.ts'
import type { Phone } from './phone.ts'
import type { Random } from './random.ts'
import { HEARTBEAT_MS } from '../polls/protocol.ts'
import { serverEvents } from './serverEvents.ts'

/** The first state of a connection brings the phone's own ballot, the others do not. */
export type Told = RoomState & Partial<Pick<RoomSnapshot, 'mine'>>

export interface StreamOptions {
  phone: Phone
  random: Random
  /**
   * @param state the absolute state
   * @param first whether it is the first on this connection
   * @param asked when the connection was begun, by `performance.now()`
   */
  onState: (state: Told, first: boolean, asked: number) => void
  /** Called when events begin to come, and when they end. */
  onLink: (live: boolean) => void
}

export interface Stream {
  open: () => void
  /** Hangs up; `open` comes back. */
  drop: () => void
}

/** As in the phone page: waits between two tries, milliseconds. */
const [FIRST_WAIT_MS, MAX_WAIT_MS] = [400, 3000]

/** A reason given saves making an error each time. */
const OVER = 'over'

/** The room's events as the phone page follows them (`src/polls/eventStream.ts`), on a network of its own. */
export function createStream({ phone, random, onState, onLink }: StreamOptions): Stream {
  let connection: AbortController | undefined
  let timer: NodeJS.Timeout | undefined
  let failures = 0

  function open() {
    drop()
    const mine = connection = new AbortController()
    void listen(mine).catch(() => {}).then(() => {
      mine.abort(OVER)
      if (connection !== mine)
        return
      onLink(false)
      timer = setTimeout(open, Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++) * (0.5 + random.next() / 2))
    })
  }

  async function listen(mine: AbortController): Promise<void> {
    const asked = performance.now()
    // A half-open connection looks like silence.
    const silence = setTimeout(() => mine.abort(OVER), 2 * HEARTBEAT_MS)
    try {
      const response = await phone.ask('/api/room/events', { signal: mine.signal })
      if (!response.ok)
        return
      let first = true
      for await (const { event, data } of serverEvents(response.body)) {
        if (mine.signal.aborted)
          return
        silence.refresh()
        if (event !== 'room')
          continue
        failures = 0
        if (first)
          onLink(true)
        onState(JSON.parse(data) as Told, first, asked)
        first = false
      }
    }
    finally {
      clearTimeout(silence)
    }
  }

  function drop() {
    clearTimeout(timer)
    const lost = connection
    connection = undefined
    lost?.abort(OVER)
    if (lost)
      onLink(false)
  }

  return { open, drop }
}
