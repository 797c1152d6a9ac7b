import type { Browser, CDPSession, JSHandle, Page } from 'playwright-chromium'
import type { Box, SeenSlide } from './inPage.ts'
import { Buffer } from 'node:buffer'
import { fileURLToPath } from 'node:url'
import { buildScript } from '../../cli/scriptBuild.ts'
import { DRAW_TIMEOUT_MS } from '../../pdf/browser.ts'

/** A drawing of a slide in both colour schemes, as WebP. */
export interface Drawing {
  /** In pixels of the slide. */
  width: number
  height: number
  light: Buffer
  dark: Buffer
}

export interface CapturedSlide extends Omit<SeenSlide, 'drawing'> {
  no: number
  drawing: Drawing | undefined
  /** The slide as a whole, where it was asked for. */
  whole: Drawing | undefined
}

export interface Captured {
  slides: CapturedSlide[]
  /** What the cover shows beside its words, if anything. */
  coverArt: Drawing | undefined
  /** The picture for links to the site, a PNG of 1200 × 630. */
  card: Buffer
}

const SLIDE = { width: 980, height: 552 }
const WHOLE: Box = { x: 0, y: 0, ...SLIDE }
/** Of one pixel of a slide: sharp on a phone, where a slide is as wide as the screen. */
const SCALE = 1.5
const QUALITY = 80
/** The cover's picture lies on the ground of a page, whose colour it has to meet. */
const COVER_QUALITY = 100
/** The size that every network of links shows whole. */
const CARD = { width: 1200, height: 630 }

type Nav = JSHandle<{ nav: { total: number, clicksTotal: number, go: (no: number, clicks: number) => Promise<void> } }>

/** The deck in a window of one colour scheme. */
interface DeckWindow {
  page: Page
  deck: Nav
  camera: CDPSession
}

/**
 * Reads all slides of a built deck after their last click, as Slidev prints them: their words, and their drawings.
 *
 * @param browser a running Chromium
 * @param deckUrl where the deck is served, without a slash at the end
 * @param whole numbers of the slides that are wanted as a whole, too
 */
export async function captureSlides(
  browser: Browser,
  deckUrl: string,
  whole: ReadonlySet<number>,
): Promise<Captured> {
  const script = await buildScript(fileURLToPath(new URL('./inPage.ts', import.meta.url)))
  // Side by side: one draws while the other is photographed.
  const [light, dark] = await Promise.all([
    openDeck(browser, deckUrl, 'light', script),
    openDeck(browser, deckUrl, 'dark', script),
  ])
  const both = <T>(work: (window: DeckWindow) => Promise<T>) => Promise.all([work(light), work(dark)])
  const draw = async (box: Box | undefined, quality = QUALITY): Promise<Drawing | undefined> => {
    if (!box)
      return undefined
    const [lightFile, darkFile] = await both(({ camera }) => photograph(camera, box, quality))
    return { width: Math.round(box.width), height: Math.round(box.height), light: lightFile, dark: darkFile }
  }
  const total = await light.deck.evaluate(({ nav }) => nav.total)
  const slides: CapturedSlide[] = []
  for (let no = 1; no <= total; no++) {
    await both(window => showSlide(window, no))
    const { drawing: box, ...seen } = await light.page.evaluate(n => window.readSlide(n), no)
    const drawing = await draw(box)
    const isWhole = box?.width === SLIDE.width && box.height === SLIDE.height
    slides.push({ no, ...seen, drawing, whole: whole.has(no) ? isWhole ? drawing : await draw(WHOLE) : undefined })
  }
  await both(window => showSlide(window, 1))
  const card = await drawCard(light.page)
  const [coverBox] = await both(({ page }) => page.evaluate(() => window.stripCover()))
  const coverArt = await draw(coverBox, COVER_QUALITY)
  await both(({ page }) => page.context().close())
  return { slides, coverArt, card }
}

async function openDeck(
  browser: Browser,
  url: string,
  colorScheme: 'light' | 'dark',
  script: string,
): Promise<DeckWindow> {
  const page = await browser.newPage({
    viewport: SLIDE,
    deviceScaleFactor: SCALE,
    reducedMotion: 'reduce',
    colorScheme,
  })
  await page.addInitScript({ content: script })
  await page.goto(`${url}/?print=true`)
  const deck = await page.waitForFunction(() => (document.querySelector('#app') as {
    __vue_app__?: { _context: { provides: Record<string, unknown> } }
  } | null)?.__vue_app__?._context.provides['$$slidev-context']) as unknown as Nav
  return { page, deck, camera: await page.context().newCDPSession(page) }
}

/** Goes to a slide after its last click, and waits until all of it is drawn and still. */
async function showSlide({ page, deck }: DeckWindow, no: number): Promise<void> {
  const isDrawn = (n: number) => {
    const slide = document.querySelector(`[data-slidev-no="${n}"] .slidev-layout`)
    return slide?.checkVisibility() && document.fonts.status === 'loaded'
      && [...slide.querySelectorAll('.mermaid')].every(diagram => diagram.shadowRoot?.querySelector('svg'))
      && [...slide.querySelectorAll('img')].every(image => image.complete)
  }
  const wait = () => page.waitForFunction(isDrawn, no, { timeout: DRAW_TIMEOUT_MS })
  await deck.evaluate(({ nav }, to) => nav.go(to, 0), no)
  await wait()
  // Only now the number of its clicks is known.
  await deck.evaluate(({ nav }, to) => nav.go(to, nav.clicksTotal), no)
  await wait()
  await settle(page)
}

/** Waits until what has been changed is painted, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
    await frame()
    await frame()
    await Promise.allSettled(document.getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map(animation => animation.finished))
  })
}

/** Playwright takes no WebP, which is a fraction of a PNG. */
async function photograph(camera: CDPSession, box: Box, quality: number): Promise<Buffer> {
  const { data } = await camera.send('Page.captureScreenshot', { format: 'webp', quality, clip: { ...box, scale: 1 } })
  return Buffer.from(data, 'base64')
}

/** The cover in the shape of a card, which is a little less high than a slide. */
async function drawCard(page: Page): Promise<Buffer> {
  const width = CARD.width / SCALE
  const height = CARD.height / SCALE
  const whole = Math.ceil(width * SLIDE.height / SLIDE.width)
  await page.setViewportSize({ width, height: whole })
  await settle(page)
  // Most of what is cut off goes at the head, where a cover has more air than at its foot.
  const clip = { x: 0, y: Math.round((whole - height) * 0.8), width, height }
  const card = await page.screenshot({ type: 'png', clip })
  await page.setViewportSize(SLIDE)
  await settle(page)
  return card
}
