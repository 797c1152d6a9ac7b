import type { App, ComponentPublicInstance } from 'vue'
import { nextTick } from 'vue'

/** What Slidev draws a slide in, wherever it is shown: on the wall, in the presenter view, in the overview. */
const SLIDE = '[data-slidev-no]'
/** As components/frame/SlideFault.vue draws it, which needs a slide around it that still can be drawn. */
const FAULT = 'slide-fault'
/** What was added to slides, and the part of each that could not be drawn. */
const noted = new Map<Element, ComponentPublicInstance>()

/**
 * Shows on a slide itself why a part of it cannot be drawn, where it would only stay blank: an id that nothing has, for
 * instance. Everything else on the slide stands.
 */
export function showSlideFaults(app: App): void {
  app.config.errorHandler = (error, instance) => {
    console.error(error)
    const text = error instanceof Error ? error.message : String(error)
    // At the first drawing the slide is not in the page yet.
    if (instance)
      void nextTick(() => note(instance, text))
  }
  // An edit has drawn the slide anew, perhaps without its fault; styles alone come as edits of their own.
  import.meta.hot?.on('vite:afterUpdate', () => void nextTick(sweep))
}

/** Removes the faults of what is no longer there. */
function sweep(): void {
  for (const [fault, { $: part }] of noted) {
    if (part.isUnmounted) {
      fault.remove()
      noted.delete(fault)
    }
  }
}

function slideAround(instance: ComponentPublicInstance): Element | undefined {
  for (let parent: ComponentPublicInstance | null = instance; parent; parent = parent.$parent) {
    // Undefined before the first drawing, and a comment where nothing could be drawn.
    const node = parent.$el as Node | null
    const slide = (node instanceof Element ? node : node?.parentElement)?.closest(SLIDE)
    if (slide)
      return slide
  }
}

function note(instance: ComponentPublicInstance, text: string): void {
  sweep()
  const slide = slideAround(instance)
  // One fault at a time: the next one is said once this one is mended.
  if (!slide || slide.querySelector(`.${FAULT}`))
    return
  const fault = document.createElement('p')
  fault.className = FAULT
  fault.setAttribute('role', 'alert')
  fault.textContent = text
  slide.append(fault)
  noted.set(fault, instance)
}
