import type { ComputedRef } from 'vue'
import { useNav } from '@slidev/client'
import { computed } from 'vue'

/**
 * Whether clicks forward run the poll on the current slide. They do, unless the slide's frontmatter says
 * `clicker: off`: then only the poll's own keys and buttons do.
 */
export type UseClickStepsReturn = ComputedRef<boolean>

export function useClickSteps(): UseClickStepsReturn {
  const { currentSlideRoute, clicksContext } = useNav()
  const isOn = computed(() => {
    const { clicker } = currentSlideRoute.value?.meta.slide?.frontmatter ?? {}
    // YAML reads a bare `off` as false or as a word, depending on its version.
    return clicker !== false && clicker !== 'off'
  })
  // A slide with clicks of its own shows them first.
  return computed(() => isOn.value && clicksContext.value.current >= clicksContext.value.total)
}
