import type { ComputedRef } from 'vue'
import type { Paper } from './pageRules.ts'
import { injectHead, useHead } from '@unhead/vue'
import { renderDOMHead } from '@unhead/vue/client'
import { computed, nextTick, onBeforeUnmount, onErrorCaptured, onMounted, watch } from 'vue'
import { useRoute } from 'vue-router'
import { paperOf, RUNNING_FONT } from './pageRules.ts'

export interface HandoutDocument {
  /** On which it is laid out, from the address: it may change on a document that is drawn. */
  paper: ComputedRef<Paper>
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
export function useHandoutDocument(title: () => string, style: (paper: Paper) => string = () => ''): HandoutDocument {
  const route = useRoute()
  const paper = computed(() => paperOf(route.query.paper))
  const head = injectHead()
  useHead({ title, style: [{ textContent: () => style(paper.value) }] })

  const { classList, dataset } = document.documentElement
  const mounted = new Promise<void>(resolve => onMounted(resolve))
  let isLeft = false
  onMounted(() => classList.add('handout-document'))
  onBeforeUnmount(() => {
    isLeft = true
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
      nameRows()
      // It would be written a moment later, and the page rules are in it.
      if (!isLeft)
        renderDOMHead(head)
      // Fonts are asked for when the page is laid out.
      void document.body.offsetHeight
      await Promise.all([document.fonts.load(RUNNING_FONT), document.fonts.ready])
      if (!isLeft)
        dataset.handout ??= 'ready'
    }
    catch (error) {
      tellError(error)
    }
  }

  watch(paper, () => {
    if (dataset.handout !== 'ready')
      return
    delete dataset.handout
    void draw()
  })

  return { paper, draw, tellUnknown: () => dataset.handout = 'unknown' }
}

/** Markdown knows no heads of rows: what stands first in a row is one, unless that is a place to write. */
function nameRows() {
  for (const cell of document.querySelectorAll(
    '.handout tbody td:first-child:not(:only-child, :has(.write-in, .tick-box))',
  )) {
    if (cell.textContent?.trim())
      cell.setAttribute('role', 'rowheader')
  }
}
