import type { Page } from 'playwright-chromium'
import type { PrintJob } from './jobs.ts'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lineOfCard } from '../content/cards.ts'
import { FieldError } from '../pdf/fields.ts'
import { finishPdf } from '../pdf/index.ts'
import { OutlineError } from '../pdf/outline.ts'
import { fileOf } from './jobs.ts'

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
  try {
    await open(page, deckUrl, job)
    await layOutForPrint(page)
    await checkFit(page, job)
    const { title, language, headings, links } = await page.evaluate(() => ({
      title: document.title,
      language: document.documentElement.lang,
      headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .filter(element => element.checkVisibility() && !element.closest('[aria-hidden="true"]'))
        .map(element => element.textContent.replace(/\s+/g, ' ').trim()),
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(
        element =>
          [
            element.getAttribute('href')?.startsWith('#') ? element.hash : element.href,
            element.textContent.trim(),
          ] as const,
      ),
    }))
    const printed = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true })
    const { pdf, pages } = await finishPdf(printed, {
      title,
      language,
      headings,
      linkWords: new Map(links),
      ...options,
    })
    return { file: fileOf(job), pdf, pages, seconds: (performance.now() - start) / 1000 }
  }
  catch (error) {
    if (error instanceof FieldError || error instanceof OutlineError)
      throw new PrintError(`${job.source}: ${error.message}`)
    throw error
  }
}

/** Writes to another file and renames it, so that a failure leaves the earlier file as it was. */
export async function writePrinted({ file, pdf }: Printed, folder: string): Promise<void> {
  const path = join(folder, file)
  try {
    await writeFile(`${path}.part`, pdf)
    await rename(`${path}.part`, path)
  }
  finally {
    await rm(`${path}.part`, { force: true })
  }
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
    .waitForFunction(() => document.documentElement.dataset.handout)
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
    .catch(() => {
      throw new PrintError(
        `${source}: a diagram or picture of the handout cannot be drawn; `
        + `open ${route} in the running deck to see which.`,
      )
    })
}

/** Lays the page out for print, where it may use sizes and weights of fonts that are not loaded yet. */
async function layOutForPrint(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(async () => {
    document.body.getBoundingClientRect()
    await document.fonts.ready
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
