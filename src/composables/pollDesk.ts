import type { Ref } from 'vue'
import type { DeskDialog } from '../polls/keys.ts'
import type { DeckPoll, EntryState, StageAction, StagePoll } from '../polls/protocol.ts'
import type { Step } from '../polls/steps.ts'
import { ref, shallowRef } from 'vue'
import { pollOf } from '../polls/deckPolls.ts'
import { stepNamed } from '../polls/steps.ts'
import { useRoomClient } from './roomClient.ts'

/** The presenter's hand on the polls, whether it holds a mouse or presses keys: one a window. */
export interface PollDesk {
  /** A step is being taken, or was a moment ago. */
  busy: Readonly<Ref<boolean>>
  /** Id of the poll that waits for a second press before its votes are put aside. */
  asking: Readonly<Ref<string | undefined>>
  /** Why the last step was not taken. */
  trouble: Readonly<Ref<{ poll: string, text: string } | undefined>>
  dialog: Ref<DeskDialog | undefined>
  press: (poll: string, step: Step) => Promise<void>
  /** Takes the step of that name if it fits the poll's phase, else does nothing. */
  pressNamed: (poll: string, name: StageAction | 'next') => Promise<void>
  mark: (poll: string, entry: string, to: EntryState) => Promise<void>
}

/** A double click must not press the button that takes this one's place. */
const SETTLE_MS = 500
/** A question whether to start over is not answered by a key pressed much later. */
const ASKING_MS = 6000
let desk: PollDesk | undefined

export function usePollDesk(): PollDesk {
  return desk ??= createDesk()
}

function createDesk(): PollDesk {
  const { act, mark, state } = useRoomClient()
  const [busy, asking] = [ref(false), ref<string>()]
  const trouble = shallowRef<{ poll: string, text: string }>()
  let forget: ReturnType<typeof setTimeout> | undefined

  const known = (id: string): [DeckPoll, StagePoll] | undefined => {
    const standing = state.value?.polls[id]
    return standing && [pollOf(id), standing]
  }
  const told = (poll: string, text: string | undefined) =>
    (trouble.value = text === undefined ? undefined : { poll, text })

  async function press(poll: string, { action, seconds }: Step) {
    if (busy.value)
      return
    busy.value = true
    clearTimeout(forget)
    const ask = action === 'reset' && asking.value !== poll
    asking.value = ask ? poll : undefined
    if (ask)
      forget = setTimeout(() => asking.value = undefined, ASKING_MS)
    else
      told(poll, await act(poll, action, seconds))
    setTimeout(() => busy.value = false, SETTLE_MS)
  }

  return {
    busy,
    asking,
    trouble,
    dialog: ref<DeskDialog>(),
    press,
    async pressNamed(poll, name) {
      const found = known(poll)
      const step = found && stepNamed(name, ...found)
      if (step)
        await press(poll, step)
    },
    mark: async (poll, entry, to) => void told(poll, await mark(poll, entry, to)),
  }
}
