import type { EventStreamOptions } from '../polls/eventStream.ts'
import type { Random } from '../polls/random.ts'
import type { Phone } from './phone.ts'
import type { ReceivedState } from './verifier.ts'
import { openEventStream } from '../polls/eventStream.ts'
import { withAsking } from '../polls/heldBack.ts'
import { createEventSource } from './eventSource.ts'

/** `out` until they arrive; `away` of their own accord; `offline` because the room does not answer. */
export type Whereabouts = 'out' | 'away' | 'offline' | 'live'

export interface RoomLinkOptions {
  phone: Phone
  random: Random
  onData: EventStreamOptions<ReceivedState>['onData']
  /** Called when events begin to come. */
  onLive: () => void
  onChange: () => void
}

export interface RoomLink {
  whereabouts: () => Whereabouts
  /** When events last began to come, by `performance.now()`; 0 for never. */
  liveSince: () => number
  /** Asks the room once, which gives the phone its cookie. */
  join: () => Promise<void>
  /** Follows the room's events as the phone page does. */
  open: () => void
  /** Out of reach, until it is opened again. */
  close: () => void
}

/** The link of one phone to its room. */
export function createRoomLink({ phone, random, onData, onLive, onChange }: RoomLinkOptions): RoomLink {
  let [whereabouts, liveSince, stopStream]: [Whereabouts, number, () => void] = ['out', 0, () => {}]

  function move(next: Whereabouts) {
    const isBack = next === 'live' && whereabouts !== 'live'
    whereabouts = next
    if (isBack) {
      liveSince = performance.now()
      onLive()
    }
    onChange()
  }

  async function ask(): Promise<string | undefined> {
    const reply = await phone.fetch('/api/room')
    return reply.ok ? JSON.stringify(await reply.json()) : undefined
  }

  return {
    whereabouts: () => whereabouts,
    liveSince: () => liveSince,
    async join() {
      move('offline')
      // Without an answer there is the stream, which tries again.
      await phone.fetch('/api/room').then(reply => reply.json()).catch(() => {})
    },
    open() {
      stopStream = openEventStream<ReceivedState>({
        url: '/api/room/events',
        event: 'room',
        device: withAsking({ connect: path => createEventSource(phone, path), watch: () => {} }, 'room', ask),
        random: random.next,
        onData,
        onLink: link => move(link === 'live' ? 'live' : 'offline'),
      })
    },
    close() {
      stopStream()
      move('away')
    },
  }
}
