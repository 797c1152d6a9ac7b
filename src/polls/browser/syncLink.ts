import type { SyncChannel, SyncEvent, SyncRequest } from '../protocol.ts'

export type SyncPatch = Record<string, unknown>

/** Whether the room took a change: `refused` for good, or `lost` on the way, to be sent again. */
export type SyncOutcome = 'taken' | 'refused' | 'lost'

export interface SyncListener {
  /**
   * Called with the fields that another window has changed.
   *
   * @param toHere turns a time of the window that set the fields into one of this machine, both in ms since 1970
   */
  onPatch: (patch: SyncPatch, toHere: (time: number) => number) => void
  /** Everything that this window has, for a room that has forgotten it; undefined where it knows nothing yet. */
  whole: () => SyncPatch | undefined
}

export interface SyncLinkOptions {
  /** Sends a change to the room. */
  post: (request: SyncRequest) => Promise<SyncOutcome>
  /** Tells the other windows of this browser while the room does not answer. */
  tellNear?: (message: NearMessage) => void
  /** @default a random one */
  id?: string
  /**
   * A change that was lost on the way is sent again after so many ms.
   *
   * @default 500
   */
  retryMs?: number
  /** Milliseconds since 1970. */
  now?: () => number
}

/** What windows of one browser tell each other without the room. */
export interface NearMessage {
  channel: SyncChannel
  patch: SyncPatch
}

/** One window's end of what all windows share. */
export interface SyncLink {
  /** Takes part in a channel; returns what sends a change of this window. */
  join: (channel: SyncChannel, listener: SyncListener) => (patch: SyncPatch) => void
  /** The room has sent a change. */
  take: (event: SyncEvent) => void
  /** Another window of this browser has sent one. */
  takeNear: (message: NearMessage) => void
  /** A connection begins, on which the room first sends all that it has. */
  begin: () => void
  /**
   * The room has sent all that it has.
   *
   * @param canAct whether this window may change anything
   */
  ready: (canAct: boolean) => void
  /** Resolves once the room has told how things stand, to whether this window may change anything. */
  whenReady: Promise<boolean>
  /** The room does not answer. */
  lose: () => void
  /** There is no room: the windows of this browser go on by themselves. */
  stayAlone: () => void
}

/** Clocks of one machine are never so far apart, and those of two are where it shows. */
const LEAST_SKEW_MS = 250

/** `away` while the room does not answer, `beginning` until it has sent what it has, then what this window may do. */
type SyncState = 'away' | 'beginning' | 'following' | 'leading'

/** What one channel of this window has changed and the room has not taken yet. */
interface Outbox {
  add: (patch: SyncPatch) => void
  clear: () => void
  flush: () => void
  /** The room has sent this change back: what it sends from now on is newer, whether it has answered yet or not. */
  heard: (n: number) => void
  /** Fields on their way: what the room has of them is older. */
  holds: (field: string) => boolean
}

/** Sends changes one after the other, those that come meanwhile together; what was lost is sent again. */
function createOutbox(
  post: (patch: SyncPatch, n: number) => Promise<SyncOutcome>,
  isOpen: () => boolean,
  retryMs: number,
): Outbox {
  let pending: SyncPatch = {}
  let sending: SyncPatch | undefined
  /** Numbers of the change that is sent, and of the one that came back last. */
  let [count, heard] = [0, 0]

  async function flush(): Promise<void> {
    if (sending || !isOpen() || Object.keys(pending).length === 0)
      return
    sending = pending
    pending = {}
    const outcome = await post(sending, ++count)
    if (outcome === 'lost')
      pending = { ...sending, ...pending }
    sending = undefined
    if (outcome === 'lost')
      setTimeout(flush, retryMs)
    else
      await flush()
  }

  return {
    add: patch => void (pending = { ...pending, ...patch }),
    clear: () => void (pending = {}),
    flush: () => void flush(),
    heard: n => void (heard = n),
    holds: field =>
      Object.hasOwn(pending, field) || (sending !== undefined && heard !== count && Object.hasOwn(sending, field)),
  }
}

interface JoinedChannel extends SyncListener {
  outbox: Outbox
}

/** Tells a listener what is new to it: fields that this window has under way come after it in the room's order. */
function takeOver({ outbox, onPatch }: JoinedChannel, event: SyncEvent, here: number): void {
  const news = Object.fromEntries(Object.entries(event.patch).filter(([field]) => !outbox.holds(field)))
  const shift = here - event.now + event.skew
  if (Object.keys(news).length > 0)
    onPatch(news, time => Math.abs(shift) < LEAST_SKEW_MS ? time : time + shift)
}

function sendSoon(outbox: Outbox, patch: SyncPatch): void {
  outbox.add(patch)
  outbox.flush()
}

/** Sends the room what it missed; of a channel that it has forgotten, everything. */
function bringUpToDate({ outbox, whole }: JoinedChannel, isKnown: boolean): void {
  if (!isKnown)
    outbox.add(whole() ?? {})
  outbox.flush()
}

/** A part of the window that comes after the room has told how things stand. */
function meet(joined: JoinedChannel, missed: SyncEvent | undefined, isLeading: boolean, here: number): void {
  if (missed)
    takeOver(joined, missed, here)
  else if (isLeading)
    bringUpToDate(joined, false)
}

/**
 * Keeps what this window shares in step with the others over the room, which puts changes in order: the last one that
 * reaches it stands. While the room is gone, the windows of this browser go on by themselves, and the room is brought
 * up to date when it is back.
 */
export function createSyncLink({
  post,
  tellNear = () => {},
  id = Math.random().toString(36).slice(2),
  retryMs = 500,
  now = Date.now,
}: SyncLinkOptions): SyncLink {
  const channels = new Map<SyncChannel, JoinedChannel>()
  /** What the room has sent of each channel on this connection, for a part of the window that comes later. */
  const known = new Map<SyncChannel, SyncEvent>()
  let state: SyncState = 'away'
  /** Until the room has said how things stand, a window that has just opened has nothing to tell it. */
  let hasBegun = false
  const { promise: whenReady, resolve: tellReady } = Promise.withResolvers<boolean>()

  return {
    join(channel, listener) {
      const outbox = createOutbox(
        (patch, n) => post({ channel, from: id, n, now: now(), patch }),
        () => state === 'leading',
        retryMs,
      )
      const joined = { ...listener, outbox }
      channels.set(channel, joined)
      meet(joined, known.get(channel), state === 'leading', now())
      return (patch) => {
        if (state === 'away')
          tellNear({ channel, patch })
        if (hasBegun && state !== 'following')
          sendSoon(outbox, patch)
      }
    },
    take(event) {
      const { channel, from, n, patch } = event
      known.set(channel, { ...event, patch: { ...known.get(channel)?.patch, ...patch } })
      const joined = channels.get(channel)
      if (from === id)
        joined?.outbox.heard(n)
      else if (joined)
        takeOver(joined, event, now())
    },
    takeNear({ channel, patch }) {
      if (state === 'away')
        channels.get(channel)?.onPatch(patch, time => time)
    },
    begin() {
      known.clear()
      state = 'beginning'
    },
    ready(canAct) {
      state = canAct ? 'leading' : 'following'
      hasBegun = true
      tellReady(canAct)
      channels.forEach((joined, channel) => canAct ? bringUpToDate(joined, known.has(channel)) : joined.outbox.clear())
    },
    whenReady,
    lose: () => void (state = 'away'),
    stayAlone: () => tellReady(true),
  }
}
