import type { ComputedRef } from 'vue'
import type { PageSize } from './pageRules.ts'
import type { Part } from './parts.ts'
import { injectHead, useHead } from '@unhead/vue'
import { renderDOMHead } from '@unhead/vue/client'
import { computed, nextTick, onBeforeUnmount, onErrorCaptured, onMounted, watch } from 'vue'
import { useRoute } from 'vue-router'
import { formatPageRules, parsePageSize, RUNNING_FONT } from './pageRules.ts'
import { formatPartRules } from './parts.ts'

export interface UseHandoutDocumentOptions {
  /** Slidev's `configs`: the running head begins with the deck's title. */
  deck: { title: string, themeConfig: Record<string, unknown> }
  /** Of the document: of its tab and of its PDF. */
  title: string
  /**
   * What the running head says after the deck's title, or parts that each have their title there.
   *
   * @default no page rules, for a document that is not printed
   */
  runningHead?: string | Part[]
  /** @default the deck's `handoutFooter` */
  runningFoot?: string
  /**
   * As in CSS.
   *
   * @default the margin of the page size
   */
  margin?: (pageSize: PageSize) => string
}

export interface UseHandoutDocumentReturn {
  /** On which it is laid out, from the address; may change on a document that is drawn. */
  pageSize: ComputedRef<PageSize>
  /**
   * Waits until everything is drawn, and tells whoever prints: `data-handout` on the document is then `ready`, or
   * `error: …` with what is wrong.
   *
   * @param prepare loads what the page shows
   */
  draw: (prepare?: () => Promise<void>) => Promise<void>
  /** Tells that there is nothing to draw at this address: `data-handout` is `unknown`. */
  tellUnknown: () => void
}

/** Turns Slidev's fixed stage into an ordinary, scrolling, light document with a title and page rules of its own. */
export function useHandoutDocument(options: UseHandoutDocumentOptions): UseHandoutDocumentReturn {
  const route = useRoute()
  const pageSize = computed(() => parsePageSize(route.query.paper))
  const head = injectHead()
  useHead({ title: options.title, style: [{ textContent: () => pageRulesOf(options, pageSize.value) }] })

  const { classList, dataset } = document.documentElement
  const mounted = new Promise<void>(resolve => onMounted(resolve))
  let isLeft = false
  onMounted(() => classList.add('handout-document'))
  onBeforeUnmount(() => {
    isLeft = true
    classList.remove('handout-document')
    delete dataset.handout
  })

  // A page that failed to draw must not be printed as if it were complete.
  const tellError = (error: unknown) => {
    dataset.handout = `error: ${error instanceof Error ? error.message : String(error)}`
  }
  onErrorCaptured(tellError)

  async function draw(prepare = async () => {}) {
    try {
      await Promise.all([prepare(), mounted])
      await nextTick()
      markRowHeaders()
      // Unhead writes its tags a moment later otherwise, and the page rules are among them.
      if (!isLeft)
        renderDOMHead(head)
      // The browser asks for fonts when it lays out the page.
      void document.body.offsetHeight
      await Promise.all([document.fonts.load(RUNNING_FONT), document.fonts.ready])
      if (!isLeft)
        dataset.handout ??= 'ready'
    }
    catch (error) {
      tellError(error)
    }
  }

  watch(pageSize, () => {
    if (dataset.handout !== 'ready')
      return
    delete dataset.handout
    void draw()
  })

  return { pageSize, draw, tellUnknown: () => dataset.handout = 'unknown' }
}

function pageRulesOf(
  { deck, runningHead, runningFoot, margin }: UseHandoutDocumentOptions,
  pageSize: PageSize,
): string {
  if (runningHead === undefined)
    return ''
  const rules = {
    pageSize,
    runningFoot: runningFoot ?? String(deck.themeConfig.handoutFooter ?? ''),
    margin: margin?.(pageSize),
  }
  return typeof runningHead === 'string'
    ? formatPageRules({ ...rules, runningHead: `${deck.title}: ${runningHead}` })
    : formatPartRules(runningHead, { ...rules, documentTitle: deck.title })
}

/** Markdown has no row headers: the first cell of a row is one, unless it is a place to write. */
function markRowHeaders() {
  for (const cell of document.querySelectorAll(
    '.handout tbody td:first-child:not(:only-child, :has(.write-in, .tick-box))',
  )) {
    if (cell.textContent?.trim())
      cell.setAttribute('role', 'rowheader')
  }
}
