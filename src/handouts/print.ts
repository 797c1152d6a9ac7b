import type { Page } from 'playwright-chromium'
import type { FinishOptions } from '../pdf/index.ts'
import type { PrintJob } from './jobs.ts'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeAside } from '../cli/writeAside.ts'
import { lineOfCard } from '../content/cards.ts'
import { anchorPages } from '../pdf/anchorPages.ts'
import { DRAW_TIMEOUT_MS, isCrash } from '../pdf/browser.ts'
import { FieldError } from '../pdf/fields.ts'
import { finishPdf } from '../pdf/index.ts'
import { OutlineError } from '../pdf/outline.ts'
import { layOutForPrint, readPageFacts } from '../pdf/printedPage.ts'
import { fileOf } from './jobs.ts'
import { MAKE_ROOM } from './outFolder.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A handout could not be printed; the message names its source and says what to mend. */
export class PrintError extends Error {
  override name = 'PrintError'
}

export interface Printed {
  file: string
  pdf: Uint8Array
  pages: number
  seconds: number
}

export interface PrintOptions {
  /** Date of the content, which stands in the file in place of the day of printing. */
  date: Date
  author: string
}

/** A handout as Chromium prints it, and what its page says of it. */
export interface Unfinished {
  pdf: Uint8Array
  facts: Omit<FinishOptions, keyof PrintOptions>
}

/**
 * Prints one handout as a tagged PDF with title, language, outline and fields.
 *
 * @param page of a running Chromium: the next handout on it finds the deck's code loaded and compiled
 * @param deckUrl where the deck with its handouts is served
 * @throws {PrintError} when the page cannot be drawn, or something on it does not fit
 */
export async function printHandout(
  page: Page,
  deckUrl: string,
  job: PrintJob,
  options: PrintOptions,
): Promise<Printed> {
  const start = performance.now()
  const printed = await printUnfinished(page, deckUrl, job).catch((error) => {
    throw explain(error, job)
  })
  try {
    const { pdf, pages } = await finishPdf(printed.pdf, { ...printed.facts, ...options })
    return { file: fileOf(job), pdf, pages, seconds: (performance.now() - start) / 1000 }
  }
  catch (error) {
    if (error instanceof FieldError || error instanceof OutlineError)
      throw new PrintError(`${job.source}: ${error.message}`)
    throw error
  }
}

/** A fault of printing with a sentence for the person at the terminal, where it is none of the kit. */
function explain(error: unknown, { name, source, route }: PrintJob): unknown {
  if (!(error instanceof Error) || error instanceof PrintError)
    return error
  if (isCrash(error))
    return new PrintError(`Chromium stopped while printing ${name}, perhaps for want of memory; run the command again.`)
  if (error.name !== 'TimeoutError')
    return error
  return new PrintError(
    `${source} was not drawn within ${DRAW_TIMEOUT_MS / 1000} seconds; run the command again, or open ${route} `
    + 'in the running deck to see why.',
  )
}

/**
 * The first half of printing a handout, which is Chromium's.
 *
 * @throws {PrintError} when the page cannot be drawn, or something on it does not fit
 */
export async function printUnfinished(page: Page, deckUrl: string, job: PrintJob): Promise<Unfinished> {
  await open(page, deckUrl, job)
  await layOutForPrint(page)
  await checkFit(page, job)
  const pdf = await toPdf(page)
  return { pdf, facts: await readPageFacts(page) }
}

/**
 * Prints a page, and once before where it tells the pages of its own parts: those are known only then. That print is
 * not tagged, which moves nothing and takes little more than half of the time.
 */
async function toPdf(page: Page): Promise<Uint8Array> {
  const print = (tagged: boolean) =>
    page.pdf({ preferCSSPageSize: true, tagged, outline: tagged, printBackground: true })
  const told = page.locator('[data-page-of]')
  if (await told.count() > 0) {
    await told.evaluateAll(elements => elements.forEach(element => element.textContent = ''))
    const pages = Object.fromEntries(await anchorPages(await print(false)))
    await told.evaluateAll((elements, pages) => {
      for (const element of elements as HTMLElement[])
        element.textContent = String(pages[element.dataset.pageOf ?? ''] ?? '')
    }, pages)
  }
  return print(true)
}

/** Writes to another file and renames it, so that a failure leaves the earlier file as it was. */
export async function writePrinted({ file, pdf }: Printed, folder: string): Promise<void> {
  await writeAside(join(folder, file), pdf, MAKE_ROOM)
}

/** Opens a handout's page in its page size and waits until all of it is drawn. */
async function open(page: Page, deckUrl: string, { route, pageSize, source }: PrintJob): Promise<void> {
  const shown = page.url()
  // A handout that is shown already only changes its page size. Any other is drawn for a screen first, where pen marks
  // are measured.
  if (!shown.startsWith(`${deckUrl}${route}?`))
    await page.emulateMedia({ media: null })
  if (shown.startsWith(`${deckUrl}/`))
    await page.evaluate(async ([route, pageSize]) => window.showHandout?.(route, pageSize), [route, pageSize] as const)
  else await page.goto(`${deckUrl}${route}?paper=${pageSize}`)
  const state = await page
    .waitForFunction(() => document.documentElement.dataset.handout, undefined, { timeout: DRAW_TIMEOUT_MS })
    .then(handle => handle.jsonValue())
  if (state !== 'ready') {
    throw new PrintError(
      `${source}: cannot be drawn as a handout (${state}); open ${route} in the running deck to see where.`,
    )
  }
  // Mermaid draws into a shadow root once its module is loaded, and images load later as well: a page without them must
  // not be printed.
  await page
    .waitForFunction(
      () =>
        [...document.querySelectorAll('.mermaid')].every(element => element.shadowRoot?.querySelector('svg'))
        && [...document.images].every(image => image.complete && image.naturalWidth > 0),
    )
    .catch((error) => {
      if (isCrash(error))
        throw error
      throw new PrintError(
        `${source}: a diagram or picture of the handout cannot be drawn; `
        + `open ${route} in the running deck to see which.`,
      )
    })
}

/**
 * Boxes with `data-fits` must hold their content. The error says the name in `data-fits` and, where `data-entry` has
 * the number of an entry, its line in the source.
 */
async function checkFit(page: Page, { source, pageSize }: PrintJob): Promise<void> {
  const tooFull = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-fits]')]
    .filter(element => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
    .map(element => ({ what: element.dataset.fits, entry: Number(element.dataset.entry) })))
  const [first] = tooFull
  if (!first)
    return
  const line = first.entry > 0 ? `:${lineOfCard(join(ROOT, source), first.entry)}` : ''
  const more = tooFull.length > 1 ? ` (and ${tooFull.length - 1} more)` : ''
  const sizeName = pageSize === 'a4' ? 'A4' : 'Letter'
  throw new PrintError(`${source}${line}: the text of ${first.what} does not fit on ${sizeName}${more}; shorten it.`)
}
