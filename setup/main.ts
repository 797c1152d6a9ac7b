import { sharedState } from '@slidev/client'
import { defineAppSetup } from '@slidev/types'
import { exchangeStageKey } from '../src/composables/useRoomClient.ts'
import { offerHandouts } from '../src/handouts/showHandout.ts'

/** Slidev gives the notes seven lines: room for a whole note, where nobody has chosen otherwise. */
const NOTES_HEIGHT = ['slidev-presenter-notes-row-size', '460'] as const

export default defineAppSetup(({ router }) => {
  if (localStorage.getItem(NOTES_HEIGHT[0]) === null)
    localStorage.setItem(...NOTES_HEIGHT)

  // Pen marks are measured when they are drawn; on a first load the fonts may come after them.
  document.fonts.addEventListener('loadingdone', () => dispatchEvent(new Event('resize')))

  // A slides window that is opened in the middle of a show joins it: Slidev would take everybody back to the first
  // slide.
  const stop = router.beforeEach((to) => {
    const isFrontDoor = to.redirectedFrom?.path === '/' || to.path === '/'
    if (isFrontDoor && sharedState.lastUpdate && to.query.clicks === undefined)
      return { path: `/${sharedState.page}`, query: { ...to.query, clicks: sharedState.clicks } }
  })
  router.afterEach(stop)

  if (import.meta.env.HANDOUT_PREVIEW)
    offerHandouts(router)

  if (exchangeStageKey(location.hash))
    void router.isReady().then(() => router.replace({ ...router.currentRoute.value, hash: '' }))
})
