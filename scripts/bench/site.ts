import type { Browser } from 'playwright-chromium'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import { inRoot, root } from '../../src/cli/paths.ts'
import { startProgress } from '../../src/cli/progress.ts'
import { LONGEST } from '../../src/content/tracks.ts'
import { buildDeck } from '../../src/deck/buildDeck.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { serveStaticSite } from '../../src/site/staticHost.ts'
import { writeSite } from '../../src/site/writeSite.ts'
import { noteFirstSlide } from './coldLoads.ts'
import { emptyDeck } from './emptyDeck.ts'
import { median } from './handouts/timing.ts'

const LOADS = 7

/** One visit with nothing in the cache. Sizes are in bytes as transferred, compressed. */
interface Visit {
  js: number
  css: number
  fonts: number
  requests: number
  /** Until the first slide stood, or the page had loaded; milliseconds. */
  shown: number
}

/** A page to visit, and whether it is a deck. */
interface Place {
  name: string
  url: string
  isDeck: boolean
}

export const site = defineCommand({
  meta: {
    name: 'npm run bench -- site',
    description: 'What the first visit to the site loads, landing page and slides, against an empty deck of the same '
      + `Slidev: medians of ${LOADS} cold visits each, taken in turn on a plain static host.`,
  },
  args: {},
  async run() {
    const folder = inRoot('dist', 'bench')
    const [ours, empty, emptySource] = ['site', 'empty-site', 'empty-deck'].map(name => join(folder, name))
    if (!ours || !empty || !emptySource)
      return
    await rm(folder, { recursive: true, force: true })
    await mkdir(emptySource, { recursive: true })
    await writeFile(join(emptySource, 'slides.md'), emptyDeck())
    const progress = startProgress(2 + LOADS * 3, 'building the site')
    try {
      await writeSite({ root, out: ours, address: { base: '/', origin: undefined }, track: LONGEST, withNotes: false })
      progress.step('building an empty deck')
      await buildDeck({ out: empty, folder: emptySource, env: {} })
      progress.step('visiting')
      console.log(await compare(ours, empty, () => progress.step('visiting')))
    }
    finally {
      progress.stop()
    }
  },
})

async function compare(ours: string, empty: string, onVisit: () => void): Promise<string> {
  const [own, other, browser] = await Promise.all([serveStaticSite(ours), serveStaticSite(empty), launchChromium()])
  const places: Place[] = [
    { name: 'landing page', url: `${own.url}/`, isDeck: false },
    { name: 'slides', url: `${own.url}/deck/`, isDeck: true },
    { name: 'empty deck', url: `${other.url}/`, isDeck: true },
  ]
  try {
    const visits = places.map((): Visit[] => [])
    for (let i = 0; i < LOADS; i++) {
      for (const [which, place] of places.entries()) {
        visits[which]?.push(await visit(browser, place))
        onVisit()
      }
    }
    return table(places, visits)
  }
  finally {
    await Promise.all([browser.close(), own.close(), other.close()])
  }
}

async function visit(browser: Browser, { url, isDeck }: Place): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    if (isDeck)
      await page.addInitScript(noteFirstSlide)
    await page.goto(url)
    const shown = await page
      .waitForFunction(isDeck => isDeck
        ? (window as { shownAt?: number }).shownAt
        : document.fonts.status === 'loaded' && performance.getEntriesByType('navigation')
          .map(entry => (entry as PerformanceNavigationTiming).loadEventEnd)[0], isDeck)
      .then(handle => handle.jsonValue())
    return await page.evaluate((shown) => {
      const all = performance.getEntriesByType('resource').map(entry => entry as PerformanceResourceTiming)
      const files = all.filter(({ responseEnd }) => responseEnd <= shown)
      const bytes = (ending: RegExp) => files
        .filter(({ name }) => ending.test(new URL(name).pathname))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
      return { js: bytes(/\.js$/), css: bytes(/\.css$/), fonts: bytes(/\.woff2$/), requests: files.length + 1, shown }
    }, Number(shown))
  }
  finally {
    await context.close()
  }
}

/** A row for each measure, with the ratio of ours to the empty deck. */
function table(places: Place[], visits: Visit[][]): string {
  const kb = (value: number) => `${(value / 1024).toFixed(0)} KB`
  const rows: [what: string, of: (visit: Visit) => number, as: (value: number) => string][] = [
    ['JavaScript until it stands, gzip', visit => visit.js, kb],
    ['Styles, gzip', visit => visit.css, kb],
    ['Fonts', visit => visit.fonts, kb],
    ['Requests', visit => visit.requests, String],
    ['Time until it stands', visit => visit.shown, value => `${value.toFixed(0)} ms`],
  ]
  const yardstick = places.length - 1
  const head = places.flatMap(({ name }, i) => i === yardstick ? [name] : [name, 'ratio'])
  return [['', ...head], ...rows.map(([what, of, as]) => {
    const values = visits.map(visits => median(visits.map(of)))
    const least = values[yardstick] ?? Number.NaN
    return [what, ...values.flatMap((value, i) =>
      i === yardstick ? [as(value)] : [as(value), least === 0 ? '-' : (value / least).toFixed(2)])]
  })].map(([what = '', ...cells]) => what.padEnd(34) + cells.map(cell => cell.padStart(14)).join('')).join('\n')
}
