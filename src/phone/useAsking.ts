import type { Ref } from 'vue'
import type { RoomState } from '../polls/protocol.ts'
import { computed, ref, watch } from 'vue'

export interface UseAskingReturn {
  /** Whether the form for a question has the page, instead of the vote or what else there is. */
  asking: Readonly<Ref<boolean>>
  /** Whether it was open before: then it is kept, with what is written in it. */
  hasAsked: Ref<boolean>
  /** Whether something stands in it that was not sent. */
  askDraft: Ref<boolean>
  toggleAsking: () => void
}

/** Asking a question while the talk is somewhere else. */
export function useAsking(room: Ref<RoomState | undefined>): UseAskingReturn {
  const wanted = ref(false)
  const hasAsked = ref(false)
  const askDraft = ref(false)

  // A vote that opens comes first, unless somebody is in the middle of a sentence.
  watch(() => `${room.value?.poll?.id}/${room.value?.round}/${room.value?.phase}`, () => {
    if (room.value?.phase === 'open' && !askDraft.value)
      wanted.value = false
  })

  return {
    asking: computed(() => wanted.value && room.value?.ask !== undefined),
    hasAsked,
    askDraft,
    toggleAsking() {
      wanted.value = !wanted.value
      hasAsked.value = true
    },
  }
}
