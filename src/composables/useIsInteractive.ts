import type { ComputedRef } from 'vue'
import { useSlideContext } from '@slidev/client'
import { computed } from 'vue'

/**
 * Whether what there is to press on a slide may be pressed: not in the small pictures of an overview or of the next
 * slide.
 */
export function useInHand(): ComputedRef<boolean> {
  const { $renderContext } = useSlideContext()
  return computed(() => ['slide', 'presenter'].includes($renderContext.value))
}
