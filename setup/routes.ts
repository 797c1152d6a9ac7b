import type { Component } from 'vue'
import type { NavigationGuard, RouteRecordRaw } from 'vue-router'
import type { KitDocumentName } from '../src/handouts/kitDocuments.ts'
import { defineRoutesSetup } from '@slidev/types'
import { defineComponent, h } from 'vue'
import { useRoute } from 'vue-router'
import { TRACK_IDS } from '../src/content/tracks.ts'
import { KIT_DOCUMENTS } from '../src/handouts/kitDocuments.ts'
import { LARGE } from '../src/handouts/largePrint.ts'
import { TRACK_DOCUMENTS } from '../src/handouts/packPapers.ts'

/**
 * Adds `?print` to the address, by which Slidev tells that it is printing: polls then show what is of use on paper, and
 * pen marks are drawn at once.
 */
const inPrint: NavigationGuard = ({ path, query }) => 'print' in query || { path, query: { ...query, print: 'true' } }

/** A page that is mounted again for each exercise; Vue Router would reuse the component. */
async function byPath(page: Promise<{ default: Component }>) {
  const { default: Page } = await page
  return defineComponent(() => {
    const route = useRoute()
    return () => h(Page, { key: route.path })
  })
}

type LoadPage = () => Promise<{ default: Component }>

/** The end of the address of a document that a track has for itself. */
const OF_TRACK = `/:track(${TRACK_IDS.join('|')})?`
/** The end of the address of a document in large print. */
const IN_LARGE = `/:large(${LARGE})?`

function kitRoutes(pages: Record<KitDocumentName, LoadPage>): RouteRecordRaw[] {
  return (Object.keys(KIT_DOCUMENTS) as KitDocumentName[]).map((name) => {
    const { route, drawsSlides } = KIT_DOCUMENTS[name]
    const path = (TRACK_DOCUMENTS as KitDocumentName[]).includes(name) ? `${route}${OF_TRACK}` : route
    const component = () => byPath(pages[name]())
    return { path: `${path}${IN_LARGE}`, component, ...(drawsSlides && { beforeEnter: inPrint }) }
  })
}

/** A phone in a hand; a projector or a tablet has room for Slidev's own presenter view. */
const NARROW = '(max-width: 600px)'

/** Shows the remote where the presenter view is opened on a phone. */
function withRemote(route: RouteRecordRaw): RouteRecordRaw {
  if (route.name !== 'presenter')
    return route
  const original = route.component as LoadPage
  const component = () => matchMedia(NARROW).matches ? import('../components/desk/RemoteView.vue') : original()
  return { ...route, component } as RouteRecordRaw
}

/**
 * Previews of handouts, in the dev server and for printing only: a published deck must not hold the facilitator's
 * answers. All imports are inside the condition, so that the bundler drops them with it.
 */
export default defineRoutesSetup(routes =>
  import.meta.env.HANDOUT_PREVIEW
    ? [
        { path: '/handouts', component: () => import('../src/handouts/HandoutList.vue') },
        ...kitRoutes({
          'workbook': () => import('../src/handouts/WorkbookPage.vue'),
          'facilitator-guide': () => import('../src/handouts/GuidePage.vue'),
          'ballot-slips': () => import('../src/handouts/BallotSlips.vue'),
          'feedback-form': () => import('../src/handouts/FeedbackPage.vue'),
          'slides-handout': () => import('../src/handouts/SlidesPage.vue'),
          'slides-with-notes': () => import('../src/handouts/NotesPage.vue'),
        }),
        { path: '/handouts/print-plan/:plan', component: () => byPath(import('../src/handouts/PrintPlanPage.vue')) },
        { path: '/printed/deck', component: () => import('../src/export/page/DeckPage.vue'), beforeEnter: inPrint },
        { path: '/printed/notes', component: () => import('../src/export/page/NotesPage.vue'), beforeEnter: inPrint },
        { path: '/handouts/:slug/cards', component: () => byPath(import('../src/handouts/CardsPage.vue')) },
        { path: '/handouts/:slug/mat', component: () => byPath(import('../src/handouts/MatPage.vue')) },
        { path: '/handouts/:slug/mat-in-two', component: () => byPath(import('../src/handouts/MatInTwoPage.vue')) },
        { path: '/handouts/:slug/pages', component: () => byPath(import('../src/handouts/SourcePagesPage.vue')) },
        {
          path: `/handouts/:slug/:edition${IN_LARGE}`,
          component: () => byPath(import('../src/handouts/HandoutPage.vue')),
        },
        ...routes.map(withRemote),
      ]
    : routes.map(withRemote),
)
