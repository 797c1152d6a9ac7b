import type { ComputedRef } from 'vue'
import { useNav } from '@slidev/client'
import { computed } from 'vue'
import { findPoll, pairedPolls } from '../polls/browser/pollLookup.ts'
import { pollInTurn } from '../polls/slidePolls.ts'
import { useAdhocPoll } from './useAdhocPoll.ts'
import { useRoomClient } from './useRoomClient.ts'
import { useSlidePolls } from './useSlidePolls.ts'

/**
 * Id of the poll that keys and clicks act on: one that was typed and is over the slide, else the one on the current
 * slide whose turn it is; undefined on any other slide.
 */
export type UseCurrentPollReturn = ComputedRef<string | undefined>

export function useCurrentPoll(): UseCurrentPollReturn {
  const { isPrintMode } = useNav()
  const { state } = useRoomClient()
  const adhoc = useAdhocPoll()
  const ids = useSlidePolls()
  return computed(() => {
    if (adhoc.value && !isPrintMode.value)
      return adhoc.value.id
    const [first] = ids.value
    const polls = ids.value.flatMap(id => findPoll(id) ?? [])
    return ids.value.length > 1 ? pollInTurn(polls, state.value?.polls ?? {}, pairedPolls())?.id : first
  })
}
