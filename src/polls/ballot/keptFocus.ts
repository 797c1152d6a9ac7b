import type { Ref } from 'vue'
import { onBeforeUpdate, onUpdated } from 'vue'

/**
 * Keeps the focus where it was when rows change places, which takes it from them; where its element is gone, the form
 * itself gets it, so that a keyboard goes on from there.
 *
 * @param root element of the form, with `tabindex="-1"`
 */
export function useKeptFocus(root: Ref<HTMLElement | undefined>): void {
  let held: HTMLElement | undefined
  onBeforeUpdate(() => {
    const { activeElement } = document
    held = activeElement instanceof HTMLElement && root.value?.contains(activeElement) ? activeElement : undefined
  })
  onUpdated(() => {
    if (held && document.activeElement !== held)
      (root.value?.contains(held) ? held : root.value)?.focus({ preventScroll: true })
  })
}
