import type { Browser } from 'playwright-chromium'
import type { SiteServer } from './siteServer.ts'

export interface Script {
  /** File name in the built site. */
  name: string
  /** Size as transferred, compressed. */
  bytes: number
  /** When it had arrived, milliseconds after the start of the load. */
  at: number
}

export interface Load {
  /** When the first slide was completely drawn, milliseconds after the start of the load. */
  shown: number
  scripts: Script[]
}

export interface Deck {
  site: SiteServer
  /** Number of slides; a load is complete when all of them are there. */
  slides: number
}

interface Shown {
  shownAt?: number | undefined
}

/** A deck counts as loaded after this time without a request. */
const QUIET_MS = 1000

/** Loads the decks in turn, so that a slow moment of the machine affects all of them. */
export async function loadInTurn(
  browser: Browser,
  decks: Deck[],
  times: number,
  onLoad: () => void,
): Promise<Load[][]> {
  const loads = decks.map((): Load[] => [])
  for (let i = 0; i < times; i++) {
    for (const [which, deck] of decks.entries()) {
      loads[which]?.push(await loadCold(browser, deck))
      onLoad()
    }
  }
  return loads
}

/** One load with nothing in the cache. */
async function loadCold(browser: Browser, { site, slides }: Deck): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.addInitScript(noteFirstSlide)
    await page.goto(`${site.url}/1`)
    const shown = await page.waitForFunction(() => (window as Shown).shownAt).then(handle => handle.jsonValue())
    // Slidev loads the other slides, with what they need, some seconds later.
    await page.waitForFunction(count => document.querySelectorAll('[data-slidev-no]').length === count, slides)
    await page.waitForFunction((ms) => {
      const last = Math.max(...performance.getEntriesByType('resource').map(entry => entry.startTime + entry.duration))
      return performance.now() - last > ms
    }, QUIET_MS)
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(entry => entry as PerformanceResourceTiming)
        .filter(timing => new URL(timing.name).pathname.endsWith('.js'))
        .map(timing => ({
          name: new URL(timing.name).pathname.replace('/assets/', ''),
          bytes: timing.encodedBodySize,
          at: timing.responseEnd,
        })),
    )
    return { shown: shown ?? Number.NaN, scripts }
  }
  finally {
    await context.close()
  }
}

/**
 * Runs in the page: records when the slide is drawn with its fonts and diagrams, once it has been for three frames in a
 * row.
 */
export function noteFirstSlide(): void {
  performance.setResourceTimingBufferSize(10_000)
  let since: number | undefined
  let frames = 0
  const look = (): void => {
    const slide = document.querySelector('[data-slidev-no="1"] .slidev-layout')
    const isDrawn = slide?.checkVisibility() && document.fonts.status === 'loaded'
      && [...slide.querySelectorAll('.mermaid')].every(element => element.shadowRoot?.querySelector('svg'))
    since = isDrawn ? since ?? performance.now() : undefined
    frames = isDrawn ? frames + 1 : 0
    if (frames === 3)
      (window as Shown).shownAt = since
    else
      requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
