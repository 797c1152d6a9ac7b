import { sharedState } from '@slidev/client'
import { defineAppSetup } from '@slidev/types'
import { exchangeStageKey } from '../src/composables/useRoomClient.ts'
import { offerHandouts } from '../src/handouts/showHandout.ts'
import { bringNotes } from './presenter/bringNotes.ts'
import { showSlideFaults } from './slideFaults.ts'

/**
 * Slidev shows only seven lines of notes. This is enough for a whole note, unless the presenter chose another height.
 */
const NOTES_HEIGHT = ['slidev-presenter-notes-row-size', '460'] as const

export default defineAppSetup(({ app, router }) => {
  showSlideFaults(app)

  if (localStorage.getItem(NOTES_HEIGHT[0]) === null)
    localStorage.setItem(...NOTES_HEIGHT)

  // Pen marks are measured when they are drawn. If fonts arrive later, a resize makes them be measured again.
  document.fonts.addEventListener('loadingdone', () => dispatchEvent(new Event('resize')))

  // A slides window that is opened during a show goes to the present slide. Slidev would open the first one, and take
  // all other windows there too.
  const stop = router.beforeEach((to) => {
    const isStartPage = to.redirectedFrom?.path === '/' || to.path === '/'
    if (isStartPage && sharedState.lastUpdate && to.query.clicks === undefined)
      return { path: `/${sharedState.page}`, query: { ...to.query, clicks: sharedState.clicks } }
  })
  router.afterEach(stop)

  if (import.meta.env.HANDOUT_PREVIEW)
    offerHandouts(router)

  if (import.meta.env.ROOM_LIVE && !__SLIDEV_HAS_SERVER__)
    bringNotes(router)

  if (exchangeStageKey(location.hash))
    void router.isReady().then(() => router.replace({ ...router.currentRoute.value, hash: '' }))
})
