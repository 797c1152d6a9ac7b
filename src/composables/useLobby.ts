import type { Ref } from 'vue'
import { createGlobalState } from '@vueuse/core'
import { ref } from 'vue'
import { windowSync } from '../polls/browser/windowSync.ts'

export interface UseLobbyReturn {
  /** Whether the wall shows how to join, over whatever slide it has. */
  isShown: Readonly<Ref<boolean>>
  toggle: () => void
}

/** The lobby: how to join, over the whole wall. All windows share it, so that the presenter's key shows it there. */
export const useLobby = createGlobalState((): UseLobbyReturn => {
  const isShown = ref(false)
  const send = windowSync.join('lobby', {
    onPatch: ({ isShown: next }) => isShown.value = next === true,
    whole: () => ({ isShown: isShown.value }),
  })
  return {
    isShown,
    toggle() {
      isShown.value = !isShown.value
      send({ isShown: isShown.value })
    },
  }
})
