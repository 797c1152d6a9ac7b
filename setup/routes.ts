import type { Component } from 'vue'
import type { NavigationGuard, RouteRecordRaw } from 'vue-router'
import type { KitDocumentName } from '../src/handouts/kitDocuments.ts'
import { defineRoutesSetup } from '@slidev/types'
import { defineComponent, h } from 'vue'
import { useRoute } from 'vue-router'
import { KIT_DOCUMENTS } from '../src/handouts/kitDocuments.ts'

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

function kitRoutes(pages: Record<KitDocumentName, LoadPage>): RouteRecordRaw[] {
  return (Object.keys(KIT_DOCUMENTS) as KitDocumentName[]).map((name) => {
    const { route, drawsSlides } = KIT_DOCUMENTS[name]
    return { path: route, component: pages[name], ...(drawsSlides && { beforeEnter: inPrint }) }
  })
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
        { path: '/handouts/:slug/cards', component: () => byPath(import('../src/handouts/CardsPage.vue')) },
        { path: '/handouts/:slug/:edition', component: () => byPath(import('../src/handouts/HandoutPage.vue')) },
        ...routes,
      ]
    : routes,
)
