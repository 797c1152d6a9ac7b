import type { Component } from 'vue'
import type { NavigationGuard } from 'vue-router'
import { defineRoutesSetup } from '@slidev/types'
import { defineComponent, h } from 'vue'
import { useRoute } from 'vue-router'

/**
 * Slidev tells by the address whether it prints: polls then show what a reader of paper can use, and marks are drawn at
 * once.
 */
const inPrint: NavigationGuard = ({ path, query }) => 'print' in query || { path, query: { ...query, print: 'true' } }

/** Each exercise's own: the next one's page is drawn anew, as if it had been loaded. */
async function byPath(page: Promise<{ default: Component }>) {
  const { default: Page } = await page
  return defineComponent(() => {
    const route = useRoute()
    return () => h(Page, { key: route.path })
  })
}

/** Handout previews, in the dev server only: a published deck must not carry the facilitator's answers. */
export default defineRoutesSetup(routes =>
  import.meta.env.HANDOUT_PREVIEW
    ? [
        { path: '/handouts', component: () => import('../src/handouts/HandoutList.vue') },
        { path: '/handouts/ballot-slips', component: () => import('../src/handouts/BallotSlips.vue') },
        { path: '/handouts/kit/workbook', component: () => import('../src/handouts/WorkbookPage.vue') },
        { path: '/handouts/kit/facilitator-guide', component: () => import('../src/handouts/GuidePage.vue') },
        { path: '/handouts/kit/feedback-form', component: () => import('../src/handouts/FeedbackPage.vue') },
        {
          path: '/handouts/kit/slides-handout',
          beforeEnter: inPrint,
          component: () => import('../src/handouts/SlidesPage.vue'),
        },
        {
          path: '/handouts/kit/slides-with-notes',
          beforeEnter: inPrint,
          component: () => import('../src/handouts/NotesPage.vue'),
        },
        { path: '/handouts/:slug/cards', component: () => byPath(import('../src/handouts/CardsPage.vue')) },
        { path: '/handouts/:slug/:edition', component: () => byPath(import('../src/handouts/HandoutPage.vue')) },
        ...routes,
      ]
    : routes,
)
