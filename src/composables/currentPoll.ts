import type { ComputedRef } from 'vue'
import { useNav } from '@slidev/client'
import { computed } from 'vue'

/** Id of the poll that the current slide asks, if it asks one. */
export function useCurrentPoll(): ComputedRef<string | undefined> {
  const { currentSlideRoute } = useNav()
  return computed(() => currentSlideRoute.value?.meta.slide?.frontmatter.poll as string | undefined)
}
