import type { ComputedRef } from 'vue'
import type { Step } from '../polls/steps.ts'
import { computed } from 'vue'
import { findPoll, pairedPolls } from '../polls/browser/pollLookup.ts'
import { stepOfClick } from '../polls/steps.ts'
import { useAdhocPoll } from './useAdhocPoll.ts'
import { useClickSteps } from './useClickSteps.ts'
import { useCurrentPoll } from './useCurrentPoll.ts'
import { usePollDesk } from './usePollDesk.ts'
import { useRoomClient } from './useRoomClient.ts'

export interface UseForwardReturn {
  /** The step of a poll that comes next; undefined where the next click is one of the slide. */
  step: ComputedRef<Step | undefined>
  /**
   * Goes forward as a clicker does: by a step of the poll on the slide, where there is one.
   *
   * @param next goes to the next click or slide
   */
  goForward: (next: () => unknown) => void
}

/** What a click forward means where the presenter stands. */
export function useForward(): UseForwardReturn {
  const { canAct, state } = useRoomClient()
  const current = useCurrentPoll()
  const adhoc = useAdhocPoll()
  const hasClickSteps = useClickSteps()
  const desk = usePollDesk()
  const id = computed(() => canAct.value && (adhoc.value || hasClickSteps.value) ? current.value : undefined)

  return {
    step: computed(() => {
      const poll = id.value === undefined ? undefined : findPoll(id.value)
      const pollState = poll && state.value?.polls[poll.id]
      return poll && pollState && stepOfClick(poll, pollState, pairedPolls())
    }),
    goForward(next) {
      if (id.value === undefined || !desk.pressForward(id.value))
        next()
    },
  }
}
