import type { Browser, Page } from 'playwright-chromium'
import type { Picture } from './contactSheet.ts'

interface SlidevGlobal {
  __slidev__: { nav: { total: number, clicksTotal: number, go: (no: number, clicks?: number) => Promise<void> } }
}

export interface PictureOptions {
  /** First and last slide, both included. */
  slides: [number, number]
  /** Only the last click state of each slide. */
  lastOnly?: boolean | undefined
  onSlide: (no: number) => void
}

/** Opens the running deck at its native size, with still marks and no transitions. */
export async function openDeck(
  browser: Browser,
  url: string,
  options: { dark?: boolean } = {},
): Promise<{ page: Page, total: number }> {
  const page = await browser.newPage({
    viewport: { width: 980, height: 552 },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    colorScheme: options.dark ? 'dark' : 'light',
  })
  await page.goto(`${url}/1`)
  await page.waitForFunction(() => '__slidev__' in window)
  const total = await page.evaluate(() => (window as unknown as SlidevGlobal).__slidev__.nav.total)
  return { page, total }
}

/**
 * Goes to a click state of a slide and waits until everything on it is drawn.
 *
 * @param page with the deck
 * @param no number of the slide, from 1
 * @param clicks how many are made; by default all
 *
 * @returns how many clicks the slide takes
 */
export async function showSlide(page: Page, no: number, clicks?: number): Promise<number> {
  // Navigates within the page: a reload would be slow. The number of clicks is known once the slide is mounted.
  await go(page, no, 0)
  const total = await page.evaluate(() => (window as unknown as SlidevGlobal).__slidev__.nav.clicksTotal)
  await showClick(page, no, Math.min(clicks ?? total, total))
  return total
}

async function showClick(page: Page, no: number, click: number): Promise<void> {
  await go(page, no, click)
  await page.evaluate(() => document.fonts.ready)
  // Mermaid draws into a shadow root, some time later, when its own module is loaded.
  await page.waitForFunction(
    n =>
      [...document.querySelectorAll(`[data-slidev-no="${n}"] .mermaid`)].every(element =>
        element.shadowRoot?.querySelector('svg'),
      ),
    no,
  )
  await page.waitForFunction(isStill, undefined, { polling: 'raf' })
}

async function go(page: Page, no: number, click: number): Promise<void> {
  await page.evaluate(([to, clicks]) => (window as unknown as SlidevGlobal).__slidev__.nav.go(to, clicks), [
    no,
    click,
  ] as const)
  await page.locator(`[data-slidev-no="${no}"] .slidev-layout`).first().waitFor()
}

/** A picture of each click state, labelled `12.3` for slide 12 after three clicks. */
export async function slidePictures(
  page: Page,
  { slides: [first, last], lastOnly, onSlide }: PictureOptions,
): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (let no = first; no <= last; no++) {
    const clicks = await showSlide(page, no, lastOnly ? undefined : 0)
    for (let click = lastOnly ? clicks : 0; click <= clicks; click++) {
      await showClick(page, no, click)
      pictures.push({ label: `${no}.${click}`, png: await page.screenshot() })
    }
    onSlide(no)
  }
  return pictures
}

/** Whether nothing has moved for 50 ms. Runs in the page. */
function isStill(): boolean {
  const still = window as unknown as { stillSince?: number | undefined, stillAs?: string }
  const now = `${location.href} ${document.documentElement.className}`
  const moving = document
    .getAnimations()
    .some(
      animation => animation.playState === 'running' && Number.isFinite(animation.effect?.getComputedTiming().endTime),
    )
  if (moving || now !== still.stillAs || still.stillSince === undefined) {
    still.stillAs = now
    still.stillSince = performance.now()
  }
  return performance.now() - still.stillSince > 50
}
