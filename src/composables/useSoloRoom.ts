import type { ComputedRef } from 'vue'
import type { Answer, StageState } from '../polls/protocol.ts'
import { useNav } from '@slidev/client'
import { createGlobalState, StorageSerializers, useStorage } from '@vueuse/core'
import polls from 'virtual:polls'
import content from 'virtual:solo'
import { computed } from 'vue'
import { soloPollState } from '../polls/solo.ts'

export interface UseSoloRoomReturn {
  /** As a room would send it, had it this reader alone. */
  state: ComputedRef<StageState>
  answerOf: (poll: string) => Answer | undefined
  /** Keeps the reader's answer in this browser; undefined takes it back. */
  answer: (poll: string, answer: Answer | undefined) => void
  /** The session whose results came with this copy of the deck. */
  session: typeof content.session
}

/** A deck without a room, for one reader. */
export const useSoloRoom = createGlobalState((): UseSoloRoomReturn => {
  const { isPrintMode } = useNav()
  const answers = new Map(polls.map(({ id }) => [id, useStoredAnswer(id)]))
  const pollStates = computed(() => Object.fromEntries(polls.map(poll => [
    poll.id,
    soloPollState(
      poll,
      isPrintMode.value ? undefined : answers.get(poll.id)?.value,
      content,
      { showSessionResults: isPrintMode.value },
    ),
  ])))
  return {
    state: computed(() => ({
      seq: 0,
      session: content.session?.name ?? '',
      current: null,
      joined: 0,
      joinUrl: '',
      polls: pollStates.value,
    })),
    session: content.session,
    answerOf: poll => answers.get(poll)?.value,
    answer(poll, answer) {
      const stored = answers.get(poll)
      if (stored)
        stored.value = answer
    },
  }
})

/** Where private browsing forbids storage, the answer lives as long as the page. */
function useStoredAnswer(poll: string) {
  return useStorage<Answer | undefined>(`poll/${poll}`, undefined, undefined, {
    serializer: StorageSerializers.object,
    shallow: true,
    flush: 'sync',
    listenToStorageChanges: false,
    onError: () => {},
  })
}
