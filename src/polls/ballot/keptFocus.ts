import type { Ref } from 'vue'
import { onBeforeUpdate, onUpdated } from 'vue'

/**
 * Keeps the focus on its element when rows change places: moving an element in the document takes the focus away. When
 * the element is gone, the form itself is focused, so that a keyboard user goes on from there.
 *
 * @param root the form's element, with `tabindex="-1"`
 */
export function useKeptFocus(root: Ref<HTMLElement | undefined>): void {
  let focused: HTMLElement | undefined
  onBeforeUpdate(() => {
    const { activeElement } = document
    focused = activeElement instanceof HTMLElement && root.value?.contains(activeElement) ? activeElement : undefined
  })
  onUpdated(() => {
    if (focused && document.activeElement !== focused)
      (root.value?.contains(focused) ? focused : root.value)?.focus({ preventScroll: true })
  })
}
