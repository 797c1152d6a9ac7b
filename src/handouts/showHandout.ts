import type { Router } from 'vue-router'
import type { Paper } from './pageRules.ts'
import { nextTick } from 'vue'

declare global {
  interface Window {
    /**
     * Goes to a handout without loading the deck again, and takes no more than its paper into account where it is shown
     * already. `data-handout` on the document tells from then on whether it is drawn.
     *
     * @param path without a query
     */
    showHandout?: (path: string, paper: Paper) => Promise<void>
  }
}

/** For whoever prints: most of the time for a handout of a page or two is otherwise for loading the deck. */
export function offerHandouts(router: Router): void {
  window.showHandout = async (path, paper) => {
    const { path: shown, query } = router.currentRoute.value
    await router.replace({ path, query: { ...path === shown && query, paper } })
    await nextTick()
  }
}
