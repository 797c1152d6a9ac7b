import type { Ref } from 'vue'
import { useElementSize } from '@vueuse/core'
import { shallowRef, watchEffect } from 'vue'

/** Size in px, undefined until it was measured. */
export interface MeasuredRoom { width?: number | undefined, height?: number | undefined }

/** px; less is what an element has while its slide is hidden or still being laid out. */
const LEAST = 100

/**
 * The room that a slide leaves an element, in px of the slide, whatever the scale at which it is shown. A slide that is
 * hidden keeps what was measured before.
 *
 * @param element whose own size does not depend on what it contains
 */
export function useRoomFor(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<MeasuredRoom>> {
  const { width, height } = useElementSize(element)
  const room = shallowRef<MeasuredRoom>({})
  watchEffect(() => {
    if (width.value >= LEAST && height.value >= LEAST)
      room.value = { width: Math.round(width.value), height: Math.floor(height.value) }
  })
  return room
}
