import type { SyncChannel, SyncEvent, SyncRequest } from '../polls/protocol.ts'

/** What all windows of the deck share: where it stands, the timer, drawings, and what else they set. */
export interface WindowSync {
  /** Takes a change over and tells every window of it. The later of two changes to one field stands. */
  put: (request: SyncRequest) => void
  /** Everything as it stands, for a window that has just come. */
  state: (channels?: readonly SyncChannel[]) => SyncEvent[]
}

/** Drawings of a talk take a few hundred kilobytes; beyond this, the oldest slides' are forgotten. */
const MAX_CHANNEL_BYTES = 4 * 1024 * 1024

interface Shared {
  fields: Map<string, { value: unknown, bytes: number }>
  bytes: number
  skew: number
}

/**
 * Keeps the windows of the deck in step. The room is what puts the changes of several presenters in order: each window
 * takes over what it is sent, and sees its own changes there, too. Kept in memory only: after a restart of the room,
 * a presenter's window brings it all back.
 *
 * @param send writes a change to every window of the deck
 * @param now milliseconds since 1970
 */
export function createWindowSync(send: (event: SyncEvent) => void, now: () => number = Date.now): WindowSync {
  const channels = new Map<SyncChannel, Shared>()

  return {
    put({ channel, from, n, now: theirs, patch }) {
      const shared = channels.get(channel) ?? { fields: new Map(), bytes: 0, skew: 0 }
      channels.set(channel, shared)
      shared.skew = now() - theirs
      for (const [name, value] of Object.entries(patch))
        setField(shared, name, value)
      send({ channel, from, n, now: now(), skew: shared.skew, patch })
    },
    state(wanted) {
      return [...channels]
        .filter(([channel]) => wanted?.includes(channel) ?? true)
        .map(([channel, { fields, skew }]) => ({
          channel,
          from: '',
          n: 0,
          now: now(),
          skew,
          patch: Object.fromEntries(Array.from(fields, ([name, { value }]) => [name, value])),
        }))
    },
  }
}

function setField(shared: Shared, name: string, value: unknown): void {
  const { fields } = shared
  shared.bytes -= fields.get(name)?.bytes ?? 0
  fields.delete(name)
  const bytes = name.length + JSON.stringify(value ?? null).length
  // What was set last is the last of a map, and what is forgotten is its first.
  fields.set(name, { value, bytes })
  shared.bytes += bytes
  for (const [oldest, { bytes: freed }] of fields) {
    if (shared.bytes <= MAX_CHANNEL_BYTES || fields.size === 1)
      return
    fields.delete(oldest)
    shared.bytes -= freed
  }
}
