import { useNav } from '@slidev/client'
import { watch } from 'vue'
import { pollOf } from '../polls/browser/pollLookup.ts'
import { opensAutomatically } from '../polls/steps.ts'
import { useCurrentPoll } from './useCurrentPoll.ts'
import { useRoomClient } from './useRoomClient.ts'

/**
 * Opens a poll with `auto` as soon as the deck comes to its slide. Each window tries; the room opens a poll that is
 * open already no second time.
 */
export function useAutoOpen(): void {
  const { isPrintMode } = useNav()
  const { state, link, act } = useRoomClient()
  const current = useCurrentPoll()
  /** The poll whose slide has come, until the room has been reached and it was decided once. */
  let pending: string | undefined

  watch(current, id => pending = id, { immediate: true })
  watch([current, state], () => {
    const pollState = pending === undefined ? undefined : state.value?.polls[pending]
    if (!pollState || link.value !== 'live' || isPrintMode.value)
      return
    pending = undefined
    if (opensAutomatically(pollOf(pollState.id), pollState))
      void act(pollState.id, 'open')
  }, { immediate: true })
}
