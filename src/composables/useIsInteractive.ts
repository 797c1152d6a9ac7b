import type { ComputedRef } from 'vue'
import { useSlideContext } from '@slidev/client'
import { computed } from 'vue'

/** Whether the buttons of a slide may be pressed. */
export type UseIsInteractiveReturn = ComputedRef<boolean>

/** The thumbnails of the overview and of the next slide show the same components, which must not react there. */
export function useIsInteractive(): UseIsInteractiveReturn {
  const { $renderContext } = useSlideContext()
  return computed(() => ['slide', 'presenter'].includes($renderContext.value))
}
