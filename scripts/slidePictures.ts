import type { Browser, Page } from 'playwright-chromium'
import type { Picture } from './contactSheet.ts'

interface SlidevGlobal {
  __slidev__: { nav: { total: number, go: (no: number, clicks?: number) => Promise<void>, currentPage: number } }
}

/** More clicks than a slide has: Slidev stops at the last. */
const LAST_CLICK = 999

/** Opens the running deck at its native size, with still marks and no transitions. */
export async function openDeck(browser: Browser, url: string, options: { dark?: boolean } = {}): Promise<{ page: Page, total: number }> {
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

/** Goes to a slide in its last click state and waits until everything on it is drawn. */
export async function showSlide(page: Page, no: number, clicks = LAST_CLICK): Promise<void> {
  const url = new URL(page.url())
  await page.goto(`${url.origin}/${no}?clicks=${clicks}`)
  await page.locator(`[data-slidev-no="${no}"] .slidev-layout`).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  // Mermaid draws into a shadow root after its own module has come.
  await page.waitForFunction(n => [...document.querySelectorAll(`[data-slidev-no="${n}"] .mermaid`)].every(it => it.shadowRoot?.querySelector('svg')), no)
  await page.waitForFunction(isStill, undefined, { polling: 100 })
}

/** One picture of each slide in its last click state. */
export async function slidePictures(page: Page, total: number, onSlide: (label: string) => void): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (let no = 1; no <= total; no++) {
    await showSlide(page, no)
    pictures.push({ label: String(no), png: await page.screenshot() })
    onSlide(`slide ${no}`)
  }
  return pictures
}

/** Whether nothing has moved for half a second: pen marks measure themselves anew up to 400 ms after a change of size. */
function isStill(): boolean {
  const still = window as unknown as { stillSince?: number, stillAs?: string }
  const now = [...document.querySelectorAll('.rough-annotation')].map(it => it.innerHTML).join()
  const moving = document.getAnimations().some(it => it.playState === 'running')
  if (moving || now !== still.stillAs || still.stillSince === undefined) {
    still.stillAs = now
    still.stillSince = performance.now()
  }
  return performance.now() - still.stillSince > 500
}
