import type { Router } from 'vue-router'
import type { PageSize } from './pageRules.ts'
import { nextTick } from 'vue'

declare global {
  interface Window {
    /**
     * Goes to a handout without loading the deck again; one that is shown already only changes its page size.
     * `data-handout` on the document tells from then on whether it is drawn.
     *
     * @param path without a query
     */
    showHandout?: (path: string, pageSize: PageSize) => Promise<void>
  }
}

/** Lets the printer go from handout to handout: most of the time for a page or two would go into loading the deck. */
export function offerHandouts(router: Router): void {
  window.showHandout = async (path, pageSize) => {
    const { path: shown, query } = router.currentRoute.value
    await router.replace({ path, query: { ...path === shown && query, paper: pageSize } })
    await nextTick()
  }
}
