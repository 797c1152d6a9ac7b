import type { ComputedRef } from 'vue'
import type { Answer, Card, StageState } from '../polls/protocol.ts'
import { useNav } from '@slidev/client'
import { createGlobalState, StorageSerializers, useStorage } from '@vueuse/core'
import content from 'virtual:solo'
import { computed, shallowReactive } from 'vue'
import { allPolls } from '../polls/browser/pollLookup.ts'
import { soloCard, soloPollState } from '../polls/solo.ts'

export interface UseSoloRoomReturn {
  /** As a room would send it, had it this reader alone. */
  state: ComputedRef<StageState>
  /** How the reader did in the quizzes. */
  card: ComputedRef<Card>
  answerOf: (poll: string) => Answer | undefined
  /** Keeps the reader's answer in this browser; undefined takes it back. */
  answer: (poll: string, answer: Answer | undefined) => void
  /** Whether its reader still answers a poll: then it counts as open, whatever was answered so far. */
  isReopened: (poll: string) => boolean
  /** Keeps a poll open, or ends that. */
  reopen: (poll: string, isOpen: boolean) => void
  /** The session whose results came with this copy of the deck. */
  session: typeof content.session
}

/** A deck without a room, for one reader. */
export const useSoloRoom = createGlobalState((): UseSoloRoomReturn => {
  const { isPrintMode } = useNav()
  const polls = allPolls()
  const calibration = content.session?.calibration
  const answers = new Map(polls.map(({ id }) => [id, useStoredAnswer(id)]))
  const reopened = shallowReactive(new Set<string>())
  const pollStates = computed(() => Object.fromEntries(polls.map(poll => [
    poll.id,
    soloPollState(
      poll,
      isPrintMode.value || reopened.has(poll.id) ? undefined : answers.get(poll.id)?.value,
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
      ...calibration && { cards: true as const, calibration },
    })),
    card: computed(() => soloCard(polls, poll => answers.get(poll)?.value, content)),
    session: content.session,
    answerOf: poll => answers.get(poll)?.value,
    isReopened: poll => reopened.has(poll),
    reopen: (poll, isOpen) => void (isOpen ? reopened.add(poll) : reopened.delete(poll)),
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
