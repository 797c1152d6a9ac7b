import type { SlideRoute } from '@slidev/types'
import type { ShallowRef } from 'vue'
import type { PrintedSlide } from '../printedSlide.ts'
import type { LinkedSlide } from './slideLinks.ts'
import { useNav } from '@slidev/client'
import { injectionSlideScale } from '@slidev/client/constants.ts'
import { parseRangeString } from '@slidev/parser/utils'
import { computed, nextTick, onBeforeUnmount, onErrorCaptured, onMounted, provide, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { noteText } from './noteText.ts'
import { linkPages, linksOn } from './slideLinks.ts'
import { slideTitle, slideWords } from './slideWords.ts'

export interface UsePrintedSlidesOptions {
  /** What the page does with its slides once they are drawn and described. */
  finish?: (printed: PrintedSlide[]) => void | Promise<void>
}

export interface UsePrintedSlidesReturn {
  /** The slides of the range in the address; empty until the fonts have loaded, since slides are measured in them. */
  slides: Readonly<ShallowRef<SlideRoute[]>>
  /** To be called once the slides are in the page. */
  onDrawn: () => void
}

/**
 * Turns Slidev's fixed stage into a document of slides, and tells whoever prints it: `data-printed` on the document is
 * `ready` once all is drawn, or `error: …`.
 */
export function usePrintedSlides({ finish }: UsePrintedSlidesOptions = {}): UsePrintedSlidesReturn {
  const { slides: all } = useNav()
  const { query } = useRoute()
  const slides = shallowRef<SlideRoute[]>([])
  const { classList, dataset } = document.documentElement
  provide(injectionSlideScale, computed(() => 1))

  // A slide that failed to draw must not be printed as if it were complete.
  const tellError = (error: unknown) => {
    dataset.printed = `error: ${error instanceof Error ? error.message : String(error)}`
  }
  onErrorCaptured(tellError)
  onMounted(async () => {
    classList.add('printed-deck')
    // Pen marks are measured when they are drawn, so the fonts come first.
    await Promise.all([...document.fonts].map(font => font.load()))
    // Slidev's own range is empty where the page was not open yet when it was read.
    const range = parseRangeString(all.value.length, query.range as string | undefined)
    slides.value = all.value.filter(({ no }) => range.includes(no))
  })
  onBeforeUnmount(() => {
    classList.remove('printed-deck')
    delete dataset.printed
  })

  async function draw() {
    try {
      // Slidev knows the last click of a slide a tick after it is mounted, and then draws its marks.
      await nextTick()
      await nextTick()
      await loadPictures()
      const pages = slides.value.flatMap(route => pagesOf(route).map(page => ({ route, page })))
      linkPages(document, all.value.map(linkedSlideOf), no => pages.find(({ route }) => route.no === no)?.page.id)
      const printed = pages.map(describe)
      window.printedSlides = printed
      await finish?.(printed)
      dataset.printed ??= 'ready'
    }
    catch (error) {
      tellError(error)
    }
  }
  return { slides, onDrawn: () => void draw() }
}

function linkedSlideOf({ no, meta }: SlideRoute): LinkedSlide {
  return { no, alias: meta.slide.frontmatter.routeAlias }
}

/** Pictures come later than the slides that show them. One that cannot be loaded shows its words, as on the wall. */
async function loadPictures(): Promise<void> {
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
}

/** With clicks, a slide has several. */
function pagesOf({ no }: SlideRoute): Element[] {
  // Slidev begins the id of each with the number of the slide in three digits.
  return [...document.querySelectorAll(`.print-slide-container[id^="${String(no).padStart(3, '0')}-"]`)]
}

function describe({ route, page }: { route: SlideRoute, page: Element }): PrintedSlide {
  const { frontmatter, title, noteHTML } = route.meta.slide
  return {
    id: page.id,
    no: route.no,
    section: String(frontmatter.section ?? ''),
    title: slideTitle(page, title ?? `Slide ${route.no}`),
    text: slideWords(page),
    note: noteText(noteHTML ?? ''),
    links: linksOn(page),
  }
}
