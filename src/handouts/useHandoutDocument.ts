import type { ComputedRef } from 'vue'
import type { PageSize, SheetKind } from './pageRules.ts'
import type { Part } from './parts.ts'
import { injectHead, useHead } from '@unhead/vue'
import { renderDOMHead } from '@unhead/vue/client'
import { computed, nextTick, onBeforeUnmount, onErrorCaptured, onMounted, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { LARGE } from './largePrint.ts'
import { formatFormRule, formatPageRules, formatRunningHead, parsePageSize, RUNNING_FONT } from './pageRules.ts'
import { formatPartRules } from './parts.ts'
import { curlQuotes, curlQuotesIn } from './quotes.ts'

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
  /** @default 'upright' */
  sheet?: SheetKind
}

export interface UseHandoutDocumentReturn {
  /** On which it is laid out, from the address; may change on a document that is drawn. */
  pageSize: ComputedRef<PageSize>
  /**
   * Waits until everything is drawn, and tells whoever prints: `data-handout` on the document is then `ready`, or
   * `error: …` with what is wrong.
   *
   * @param prepare loads what the page shows
   * @param fit adapts what is drawn to the page size, and does so again for another one
   */
  draw: (prepare?: () => Promise<void>, fit?: () => Promise<void>) => Promise<void>
  /** Tells that there is nothing to draw at this address: `data-handout` is `unknown`. */
  tellUnknown: () => void
}

/** Turns Slidev's fixed stage into an ordinary, scrolling, light document with a title and page rules of its own. */
export function useHandoutDocument(options: UseHandoutDocumentOptions): UseHandoutDocumentReturn {
  const route = useRoute()
  const pageSize = computed(() => parsePageSize(route.query.paper))
  const large = route.params.large === LARGE
  const head = injectHead()
  const isForm = shallowRef(false)
  const rules = computed(() => pageRulesOf({ ...options, large }, pageSize.value, isForm.value))
  useHead({ title: titleOf(options.title, large), style: [{ textContent: () => rules.value }] })

  const { classList, dataset } = document.documentElement
  const classes = ['handout-document', ...(large ? ['large-print'] : [])]
  const mounted = new Promise<void>(resolve => onMounted(resolve))
  let isLeft = false
  onMounted(() => classList.add(...classes))
  onBeforeUnmount(() => {
    isLeft = true
    classList.remove(...classes)
    delete dataset.handout
  })

  // A page that failed to draw must not be printed as if it were complete.
  const tellError = (error: unknown) => {
    dataset.handout = `error: ${error instanceof Error ? error.message : String(error)}`
  }
  onErrorCaptured(tellError)

  let fitAgain = async () => {}
  async function draw(prepare = async () => {}, fit = fitAgain) {
    fitAgain = fit
    try {
      await Promise.all([prepare(), mounted])
      await nextTick()
      await fit()
      finishMarkdown()
      isForm.value = options.runningHead !== undefined && document.querySelector('.field-link') !== null
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

function titleOf(title: string, large: boolean): string {
  return curlQuotes(large ? `${title} (large print)` : title)
}

function pageRulesOf(
  { deck, runningHead, runningFoot, margin, sheet, large }: UseHandoutDocumentOptions & { large: boolean },
  pageSize: PageSize,
  isForm: boolean,
): string {
  if (runningHead === undefined)
    return ''
  const common = {
    pageSize,
    runningFoot: runningFoot ?? String(deck.themeConfig.handoutFooter ?? ''),
    margin: margin?.(pageSize),
    sheet: large ? 'sideways' as const : sheet,
    large,
  }
  const rules = typeof runningHead === 'string'
    ? formatPageRules({ ...common, runningHead: curlQuotes(formatRunningHead(deck.title, runningHead)) })
    : formatPartRules(runningHead, { ...common, documentTitle: deck.title })
  return isForm ? `${rules}\n${formatFormRule(large)}` : rules
}

/** What Markdown cannot say, or authors need not. */
function finishMarkdown() {
  document.querySelectorAll('.handout').forEach(curlQuotesIn)
  markRowHeaders()
  markTables()
  pairHalves()
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

/** Tables that are set in a way of their own, by the head of their first column. */
const TABLE_CLASSES: Record<string, string> = {
  // What a facilitator does at which minute is read standing, so it is set larger.
  Minute: 'read-standing',
  Criterion: 'rubric',
}

function markTables() {
  for (const head of document.querySelectorAll('.handout th:first-child')) {
    const name = TABLE_CLASSES[head.textContent?.trim() ?? '']
    if (name)
      head.closest('table')?.classList.add(name)
  }
}

/** Write-ins of half a line stand beside each other two by two: each second one keeps away from the first. */
function pairHalves() {
  for (const half of document.querySelectorAll('.handout .write-in.half')) {
    const before = half.previousElementSibling
    half.classList.toggle('second', before?.matches('.write-in.half:not(.second)') ?? false)
  }
}
