import type { ComputedRef } from 'vue'
import { useNav } from '@slidev/client'
import { computed } from 'vue'

/** Id of the poll in the frontmatter of the current slide; undefined on any other slide. */
export type UseCurrentPollReturn = ComputedRef<string | undefined>

export function useCurrentPoll(): UseCurrentPollReturn {
  const { currentSlideRoute } = useNav()
  return computed(() => currentSlideRoute.value?.meta.slide?.frontmatter.poll as string | undefined)
}
