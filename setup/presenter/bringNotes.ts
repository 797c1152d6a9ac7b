import type { Router } from 'vue-router'
import { slides } from '@slidev/client/logic/slides.ts'
import { fetchNotes } from '../../src/composables/useRoomClient.ts'

/** Pages that show notes. */
const WITH_NOTES = /^\/(?:presenter|notes)(?:\/|$)/

/**
 * Gives the slides of a built deck their notes, which it does not hold: the room sends them to who has the presenter's
 * key. A page that shows them waits for that.
 */
export function bringNotes(router: Router): void {
  let brought: Promise<void> | undefined
  router.beforeEach(async ({ path }) => {
    if (WITH_NOTES.test(path))
      await (brought ??= bring())
  })

  async function bring(): Promise<void> {
    const notes = await fetchNotes()
    if (!notes)
      return void (brought = undefined)
    for (const { no, meta } of slides.value)
      (meta.slide as { noteHTML: string }).noteHTML = notes[no - 1] ?? ''
  }
}
