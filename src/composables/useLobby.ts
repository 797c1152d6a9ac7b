import type { Ref } from 'vue'
import { createGlobalState, useBroadcastChannel } from '@vueuse/core'
import { ref, watch } from 'vue'

export interface UseLobbyReturn {
  /** Whether the wall shows how to join, over whatever slide it has. */
  isShown: Readonly<Ref<boolean>>
  toggle: () => void
}

/**
 * The lobby: how to join, over the whole wall. The windows of one browser share it, so that the presenter's key shows
 * it on the wall.
 */
export const useLobby = createGlobalState((): UseLobbyReturn => {
  const isShown = ref(false)
  const { data, post } = useBroadcastChannel<boolean, boolean>({ name: 'lobby' })
  watch(data, (shown) => {
    if (typeof shown === 'boolean')
      isShown.value = shown
  })
  return {
    isShown,
    toggle() {
      isShown.value = !isShown.value
      post(isShown.value)
    },
  }
})
