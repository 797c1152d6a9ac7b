import type { Browser, CDPSession, JSHandle, Page } from 'playwright-chromium'
import type { Box, SeenSlide } from './inPage.ts'
import { Buffer } from 'node:buffer'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { asProduction } from '../../cli/pageBuild.ts'

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
/** Of one pixel of a slide: sharp on a phone, where a slide is as wide as the screen. */
const SCALE = 1.5
const WEBP_QUALITY = 78
/** The size that every network of links shows whole. */
const CARD = { width: 1200, height: 630 }
/** Long enough for a machine that is busy with other work. */
const DRAW_TIMEOUT_MS = 120_000

type Nav = JSHandle<{ nav: { total: number, clicksTotal: number, go: (no: number, clicks: number) => Promise<void> } }>

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
  const context = await browser.newContext({ viewport: SLIDE, deviceScaleFactor: SCALE, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.addInitScript({ content: await pageScript() })
    await page.goto(`${deckUrl}/?print=true`)
    const deck = await page.waitForFunction(() => (document.querySelector('#app') as {
      __vue_app__?: { _context: { provides: Record<string, unknown> } }
    } | null)?.__vue_app__?._context.provides['$$slidev-context']) as unknown as Nav
    const camera = await context.newCDPSession(page)
    const slides: CapturedSlide[] = []
    const total = await deck.evaluate(({ nav }) => nav.total)
    for (let no = 1; no <= total; no++) {
      await showSlide(page, deck, no)
      const { drawing, ...seen } = await page.evaluate(n => window.readSlide(n), no)
      slides.push({
        no,
        ...seen,
        drawing: await drawn(page, camera, drawing),
        whole: whole.has(no) ? await drawn(page, camera, { x: 0, y: 0, ...SLIDE }) : undefined,
      })
    }
    await showSlide(page, deck, 1)
    const card = await drawCard(page)
    const coverArt = await drawn(page, camera, await page.evaluate(() => window.stripCover()))
    return { slides, coverArt, card }
  }
  finally {
    await context.close()
  }
}

/** The functions that read a slide, as one script. */
async function pageScript(): Promise<string> {
  const built = await asProduction(() => build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('./inPage.ts', import.meta.url)), formats: ['iife'], name: 'reader' },
    },
  }))
  const [chunk] = [built].flat().flatMap(output => 'output' in output ? output.output : [])
  if (chunk?.type !== 'chunk')
    throw new Error('src/site/capture/inPage.ts should build to one script.')
  return chunk.code
}

/** Goes to a slide after its last click, and waits until all of it is drawn and still. */
async function showSlide(page: Page, deck: Nav, no: number): Promise<void> {
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

async function drawn(page: Page, camera: CDPSession, box: Box | undefined): Promise<Drawing | undefined> {
  if (!box)
    return undefined
  const light = await photograph(camera, box)
  await setScheme(page, 'dark')
  const dark = await photograph(camera, box)
  await setScheme(page, 'light')
  return { width: Math.round(box.width), height: Math.round(box.height), light, dark }
}

/** Playwright takes no WebP, which is a fraction of a PNG. */
async function photograph(camera: CDPSession, box: Box): Promise<Buffer> {
  const { data } = await camera.send('Page.captureScreenshot', {
    format: 'webp',
    quality: WEBP_QUALITY,
    clip: { ...box, scale: 1 },
  })
  return Buffer.from(data, 'base64')
}

async function setScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.waitForFunction(isDark => document.documentElement.classList.contains('dark') === isDark, colorScheme === 'dark')
  await settle(page)
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
