import { useHead } from '@unhead/vue'
import { nextTick, onErrorCaptured, onMounted, onUnmounted } from 'vue'
import { RUNNING_FONT } from './paper.ts'

export interface HandoutDocument {
  /**
   * Waits until everything is drawn, and tells whoever prints: `data-handout` on the document is then `ready`, or
   * `error: …` with what is wrong.
   *
   * @param prepare loads what the page shows
   */
  draw: (prepare?: () => Promise<void>) => Promise<void>
  /** There is nothing to draw at this address. */
  tellUnknown: () => void
}

/** Turns Slidev's fixed stage into an ordinary, scrolling, light document with a title and page rules of its own. */
export function useHandoutDocument(title: () => string, style: () => string = () => ''): HandoutDocument {
  useHead({ title, style: [{ textContent: style }] })
  const { classList, dataset } = document.documentElement
  const mounted = new Promise<void>(resolve => onMounted(resolve))
  onMounted(() => classList.add('handout-document'))
  onUnmounted(() => {
    classList.remove('handout-document')
    delete dataset.handout
  })

  // What cannot be drawn must not be printed as if it were complete.
  const tellError = (error: unknown) => {
    dataset.handout = `error: ${error instanceof Error ? error.message : String(error)}`
  }
  onErrorCaptured(tellError)

  async function draw(prepare = async () => {}) {
    try {
      await Promise.all([prepare(), mounted])
      await nextTick()
      // Fonts are asked for when the page is laid out.
      void document.body.offsetHeight
      await Promise.all([document.fonts.load(RUNNING_FONT), document.fonts.ready])
      dataset.handout ??= 'ready'
    }
    catch (error) {
      tellError(error)
    }
  }
  return { draw, tellUnknown: () => dataset.handout = 'unknown' }
}
