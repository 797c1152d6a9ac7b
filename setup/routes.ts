import type { Component } from 'vue'
import type { NavigationGuard, RouteRecordRaw } from 'vue-router'
import type { KitDocumentName } from '../src/handouts/kitDocuments.ts'
import { defineRoutesSetup } from '@slidev/types'
import { defineComponent, h } from 'vue'
import { useRoute } from 'vue-router'
import { KIT_DOCUMENTS } from '../src/handouts/kitDocuments.ts'

/**
 * Slidev tells by the address whether it prints: polls then show what a reader of paper can use, and marks are drawn at
 * once.
 */
const inPrint: NavigationGuard = ({ path, query }) => 'print' in query || { path, query: { ...query, print: 'true' } }

/** Draws a page anew for each exercise, as if it had been loaded: Vue Router would keep the component. */
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
 * Handout previews, in the dev server only: a published deck must not carry the facilitator's answers. All imports are
 * within the condition, so that the bundler drops them with it.
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
