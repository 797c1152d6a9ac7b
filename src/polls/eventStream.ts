import { backoffMs } from './backoff.ts'
import { HEARTBEAT_MS } from './protocol.ts'

/** `refused`: the server answered and said no, so that waiting will not help. */
export type Link = 'connecting' | 'live' | 'offline' | 'refused'

/** As much of an `EventSource` as a stream needs. Once closed it dispatches nothing more. */
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
   * @param first whether it is the first on this connection, which always replaces what was known
   * @param asked when the connection was begun, by `performance.now()`
   */
  onData: (data: T, first: boolean, asked: number) => void
  /** Called with the link at the beginning, at every loss, and with every event. */
  onLink: (link: Link) => void
  /** Asked when a connection fails; true means that the server refuses this client. */
  isRefused?: () => Promise<boolean>
  /** @default the browser */
  device?: Device
  /** @default Math.random */
  random?: () => number
}

/** What has a network: a browser, or a stand-in for one. */
export interface Device {
  connect: (url: string) => EventSourceLike
  /** Calls back when the network or the screen returns, and when the network is gone, until the signal aborts. */
  watch: (onWake: () => void, onLoss: () => void, signal: AbortSignal) => void
}

const browser: Device = {
  connect: url => new EventSource(url),
  watch(onWake, onLoss, signal) {
    const wakeIfVisible = () => {
      if (document.visibilityState === 'visible')
        onWake()
    }
    addEventListener('online', wakeIfVisible, { signal })
    // A device that has just lost its network need not wait for two heartbeats to know.
    addEventListener('offline', onLoss, { signal })
    document.addEventListener('visibilitychange', wakeIfVisible, { signal })
  },
}

const FIRST_BACKOFF_MS = 400

/**
 * Server-sent events that come back: with jitter after a loss, at once when the network or the screen returns, and
 * after a silence of two heartbeats, which is how a half-open connection looks.
 *
 * @returns stops it for good
 */
export function openEventStream<T>(options: EventStreamOptions<T>): () => void {
  const { url, event, onData, onLink, isRefused, device = browser, random = Math.random } = options
  const stopped = new AbortController()
  let source: EventSourceLike | undefined
  let lost: EventSourceLike | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastHeard = 0
  let failures = 0

  function hear() {
    lastHeard = Date.now()
    clearTimeout(timer)
    timer = setTimeout(lose, 2 * HEARTBEAT_MS)
  }

  function open() {
    source?.close()
    source = device.connect(url)
    hear()
    const asked = performance.now()
    let first = true
    source.addEventListener('beat', hear)
    source.addEventListener(event, ({ data }) => {
      hear()
      failures = 0
      onLink('live')
      onData(JSON.parse(data) as T, first, asked)
      first = false
    })
    source.addEventListener('error', lose)
  }

  async function lose() {
    // A loss may show in several ways.
    if (source === lost)
      return
    const mine = lost = source
    source?.close()
    clearTimeout(timer)
    const refused = await isRefused?.().catch(() => false)
    // While we asked, a returning network may have connected again.
    if (stopped.signal.aborted || source !== mine)
      return
    onLink(refused ? 'refused' : 'offline')
    timer = setTimeout(open, backoffMs(FIRST_BACKOFF_MS, failures++, random))
  }

  onLink('connecting')
  open()
  device.watch(() => {
    // The phone was locked or out of reach: timers stood still, so trust nothing older than a heartbeat. 1 is `OPEN`.
    if (source?.readyState !== 1 || Date.now() - lastHeard > HEARTBEAT_MS)
      open()
  }, lose, stopped.signal)
  return () => {
    stopped.abort()
    clearTimeout(timer)
    source?.close()
  }
}
