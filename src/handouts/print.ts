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

/** A handout could not be printed; the message names it and says what to mend. */
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
  /** For which the content holds: it stands in the file in place of the day of printing. */
  date: Date
  author: string
}

/**
 * Prints one handout as a tagged PDF with title, language, outline and fields.
 *
 * @param page of a warm Chromium; the next handout on it finds the deck's code loaded and compiled
 * @param deckUrl where the deck with its handouts is served
 * @throws {PrintError} when the page does not draw, or something on it does not fit
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
    await layOut(page)
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
    throw error instanceof FieldError || error instanceof OutlineError ? new PrintError(`${job.source}: ${error.message}`) : error
  }
}

/** Written aside and renamed, so that a failure leaves the earlier file as it was. */
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

/** Opens a handout's page on its paper and waits until all of it is drawn. */
async function open(page: Page, deckUrl: string, { route, paper, source }: PrintJob): Promise<void> {
  const shown = page.url()
  // What is drawn already changes only its paper. All else is drawn as on a screen, where some of it is measured.
  if (!shown.startsWith(`${deckUrl}${route}?`))
    await page.emulateMedia({ media: null })
  if (shown.startsWith(`${deckUrl}/`))
    await page.evaluate(async ([route, paper]) => window.showHandout?.(route, paper), [route, paper] as const)
  else await page.goto(`${deckUrl}${route}?paper=${paper}`)
  const state = await page
    .waitForFunction(() => document.documentElement.dataset.handout)
    .then(handle => handle.jsonValue())
  if (state !== 'ready') {
    throw new PrintError(
      `${source}: cannot be drawn as a handout (${state}); open ${route} in the running deck to see where.`,
    )
  }
  // Mermaid draws into a shadow root after its own module has come, pictures come when they come: no gap may be printed
  // for either.
  await page
    .waitForFunction(
      () =>
        [...document.querySelectorAll('.mermaid')].every(element => element.shadowRoot?.querySelector('svg'))
        && [...document.images].every(image => image.complete && image.naturalWidth > 0),
    )
    .catch(() => {
      throw new PrintError(
        `${source}: a diagram or picture of the handout cannot be drawn; open ${route} in the running deck to see which.`,
      )
    })
}

/** Paper has its own sizes and weights: a font that only it uses is asked for when it is laid out. */
async function layOut(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(async () => {
    document.body.getBoundingClientRect()
    await document.fonts.ready
  })
}

/** A box that says what it is must hold what is in it; one that says which entry of its file it is gets a line. */
async function checkFit(page: Page, { source, paper }: PrintJob): Promise<void> {
  const tooFull = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-fits]')]
    .filter(element => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
    .map(element => ({ what: element.dataset.fits, entry: Number(element.dataset.entry) })))
  const [first] = tooFull
  if (!first)
    return
  const line = first.entry > 0 ? `:${lineOfCard(join(ROOT, source), first.entry)}` : ''
  const more = tooFull.length > 1 ? ` (and ${tooFull.length - 1} more)` : ''
  throw new PrintError(
    `${source}${line}: the text of ${first.what} does not fit on ${paper === 'a4' ? 'A4' : 'Letter'}${more}; shorten it.`,
  )
}
