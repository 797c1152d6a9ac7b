import type { ComputedRef } from 'vue'
import { useNav } from '@slidev/client'
import { computed } from 'vue'
import { pollIdsOf } from '../polls/slidePolls.ts'

/** Ids of the polls in the frontmatter of the current slide, in their order; empty on any other slide. */
export type UseSlidePollsReturn = ComputedRef<string[]>

export function useSlidePolls(): UseSlidePollsReturn {
  const { currentSlideRoute } = useNav()
  return computed(() => pollIdsOf(currentSlideRoute.value?.meta.slide?.frontmatter ?? {}))
}
