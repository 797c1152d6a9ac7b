import type { ComputedRef } from 'vue'
import type { DeckPoll } from '../polls/protocol.ts'
import { computed } from 'vue'
import { useRoomClient } from './useRoomClient.ts'

/** The poll, typed in the presenter view, that the wall shows over its slide; undefined for none. */
export type UseAdhocPollReturn = ComputedRef<DeckPoll | undefined>

export function useAdhocPoll(): UseAdhocPollReturn {
  const { state } = useRoomClient()
  return computed(() => state.value?.adhoc?.find(({ id }) => id === state.value?.current))
}
