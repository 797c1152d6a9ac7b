import { useNav } from '@slidev/client'
import { computed, watch } from 'vue'
import { findPoll } from '../polls/browser/pollLookup.ts'
import { opensAutomatically } from '../polls/steps.ts'
import { useRoomClient } from './useRoomClient.ts'
import { useSlidePolls } from './useSlidePolls.ts'

/**
 * Opens a poll with `auto` as soon as the deck comes to its slide; of several on a slide, only the first. Each window
 * tries; the room opens a poll that is open already no second time.
 */
export function useAutoOpen(): void {
  const { isPrintMode } = useNav()
  const { state, canAct, act } = useRoomClient()
  const ids = useSlidePolls()
  const current = computed(() => ids.value[0])
  /** The poll whose slide has come, until the room has been reached and it was decided once. */
  let pending: string | undefined

  watch(current, id => pending = id, { immediate: true })
  watch([current, state], () => {
    const pollState = pending === undefined ? undefined : state.value?.polls[pending]
    if (!pollState || !canAct.value || isPrintMode.value)
      return
    pending = undefined
    const poll = findPoll(pollState.id)
    if (poll && opensAutomatically(poll, pollState))
      void act(pollState.id, 'open')
  }, { immediate: true })
}
