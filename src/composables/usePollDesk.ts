import type { Ref } from 'vue'
import type { DeskDialog } from '../polls/keys.ts'
import type { EntryState, StageAction } from '../polls/protocol.ts'
import type { Step } from '../polls/steps.ts'
import { createGlobalState, refAutoReset, until, useTimeoutFn } from '@vueuse/core'
import polls from 'virtual:polls'
import { ref, shallowRef } from 'vue'
import { pollOf } from '../polls/browser/pollLookup.ts'
import { findStep, pollsToReveal, stepOfClick } from '../polls/steps.ts'
import { useRoomClient } from './useRoomClient.ts'

export interface UsePollDeskReturn {
  /** A step is being taken, or was a moment ago. */
  busy: Readonly<Ref<boolean>>
  /** Id of the poll whose next `reset` is a second press, which puts its votes aside. */
  confirming: Readonly<Ref<string | undefined>>
  /** Why the last step was not taken. */
  problem: Readonly<Ref<{ poll: string, text: string } | undefined>>
  dialog: Ref<DeskDialog | undefined>
  press: (poll: string, step: Step) => Promise<void>
  /** Takes the step of that name, once the one before is done, if it fits the poll's phase; else does nothing. */
  pressNamed: (poll: string, name: StageAction | 'next') => Promise<void>
  /**
   * Takes the step that a click forward means on the slide of this poll.
   *
   * @returns whether there was one; else the click is for the next slide
   */
  pressForward: (poll: string) => boolean
  showRound: (poll: string, round: number) => Promise<void>
  setEntryState: (poll: string, entry: string, to: EntryState) => Promise<void>
}

/** A double click must not press the button that takes the place of the one it was meant for. */
const SETTLE_MS = 500
/** A key pressed later than this does not confirm the reset that was asked for. */
const CONFIRM_MS = 6000

/** Polls whose answers a later poll is compared with. */
const pairedPolls: ReadonlySet<string> = new Set(polls.flatMap(poll => poll.pair ?? []))

/** What the presenter does with polls, by mouse or by key: one state a window. */
export const usePollDesk = createGlobalState((): UsePollDeskReturn => {
  const { act, setEntryState, showRound, state } = useRoomClient()
  const busy = ref(false)
  const confirming = refAutoReset<string | undefined>(undefined, CONFIRM_MS)
  const problem = shallowRef<{ poll: string, text: string }>()
  const { start: settle } = useTimeoutFn(() => busy.value = false, SETTLE_MS, { immediate: false })

  const setProblem = (poll: string, text: string | undefined) =>
    (problem.value = text === undefined ? undefined : { poll, text })

  async function press(poll: string, { action, seconds }: Step) {
    if (busy.value)
      return
    busy.value = true
    const needsConfirmation = action === 'reset' && confirming.value !== poll
    confirming.value = needsConfirmation ? poll : undefined
    if (!needsConfirmation)
      setProblem(poll, action === 'reveal' ? await reveal(poll) : await act(poll, action, seconds))
    settle()
  }

  async function reveal(poll: string): Promise<string | undefined> {
    for (const id of pollsToReveal(pollOf(poll), state.value?.polls ?? {})) {
      const problemText = await act(id, 'reveal')
      if (problemText !== undefined)
        return problemText
    }
  }

  return {
    busy,
    confirming,
    problem,
    dialog: ref<DeskDialog>(),
    press,
    async pressNamed(poll, name) {
      // A key is meant for the state in which the step before leaves the poll; a second press of one key as well.
      await until(busy).toBe(false)
      const pollState = state.value?.polls[poll]
      const step = pollState && findStep(name, pollOf(poll), pollState)
      if (step)
        await press(poll, step)
    },
    pressForward(poll) {
      const pollState = state.value?.polls[poll]
      const step = pollState && stepOfClick(pollOf(poll), pollState, pairedPolls)
      if (step)
        void press(poll, step)
      return step !== undefined
    },
    showRound: async (poll, round) => void setProblem(poll, await showRound(poll, round)),
    setEntryState: async (poll, entry, to) => void setProblem(poll, await setEntryState(poll, entry, to)),
  }
})
