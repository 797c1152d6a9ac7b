import type { Ref } from 'vue'
import type { ErrorBody, StageAction, StageState } from '../room/protocol.ts'
import type { Link } from './eventStream.ts'
import { ref, shallowRef } from 'vue'
import { actionPath } from '../room/protocol.ts'
import { openEventStream } from './eventStream.ts'

/** What the deck needs of a room. */
export interface RoomClient {
  /** Undefined until the room has answered. */
  state: Readonly<Ref<StageState | undefined>>
  /** `none` where the deck runs without a room, as a static site does. */
  link: Readonly<Ref<Link | 'none'>>
  /** @returns undefined when done, else one sentence on why not */
  act: (poll: string, action: StageAction) => Promise<string | undefined>
}

const SESSION = '/api/stage/session'
let client: RoomClient | undefined
let keyExchange: Promise<unknown> = Promise.resolve()

/** The one connection of this window to the room: slides, previews and overview share it. */
export function useRoomClient(): RoomClient {
  return client ??= import.meta.env.ROOM_LIVE ? liveRoom() : noRoom()
}

/**
 * Trades the stage key in an address such as `/presenter/1#stage=KEY` for an HttpOnly cookie. A fragment is never sent to
 * a server, and the caller takes it out of the address bar.
 *
 * @returns whether there was a key
 */
export function exchangeStageKey(hash: string): boolean {
  const key = /^#stage=(.+)$/.exec(hash)?.[1]
  if (!key || !import.meta.env.ROOM_LIVE)
    return false
  keyExchange = fetch(SESSION, { method: 'POST', headers: { Authorization: `Bearer ${decodeURIComponent(key)}` } }).catch(() => {})
  return true
}

function noRoom(): RoomClient {
  return { state: shallowRef(), link: ref('none'), act: async () => 'No room is running beside this deck.' }
}

function liveRoom(): RoomClient {
  const state = shallowRef<StageState>()
  const link = ref<Link>('connecting')

  void keyExchange.then(() => openEventStream<StageState>({
    url: '/api/stage/events',
    event: 'stage',
    onData(next, first) {
      if (first || !state.value || next.seq > state.value.seq)
        state.value = next
    },
    onLink: it => link.value = it,
    // An EventSource does not tell a 401 from a lost network.
    isRefused: async () => (await fetch(SESSION)).status === 401,
  }))

  return {
    state,
    link,
    async act(poll, action) {
      try {
        const response = await fetch(actionPath(poll, action), { method: 'POST' })
        const body = await response.json() as StageState | ErrorBody
        if ('error' in body)
          return body.error.message
        if (!state.value || body.seq > state.value.seq)
          state.value = body
        return undefined
      }
      catch {
        return 'The room did not answer. Look at the poll’s state, then try again.'
      }
    },
  }
}
