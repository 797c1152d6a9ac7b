import type { Browser, Page } from 'playwright-chromium'
import type { OutlineEntry } from '../pdf/outline.ts'
import type { PrintedSlide } from './printedSlide.ts'
import { Buffer } from 'node:buffer'
import { UsageError } from '../cli/cli.ts'
import { DRAW_TIMEOUT_MS } from '../pdf/browser.ts'
import { finishPdf } from '../pdf/index.ts'
import { layOutForPrint, readPageFacts } from '../pdf/printedPage.ts'

/** Pixels of a picture for each of the slide: sharp on a projector of today. */
const PICTURE_SCALE = 2
const PT_PER_PX = 0.75
/**
 * On a busy machine Chromium leaves out, once in some fifty prints, what lies outside the page: it looks the same, and
 * has other bytes. Two prints that agree are what is kept.
 */
const MOST_PRINTS = 5

export interface OpenOptions {
  /** Where the deck is served. */
  url: string
  /** Numbers of the slides. */
  range: number[]
  /** One page for each click of a slide, in place of one after the last. */
  withClicks: boolean
  dark: boolean
  /** Of a slide, in px. */
  size: { width: number, height: number }
}

/** A page of Chromium on which all slides are drawn. */
export interface OpenedDeck {
  page: Page
  slides: PrintedSlide[]
}

/** What a file says about itself, whoever makes it and when. */
export interface FileFacts {
  title: string
  author: string
  /** Of the content. */
  date: Date
}

/**
 * Draws slides one below the other, or with their notes on pages of paper.
 *
 * @throws {UsageError} when one of them cannot be drawn
 */
export async function openSlides(
  browser: Browser,
  path: 'deck' | 'notes',
  { url, range, withClicks, dark, size }: OpenOptions,
): Promise<OpenedDeck> {
  const page = await browser.newPage({
    viewport: size,
    deviceScaleFactor: PICTURE_SCALE,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  page.setDefaultTimeout(DRAW_TIMEOUT_MS)
  await page.goto(`${url}/printed/${path}?print=${withClicks ? 'clicks' : 'true'}&range=${range.join(',')}`)
  const state = await waitUntilDrawn(page).catch((error) => {
    if (!(error instanceof Error && error.name === 'TimeoutError'))
      throw error
    return `error: they took more than ${DRAW_TIMEOUT_MS / 1000} seconds`
  })
  const fault = page.locator('.slide-fault').first()
  if (await fault.count() > 0) {
    const no = await fault.evaluate(element => element.closest<HTMLElement>('[data-slidev-no]')?.dataset.slidevNo)
    throw new UsageError(`Slide ${no} cannot be drawn: ${await fault.textContent()}`)
  }
  if (state !== 'ready')
    throw new UsageError(`The slides cannot be drawn (${state.replace('error: ', '')}); npm run dev shows where.`)
  return { page, slides: await page.evaluate(() => window.printedSlides ?? []) }
}

async function waitUntilDrawn(page: Page): Promise<string> {
  const state = await page.waitForFunction(() => document.documentElement.dataset.printed)
  // Mermaid draws into a shadow root once its code is loaded.
  await page.waitForFunction(
    () => [...document.querySelectorAll('.mermaid')].every(element => element.shadowRoot?.querySelector('svg')),
  )
  return await state.jsonValue() ?? ''
}

/**
 * Prints what is drawn, tagged, and finishes it as handouts are.
 *
 * @param pageSize in px, for pages as large as a slide
 */
export async function printSlides(
  { page }: OpenedDeck,
  outline: OutlineEntry[],
  facts: FileFacts,
  pageSize?: { width: number, height: number },
): Promise<{ pdf: Uint8Array, pages: number }> {
  await layOutForPrint(page)
  const size = pageSize && { width: pageSize.width * PT_PER_PX, height: pageSize.height * PT_PER_PX }
  const finishing = { ...await readPageFacts(page), ...facts, outline, pageSize: size }
  const print = async () => finishPdf(
    await page.pdf({ preferCSSPageSize: true, tagged: true, outline: false, printBackground: true }),
    finishing,
  )
  let before = await print()
  for (let more = 1; more < MOST_PRINTS; more++) {
    const printed = await print()
    if (Buffer.compare(printed.pdf, before.pdf) === 0)
      return printed
    before = printed
  }
  return before
}

/** Pictures of the slides as they look on a screen, as PNGs. */
export async function pictureSlides({ page, slides }: OpenedDeck): Promise<Uint8Array[]> {
  await page.emulateMedia({ media: 'screen' })
  const pictures: Uint8Array[] = []
  for (const { id } of slides) {
    await page.evaluate(id => document.getElementById(id)?.scrollIntoView(), id)
    pictures.push(await page.screenshot())
  }
  return pictures
}
