import type { Ref } from 'vue'
import type { DeskDialog } from '../polls/keys.ts'
import type { StageAction } from '../polls/protocol.ts'
import type { Step } from '../polls/steps.ts'
import { createGlobalState, refAutoReset, until, useTimeoutFn } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import { isAdhocId } from '../polls/adhoc.ts'
import { pairedPolls, pollOf } from '../polls/browser/pollLookup.ts'
import { findStep, formatNoStep, pollsToReveal, stepOfClick } from '../polls/steps.ts'
import { useRoomClient } from './useRoomClient.ts'

/** A step by its name; `next` is the usual one. */
type StepName = StageAction | 'next'

export interface UsePollDeskReturn {
  /** A step is being taken, or was a moment ago. */
  busy: Readonly<Ref<boolean>>
  /** Id of the poll whose next `reset` is a second press, which puts its votes aside. */
  confirming: Readonly<Ref<string | undefined>>
  /** Why the last step was not taken. */
  problem: Readonly<Ref<{ poll: string, text: string } | undefined>>
  dialog: Ref<DeskDialog | undefined>
  press: (poll: string, step: Step) => Promise<void>
  /**
   * Takes the step of the first of these names that fits the poll's phase, once all that was pressed before is done;
   * says why where none fits.
   */
  pressNamed: (poll: string, names: readonly StepName[]) => Promise<void>
  /** Opens a dialog about a poll, or says why there is none. */
  openDialog: (poll: string, which: DeskDialog) => void
  /**
   * Takes the step that a click forward means on the slide of this poll.
   *
   * A poll that was typed is put away after its last step.
   *
   * @returns whether there was one; else the click is for the next slide
   */
  pressForward: (poll: string) => boolean
  /** Takes a poll that was typed off the wall; it can be shown again. */
  putAway: (poll: string) => Promise<void>
  showRound: (poll: string, round: number) => Promise<void>
}

/** A double click must not press the button that takes the place of the one it was meant for. */
const SETTLE_MS = 500
/** What a key could not do stands so long beside the buttons. */
const WORDS_MS = 8000
/** A key pressed later than this does not confirm the reset that was asked for. */
const CONFIRM_MS = 6000

/** What the desk says beside the buttons of a poll. */
function useDeskWords() {
  const failure = shallowRef<{ poll: string, text: string }>()
  const words = refAutoReset<{ poll: string, text: string } | undefined>(undefined, WORDS_MS)
  const about = (poll: string, text: string | undefined) => text === undefined ? undefined : { poll, text }
  return {
    problem: computed(() => words.value ?? failure.value),
    /** Why the last step failed; it stands until the next one. */
    setProblem: (poll: string, text: string | undefined) => void (failure.value = about(poll, text)),
    /** Why a key or click did nothing; it stands for a few seconds. */
    say: (poll: string, text: string | undefined) => void (words.value = about(poll, text)),
  }
}

/** The steps that are pressed, by mouse, by key or by clicker: one at a time. */
function usePresses({ say, setProblem }: Pick<ReturnType<typeof useDeskWords>, 'say' | 'setProblem'>) {
  const { act, state } = useRoomClient()
  const busy = ref(false)
  const confirming = refAutoReset<string | undefined>(undefined, CONFIRM_MS)
  /** Keys are taken one after the other. */
  let lastPress: Promise<void> = Promise.resolve()
  let failedAt = 0
  const { start: settle } = useTimeoutFn(() => busy.value = false, SETTLE_MS, { immediate: false })

  async function press(poll: string, { action, seconds }: Step): Promise<void> {
    if (busy.value)
      return
    busy.value = true
    say(poll, undefined)
    const needsConfirmation = action === 'reset' && confirming.value !== poll
    confirming.value = needsConfirmation ? poll : undefined
    if (!needsConfirmation)
      await take(poll, action, seconds)
    settle()
  }

  async function take(poll: string, action: StageAction, seconds: number | undefined): Promise<void> {
    const ids = action === 'reveal' ? pollsToReveal(pollOf(poll), state.value?.polls ?? {}) : [poll]
    let text: string | undefined
    for (const id of ids)
      text ??= await act(id, action, seconds)
    setProblem(poll, text)
    if (text !== undefined)
      failedAt = performance.now()
  }

  async function takeNamed(poll: string, names: readonly StepName[], pressedAt: number): Promise<void> {
    // A key is meant for the state in which the step before leaves the poll; a second press of one key as well.
    await until(busy).toBe(false)
    const pollState = state.value?.polls[poll]
    // What was pressed while a step failed was meant for the state after it.
    if (!pollState || pressedAt < failedAt)
      return
    const [step] = names.flatMap(name => findStep(name, pollOf(poll), pollState) ?? [])
    if (step)
      await press(poll, step)
    else if (names[0])
      say(poll, formatNoStep(names[0], pollOf(poll), pollState))
  }

  return {
    busy,
    confirming,
    press,
    pressNamed(poll: string, names: readonly StepName[]) {
      const pressedAt = performance.now()
      return lastPress = lastPress.then(() => takeNamed(poll, names, pressedAt))
    },
  }
}

/** What the presenter does with polls, by mouse or by key: one state a window. */
export const usePollDesk = createGlobalState((): UsePollDeskReturn => {
  const { showAdhoc, showRound, state } = useRoomClient()
  const { problem, say, setProblem } = useDeskWords()
  const presses = usePresses({ say, setProblem })
  const dialog = ref<DeskDialog>()

  const putAway = async (poll: string) => void setProblem(poll, await showAdhoc(poll, false))
  function pressForward(poll: string): boolean {
    const pollState = state.value?.polls[poll]
    const step = pollState && stepOfClick(pollOf(poll), pollState, pairedPolls())
    if (step && presses.busy.value)
      say(poll, 'That was quick: the last step has only just been taken. Press again.')
    else if (step)
      void presses.press(poll, step)
    else if (isAdhocId(poll))
      void putAway(poll)
    return step !== undefined || isAdhocId(poll)
  }

  return {
    ...presses,
    pressForward,
    problem,
    dialog,
    openDialog(poll, which) {
      if (which === 'entries' && !state.value?.polls[poll]?.entries)
        say(poll, 'Only words and questions have entries to sort.')
      else
        dialog.value = which
    },
    putAway,
    showRound: async (poll, round) => void setProblem(poll, await showRound(poll, round)),
  }
})
