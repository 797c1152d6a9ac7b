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

/**
 * Gives the focus back to the deck after a click: Slidev ignores the arrow keys while a button has it. After a key
 * press, whose `detail` is 0, the button keeps the focus.
 */
export function returnFocusToDeck({ detail, currentTarget }: MouseEvent): void {
  if (detail > 0)
    (currentTarget as HTMLElement).blur()
}
