import { backoffMs } from './backoff.ts'
import { HEARTBEAT_MS } from './protocol.ts'

/** `refused` means that the server rejected this client, so that trying again will not help. */
export type Link = 'connecting' | 'live' | 'offline' | 'refused'

/** The part of an `EventSource` that a stream uses. Once closed it dispatches nothing more. */
export interface EventSourceLike {
  readyState: number
  addEventListener: (type: string, listener: (message: { data: string }) => void) => void
  close: () => void
}

export interface EventStreamOptions<T> {
  url: string
  /** Name of the event that carries the state. */
  event: string
  /**
   * @param data the absolute state
   * @param first whether it is the first event on this connection, which replaces whatever was known before
   * @param connectedAt when the connection was opened, by `performance.now()`, in ms
   */
  onData: (data: T, first: boolean, connectedAt: number) => void
  /** Called at the start, whenever the connection is lost, and with every event. */
  onLink: (link: Link) => void
  /** Called when a connection fails; resolves to true when the server refuses this client. */
  isRefused?: () => Promise<boolean>
  /**
   * A connection that was silent for so long is given up, in ms.
   *
   * @default two heartbeats of a phone's stream
   */
  silenceMs?: number
  /** @default this browser */
  device?: Device
  /** @default Math.random */
  random?: () => number
}

/** What the stream needs of a browser; tests pass a fake. */
export interface Device {
  connect: (url: string) => EventSourceLike
  /**
   * Calls `onWake` when the network or the screen is back, `onLoss` when the network is gone, until the signal aborts.
   */
  watch: (onWake: () => unknown, onLoss: () => void, signal: AbortSignal) => void
}

/** The device that this page runs on. */
export const browser: Device = {
  connect: url => new EventSource(url),
  watch(onWake, onLoss, signal) {
    const wakeIfVisible = () => {
      if (document.visibilityState === 'visible')
        onWake()
    }
    addEventListener('online', wakeIfVisible, { signal })
    // The device itself says that its network is gone: no need to wait for two missing heartbeats.
    addEventListener('offline', onLoss, { signal })
    document.addEventListener('visibilitychange', wakeIfVisible, { signal })
  },
}

const FIRST_BACKOFF_MS = 400

/**
 * Opens a stream of server-sent events that reconnects by itself: after a random delay when the connection is lost, at
 * once when the network or the screen is back, and after two missing heartbeats, since a connection that died silently
 * reports no error.
 *
 * @returns a function that closes the stream for good
 */
export function openEventStream<T>(options: EventStreamOptions<T>): () => void {
  const { url, event, onData, onLink, isRefused } = options
  const { silenceMs = 2 * HEARTBEAT_MS, device = browser, random = Math.random } = options
  const stopped = new AbortController()
  let source: EventSourceLike | undefined
  let lost: EventSourceLike | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastHeard = 0
  let failures = 0

  function restartWatchdog() {
    lastHeard = Date.now()
    clearTimeout(timer)
    timer = setTimeout(lose, silenceMs)
  }

  function open() {
    source?.close()
    source = device.connect(url)
    restartWatchdog()
    const connectedAt = performance.now()
    let first = true
    source.addEventListener('beat', restartWatchdog)
    source.addEventListener(event, ({ data }) => {
      restartWatchdog()
      failures = 0
      onLink('live')
      onData(JSON.parse(data) as T, first, connectedAt)
      first = false
    })
    source.addEventListener('error', lose)
  }

  async function lose() {
    // One loss may be reported twice: as an error, as silence, or by the device.
    if (source === lost)
      return
    const failed = lost = source
    source?.close()
    clearTimeout(timer)
    const refused = await isRefused?.().catch(() => false)
    // Meanwhile the network may have come back and opened a new connection.
    if (stopped.signal.aborted || source !== failed)
      return
    onLink(refused ? 'refused' : 'offline')
    timer = setTimeout(open, backoffMs(FIRST_BACKOFF_MS, failures++, random))
  }

  // Timers stand still on a locked phone, so a connection that was silent for a heartbeat may be dead. 1 is `OPEN`.
  const isDead = () => source?.readyState !== 1 || Date.now() - lastHeard > silenceMs / 2

  onLink('connecting')
  open()
  device.watch(() => isDead() && open(), lose, stopped.signal)
  return () => {
    stopped.abort()
    clearTimeout(timer)
    source?.close()
  }
}
