import type { Ref } from 'vue'
import { ref } from 'vue'

/** A finger may move this far in a tap before it counts as a drag. */
const MAX_TAP_MOVE_PX = 6

export interface UseRowDragReturn {
  /** `data-id` of the row that is being dragged, if any. */
  held: Ref<string | undefined>
  /** `hold` handles `pointerdown` of the list, `drag` `pointermove`, `drop` `pointerup` and `pointercancel`. */
  hold: (event: PointerEvent) => void
  drag: (event: PointerEvent) => void
  drop: () => void
  /** Whether the click that is being handled only ended a drag. */
  wasDrag: () => boolean
}

/**
 * Lets the rows of a list be dragged by their `.place` element, with mouse or finger.
 *
 * @param onPlace called with the row's `data-id` whenever it comes over another place, from 0
 */
export function useRowDrag(onPlace: (id: string, place: number) => void): UseRowDragReturn {
  const held = ref<string>()
  let grip: { id: string, y: number } | undefined
  let place: number | undefined

  return {
    held,
    wasDrag: () => place !== undefined,
    hold({ target, clientY }) {
      const row = (target as Element).closest('.place')?.closest('li')
      grip = row?.dataset.id === undefined ? undefined : { id: row.dataset.id, y: clientY }
      place = undefined
    },
    drag({ currentTarget, pointerId, clientY }) {
      if (!grip || (!held.value && Math.abs(clientY - grip.y) < MAX_TAP_MOVE_PX))
        return
      const list = currentTarget as HTMLElement
      // The list captures the pointer: the row is moved in the document, which would end a capture of its own.
      list.setPointerCapture(pointerId)
      const { id } = grip
      held.value = id
      const others = [...list.children].filter(child => (child as HTMLElement).dataset.id !== id)
      const over = others.filter((other) => {
        const { top, height } = other.getBoundingClientRect()
        return top + height / 2 < clientY
      }).length
      if (over !== place)
        onPlace(id, place = over)
    },
    drop() {
      grip = held.value = undefined
      // The click that ends a drag comes after `pointerup`, and must still see it in `wasDrag`.
      setTimeout(() => place = undefined)
    },
  }
}
