import type { ShortcutOptions } from '@slidev/types'
import { useNav } from '@slidev/client'
import { defineShortcutsSetup } from '@slidev/types'
import { useCurrentPoll } from '../src/composables/useCurrentPoll.ts'
import { usePollDesk } from '../src/composables/usePollDesk.ts'
import { useRoomClient } from '../src/composables/useRoomClient.ts'
import { HELP_KEY, POLL_KEYS } from '../src/polls/keys.ts'

/** Whether Ctrl, Alt or Meta is pressed: then the key is meant for the browser. */
let isChord = false
window.addEventListener('keydown', event => isChord = event.ctrlKey || event.altKey || event.metaKey, { capture: true })

/** The keyboard shortcuts for polls. The key `?` shows a list of them. */
export default defineShortcutsSetup((_, base) => {
  const { isPresenter } = useNav()
  const { link } = useRoomClient()
  const current = useCurrentPoll()
  const desk = usePollDesk()

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
  return [...base, ...keys, { name: 'keys', key: HELP_KEY, fn: () => desk.dialog.value = 'keys' }]
})
