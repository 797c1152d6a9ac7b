import type { ShortcutOptions } from '@slidev/types'
import { useNav } from '@slidev/client'
import { defineShortcutsSetup } from '@slidev/types'
import { useClickSteps } from '../src/composables/useClickSteps.ts'
import { useCurrentPoll } from '../src/composables/useCurrentPoll.ts'
import { useLobby } from '../src/composables/useLobby.ts'
import { usePollDesk } from '../src/composables/usePollDesk.ts'
import { useRoomClient } from '../src/composables/useRoomClient.ts'
import { HELP_KEY, LOBBY_KEY, POLL_KEYS } from '../src/polls/keys.ts'

/** Whether Ctrl, Alt or Meta is pressed: then the key is meant for the browser. */
let isChord = false
window.addEventListener('keydown', event => isChord = event.ctrlKey || event.altKey || event.metaKey, { capture: true })

/** The keyboard shortcuts for polls. The key `?` shows a list of them. */
export default defineShortcutsSetup((_, base) => {
  const { isPresenter } = useNav()
  const { link } = useRoomClient()
  const current = useCurrentPoll()
  const hasClickSteps = useClickSteps()
  const desk = usePollDesk()
  const lobby = useLobby()

  const keys = POLL_KEYS.map(({ key, press, presenter }): ShortcutOptions => ({
    name: `poll_${key}`,
    key,
    fn() {
      if (isChord || current.value === undefined || link.value !== 'live' || (presenter && !isPresenter.value))
        return
      if (typeof press === 'object')
        desk.dialog.value = press.dialog
      else
        void desk.pressNamed(current.value, press)
    },
  }))
  /** What a clicker sends, and the arrow and the space bar beside it. */
  const FORWARD = new Set(['next_space', 'next_right', 'next_page_key'])
  const withPolls = ({ fn, ...shortcut }: ShortcutOptions): ShortcutOptions => ({
    ...shortcut,
    fn: !FORWARD.has(shortcut.name ?? '')
      ? fn
      : () => {
          const id = link.value === 'live' && hasClickSteps.value ? current.value : undefined
          if (id === undefined || isChord || !desk.pressForward(id))
            fn?.()
        },
  })

  return [
    ...base.map(withPolls),
    ...keys,
    { name: 'keys', key: HELP_KEY, fn: () => desk.dialog.value = 'keys' },
    { name: 'lobby', key: LOBBY_KEY, fn: () => !isChord && link.value === 'live' && lobby.toggle() },
  ]
})
