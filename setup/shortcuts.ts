import type { ShortcutOptions } from '@slidev/types'
import { useNav } from '@slidev/client'
import { defineShortcutsSetup } from '@slidev/types'
import { useAdhocPoll } from '../src/composables/useAdhocPoll.ts'
import { useCurrentPoll } from '../src/composables/useCurrentPoll.ts'
import { shownExerciseClock } from '../src/composables/useExerciseClock.ts'
import { useForward } from '../src/composables/useForward.ts'
import { useLobby } from '../src/composables/useLobby.ts'
import { usePollDesk } from '../src/composables/usePollDesk.ts'
import { useRoomClient } from '../src/composables/useRoomClient.ts'
import {
  ADHOC_KEY,
  AWAY_KEY,
  CLOCK_KEYS,
  HELP_KEY,
  LOBBY_KEY,
  MUTE_KEY,
  namesOf,
  POLL_KEYS,
} from '../src/polls/keys.ts'

/** Whether Ctrl, Alt or Meta is pressed: then the key is meant for the browser. */
let isChord = false
window.addEventListener('keydown', event => isChord = event.ctrlKey || event.altKey || event.metaKey, { capture: true })

/** The keyboard shortcuts for polls. The key `?` shows a list of them. */
export default defineShortcutsSetup((_, base) => {
  const { isPresenter } = useNav()
  const { canAct } = useRoomClient()
  const current = useCurrentPoll()
  const desk = usePollDesk()
  const { goForward } = useForward()
  const lobby = useLobby()

  const keys = POLL_KEYS.map(({ key, press, presenter }): ShortcutOptions => ({
    name: `poll_${key}`,
    key,
    fn() {
      if (isChord || current.value === undefined || !canAct.value || (presenter && !isPresenter.value))
        return
      if (typeof press === 'object' && 'dialog' in press)
        desk.openDialog(current.value, press.dialog)
      else
        void desk.pressNamed(current.value, namesOf(press))
    },
  }))
  /** What a clicker sends, and the arrow and the space bar beside it. */
  const FORWARD = new Set(['next_space', 'next_right', 'next_page_key'])
  const withPolls = ({ fn, ...shortcut }: ShortcutOptions): ShortcutOptions => ({
    ...shortcut,
    fn: !FORWARD.has(shortcut.name ?? '') ? fn : () => isChord ? fn?.() : goForward(() => fn?.()),
  })

  /** An exercise has no poll, so the keys of a clock are free for its own there. */
  const withExerciseClock = ({ fn, ...shortcut }: ShortcutOptions): ShortcutOptions => {
    const clockKey = CLOCK_KEYS.find(({ key }) => key === shortcut.key)
    return { ...shortcut, fn: () => isChord || !clockKey || !shownExerciseClock.value
      ? fn?.()
      : shownExerciseClock.value[clockKey.press]() }
  }

  return [
    ...base.map(withPolls),
    ...keys.map(withExerciseClock),
    { name: 'keys', key: HELP_KEY, fn: () => desk.dialog.value = 'keys' },
    ...roomShortcuts(),
    { name: 'lobby', key: LOBBY_KEY, fn: () => !isChord && canAct.value && lobby.toggle() },
  ]
})

/** Those for what is on no slide: polls that are typed during the talk, and reactions. */
function roomShortcuts(): ShortcutOptions[] {
  const { isPresenter } = useNav()
  const { canAct, muteReactions, state } = useRoomClient()
  const { dialog, putAway } = usePollDesk()
  const adhoc = useAdhocPoll()
  return [
    {
      name: 'adhoc',
      key: ADHOC_KEY,
      fn: () => !isChord && canAct.value && isPresenter.value && (dialog.value = 'adhoc'),
    },
    { name: 'adhoc_away', key: AWAY_KEY, fn: () => canAct.value && adhoc.value && void putAway(adhoc.value.id) },
    {
      name: 'reactions',
      key: MUTE_KEY,
      fn() {
        const reactions = state.value?.reactions
        if (!isChord && canAct.value && reactions)
          void muteReactions(reactions === 'on')
      },
    },
  ]
}
