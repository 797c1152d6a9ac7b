import { HEARTBEAT_MS } from './protocol.ts'

/** `refused`: the server answered and said no, so that waiting will not help. */
export type Link = 'connecting' | 'live' | 'offline' | 'refused'

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
  onLink: (link: Link) => void
  /** Asked when a connection fails; true means that the server refuses this client. */
  isRefused?: () => Promise<boolean>
}

/** A crowd that loses its server comes back spread over this time, the last well within five seconds. */
const MAX_WAIT_MS = 3000

/**
 * Server-sent events that come back: with jitter after a loss, at once when the network or the screen returns, and
 * after a silence of two heartbeats, which is how a half-open connection looks.
 *
 * @returns stops it for good
 */
export function openEventStream<T>({ url, event, onData, onLink, isRefused }: EventStreamOptions<T>): () => void {
  let source: EventSource | undefined
  let lost: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastSign = 0
  let failures = 0
  let stopped = false

  function connect() {
    clearTimeout(timer)
    if (stopped)
      return
    source?.close()
    const mine = source = new EventSource(url)
    let first = true
    const asked = performance.now()
    const sign = () => {
      lastSign = Date.now()
      clearTimeout(timer)
      timer = setTimeout(lose, 2 * HEARTBEAT_MS)
    }
    sign()
    mine.addEventListener('beat', sign)
    mine.addEventListener(event, (message) => {
      sign()
      failures = 0
      onLink('live')
      onData(JSON.parse(message.data) as T, first, asked)
      first = false
    })
    mine.addEventListener('error', lose)
  }

  async function lose() {
    // A loss may show in several ways.
    if (stopped || source === lost)
      return
    const mine = lost = source
    source?.close()
    clearTimeout(timer)
    const refused = await isRefused?.().catch(() => false) ?? false
    // While we asked, a returning network may have connected again.
    if (stopped || source !== mine)
      return
    onLink(refused ? 'refused' : 'offline')
    const wait = Math.min(MAX_WAIT_MS, 400 * 2 ** failures++)
    timer = setTimeout(connect, wait * (0.5 + Math.random() / 2))
  }

  /** The phone was locked or out of reach: timers stood still, so trust nothing older than a heartbeat. */
  function wake() {
    const silent = Date.now() - lastSign > HEARTBEAT_MS
    if (!stopped && document.visibilityState === 'visible' && (source?.readyState !== EventSource.OPEN || silent))
      connect()
  }

  onLink('connecting')
  connect()
  addEventListener('online', wake)
  // A device that has just lost its network need not wait for two heartbeats to know.
  addEventListener('offline', lose)
  document.addEventListener('visibilitychange', wake)
  return () => {
    stopped = true
    clearTimeout(timer)
    source?.close()
    removeEventListener('online', wake)
    removeEventListener('offline', lose)
    document.removeEventListener('visibilitychange', wake)
  }
}
