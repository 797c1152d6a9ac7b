import { useNav } from '@slidev/client'
import { watch } from 'vue'
import { pollOf } from '../polls/deckPolls.ts'
import { opensItself } from '../polls/steps.ts'
import { useCurrentPoll } from './currentPoll.ts'
import { useRoomClient } from './roomClient.ts'

/**
 * Opens the polls that say so once the presenter comes to their slide. Opening twice, in two windows, is opening once.
 */
export function useAutoOpen(): void {
  const { isPrintMode } = useNav()
  const { state, link, act } = useRoomClient()
  const current = useCurrentPoll()
  let due: string | undefined

  watch(current, id => due = id, { immediate: true })
  watch([current, state], () => {
    const standing = due === undefined ? undefined : state.value?.polls[due]
    if (!standing || link.value !== 'live' || isPrintMode.value)
      return
    due = undefined
    if (opensItself(pollOf(standing.id), standing))
      void act(standing.id, 'open')
  }, { immediate: true })
}
