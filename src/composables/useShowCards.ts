import type { Ref } from 'vue'
import { shallowRef, watchEffect } from 'vue'
import { useRoomClient } from './useRoomClient.ts'

export interface UseShowCardsOptions {
  /** Whether the presenter has come to the click that shows them, in a window that may act. */
  isDue: () => boolean
}

export interface UseShowCardsReturn {
  /** Why they could not be shown. */
  problem: Readonly<Ref<string | undefined>>
}

/**
 * Shows the room's curve, and phones their cards, at a click. Each window that may act tries; a room that
 * shows them already does so no second time.
 */
export function useShowCards({ isDue }: UseShowCardsOptions): UseShowCardsReturn {
  const { state, canAct, showCards } = useRoomClient()
  const problem = shallowRef<string>()
  let asked = false
  watchEffect(async () => {
    const isShown = state.value?.cards === true
    asked &&= !isShown && isDue()
    if (asked || isShown || !canAct.value || !state.value || !isDue())
      return
    asked = true
    problem.value = await showCards(true)
  })
  return { problem }
}
