import type { SlideRoute } from '@slidev/types'
import type { ShallowRef } from 'vue'
import { useNav } from '@slidev/client'
import { injectionSlideScale } from '@slidev/client/constants.ts'
import { nextTick, onBeforeUnmount, onErrorCaptured, onMounted, provide, ref, shallowRef } from 'vue'

export interface UsePrintedSlidesReturn {
  /** Those of the range; none until there are the fonts in which they are measured. */
  slides: Readonly<ShallowRef<SlideRoute[]>>
  /** To be called once the slides are in the page. */
  onDrawn: () => void
}

/**
 * Turns Slidev's fixed stage into a document of slides in their own size, and tells whoever prints it: `data-printed` on
 * the document is `ready` once all is drawn, or `error: …`.
 *
 * @param finish what the page does to its slides once they are drawn
 */
export function usePrintedSlides(finish: () => void | Promise<void> = () => {}): UsePrintedSlidesReturn {
  const { slides: all, printRange } = useNav()
  const slides = shallowRef<SlideRoute[]>([])
  const { classList, dataset } = document.documentElement
  provide(injectionSlideScale, ref(1))

  const tellError = (error: unknown) => {
    dataset.printed = `error: ${error instanceof Error ? error.message : String(error)}`
  }
  onErrorCaptured(tellError)
  onMounted(async () => {
    classList.add('printed-deck')
    // Pen marks are measured when they are drawn, so the fonts come first.
    await Promise.all([...document.fonts].map(font => font.load()))
    slides.value = all.value.filter(({ no }) => printRange.value.includes(no))
  })
  onBeforeUnmount(() => {
    classList.remove('printed-deck')
    delete dataset.printed
  })

  async function onDrawn() {
    try {
      // Slidev knows the last click of a slide a tick after it is mounted, and then draws its marks.
      await nextTick()
      await nextTick()
      await finish()
      dataset.printed ??= 'ready'
    }
    catch (error) {
      tellError(error)
    }
  }
  return { slides, onDrawn: () => void onDrawn() }
}
