import type { Ref } from 'vue'
import type { Link } from '../polls/eventStream.ts'
import type { ModerationState } from '../polls/protocol.ts'
import { onUnmounted, ref, shallowRef } from 'vue'
import { openEventStream } from '../polls/eventStream.ts'
import { MODERATION_EVENTS_PATH } from '../polls/protocol.ts'

export interface UseModerationReturn {
  state: Ref<ModerationState | undefined>
  link: Ref<Link>
  /** Grows with every message: the room may have something new. */
  news: Ref<number>
}

/** From where this page is, which may be under a path. */
const SESSION = './api/stage/session'

/** The polls in which the room writes, as a moderator is told of them. */
export function useModeration(): UseModerationReturn {
  const state = shallowRef<ModerationState>()
  const link = ref<Link>('connecting')
  const news = ref(0)
  let close: (() => void) | undefined

  onUnmounted(() => close?.())
  void exchangeKey().then(() => close = openEventStream<ModerationState>({
    url: `.${MODERATION_EVENTS_PATH}`,
    event: 'entries',
    onData(now) {
      state.value = now
      news.value++
    },
    onLink: now => link.value = now,
    // An EventSource does not tell a 401 from a lost network.
    isRefused: async () => [401, 403].includes((await fetch(SESSION)).status),
  }))
  return { state, link, news }
}

/**
 * Trades the key in `/moderate#key=KEY` for an HttpOnly cookie, and takes it out of the address bar and the history.
 * While the room cannot be reached, it is tried again.
 */
async function exchangeKey(): Promise<void> {
  const key = new URLSearchParams(location.hash.slice(1)).get('key')
  if (!key)
    return
  history.replaceState(null, '', location.pathname)
  for (;;) {
    const response = await fetch(SESSION, { method: 'POST', headers: { Authorization: `Bearer ${key}` } })
      .catch(() => undefined)
    if (response && response.status < 500)
      return
    await new Promise(resolve => setTimeout(resolve, 1500))
  }
}
