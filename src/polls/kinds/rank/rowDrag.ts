import type { Ref } from 'vue'
import { ref } from 'vue'

/** Pixels that a finger may tremble in a tap. */
const TREMBLE = 6

export interface UseRowDragReturn {
  /** `data-id` of the row that is being dragged. */
  held: Ref<string | undefined>
  /** On `pointerdown`, `pointermove`, and `pointerup` or `pointercancel` of the list. */
  hold: (event: PointerEvent) => void
  drag: (event: PointerEvent) => void
  drop: () => void
  /** Whether a click is only the end of a drag. */
  wasDrag: () => boolean
}

/**
 * Rows of a list that are dragged by their `.place`, with mouse or finger.
 *
 * @param onPlace called with the row's `data-id` whenever it is over another place, 0 for the first
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
      if (!grip || (!held.value && Math.abs(clientY - grip.y) < TREMBLE))
        return
      const list = currentTarget as HTMLElement
      // The row itself moves in the document, which would end its hold on the pointer.
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
      // After the click that ends it.
      setTimeout(() => place = undefined)
    },
  }
}
