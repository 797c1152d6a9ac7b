import type { SlideInfo } from '@slidev/types'
import type { Browser, Page } from 'playwright-chromium'
import type { PreviewServer } from 'vite'
import type { Findings } from '../browser/checks/inPage.ts'
import { execFile } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { load } from '@slidev/parser/fs'
import { preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { typedFigures } from '../../src/deck/check/typedFigures.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { deckSecrets, PLANTED } from '../handouts/support/secrets.ts'
import { foundIn } from '../handouts/support/sentences.ts'
import { figuresOnSlides, ledgerFigures } from './ledgerFigures.ts'
import { solo } from './solo.ts'
import { armPage, Collector, inspect, stateOf, walk } from './walk.ts'

const MOST_WORDS = 40
/** Slides of a story that have more, by title, and why they need them; there may be no such file. */
const wordyFiles = import.meta.glob<ReadonlyMap<string, string>>('../story/exceptions.ts', {
  eager: true,
  import: 'WORDY',
})
const WORDY = new Map(Object.values(wordyFiles).flatMap(wordyFile => [...wordyFile]))

/** Forth in light colours and back in dark ones, one click at a time, looking at every state. */
describe('the built deck', () => {
  // Not where somebody may keep a site of their own.
  const folder = mkdtempSync(join(tmpdir(), 'site-'))
  let site: PreviewServer
  let browser: Browser
  let page: Page
  let url: string
  let slides: SlideInfo[]
  let slideCount: number
  const requests: string[] = []
  const messages: string[] = []
  const found = new Collector()
  /** Words of each slide in its last click state. */
  const words = new Map<number, { label: string, title: string, count: number }>()
  const stated = new Map<string, string>()
  const visited = { light: new Set<string>(), dark: new Set<string>() }

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [inRoot('scripts', 'build.ts'), '--track', 'all', '--out', folder], {
      cwd: root,
    })
    site = await preview({
      root,
      configFile: false,
      logLevel: 'silent',
      build: { outDir: folder },
      preview: { port: 0, host: '127.0.0.1' },
    })
    url = site.resolvedUrls?.local[0] ?? ''
    browser = await launchChromium()
    page = await browser.newPage({
      viewport: { width: 980, height: 552 },
      reducedMotion: 'reduce',
      colorScheme: 'light',
    })
    await armPage(page)
    page.on('request', request => requests.push(request.url()))
    page.on(
      'console',
      message =>
        ['error', 'warning'].includes(message.type()) && messages.push(`${stateOf(page).label}: ${message.text()}`),
    )
    page.on('pageerror', error => messages.push(`${stateOf(page).label}: ${error.stack}`))
    slides = (await load({ userRoot: root, roots: [root] } as never, inRoot('slides.md'))).slides
    slideCount = slides.length
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function look(scheme: 'light' | 'dark'): Promise<void> {
    const { no, label } = stateOf(page)
    const {
      findings,
      title,
      words: count,
      stated: texts,
    } = await inspect(page, no, scheme === 'light' ? 'all' : 'contrast')
    visited[scheme].add(label)
    found.add(no, `${label} ${scheme}`, findings)
    if (scheme === 'light')
      words.set(no, { label, title, count })
    texts.flatMap(text => typedFigures(text)).forEach(item => stated.set(item.text, label))
  }

  it('can be walked to its end by keyboard, one click at a time', async () => {
    await page.goto(`${url}1`)
    // All slides are mounted a few seconds after the first: axe wants them to stay as they are.
    await page.waitForFunction(count => document.querySelectorAll('[data-slidev-no]').length === count, slideCount)
    await walk(page, 'ArrowRight', slideCount, () => look('light'))
    expect(new Set([...visited.light].map(text => text.split('.')[0])).size).toBe(slideCount)
  }, 180_000)

  it('can be walked back', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForFunction(() => document.documentElement.classList.contains('dark'))
    await walk(page, 'ArrowLeft', 1, () => look('dark'))
    expect(visited.dark).toEqual(visited.light)
  }, 180_000)

  it.each<[keyof Findings, string]>([
    ['overflow', 'fits its slides'],
    ['overlap', 'lays nothing over anything'],
    ['access', 'gives axe nothing serious to find'],
    ['contrast', 'can be read in its pictures'],
    ['markup', 'has a title on every slide and words for every picture'],
    ['type', 'sets nothing too small for the back row'],
  ])('in every click state (%s): %s', (kind) => {
    expect(found.of(kind)).toEqual([])
  })

  it(`keeps to ${MOST_WORDS} words a slide`, () => {
    const wordy = [...words.values()].filter(word => word.count > MOST_WORDS)
    expect(
      wordy
        .filter(item => !WORDY.has(item.title))
        .map(item => `${item.label}: ${item.count} words under “${item.title}”`),
    ).toEqual([])
    expect(
      [...WORDY.keys()].filter(title => !wordy.some(item => item.title === title)),
      'exceptions without need',
    ).toEqual([])
  })

  it('states no figure but the ledger’s', () => {
    const ledger = readLedger(inRoot('evidence'))
    const known = ledgerFigures(ledger)
    // The control: what slides take from the ledger was seen on them.
    expect(figuresOnSlides(ledger, slides).filter(figuresOnSlide => !stated.has(figuresOnSlide))).toEqual([])
    expect([...stated].filter(([text]) => !known.has(text)).map(([text, label]) => `${label}: ${text}`)).toEqual([])
  })

  it('has no id twice', async () => {
    expect(await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(element => element.id)
      return ids.filter((id, i) => ids.indexOf(id) !== i)
    })).toEqual([])
  })

  it('brings no diagram engine before a slide that draws', async () => {
    const fresh = await browser.newPage()
    // Slidev fetches all slides three seconds after the first; here it must not, however slow the machine.
    await fresh.addInitScript(() => {
      const later = window.setTimeout.bind(window) as (run: TimerHandler, ms?: number) => number
      window.setTimeout = ((run: TimerHandler, ms?: number) =>
        ms === 3000 ? 0 : later(run, ms)) as typeof window.setTimeout
    })
    await fresh.goto(`${url}1`)
    await fresh.locator('[data-slidev-no="2"] .slidev-layout').waitFor({ state: 'attached' })
    const scripts = await fresh.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(entry => entry.name.split('/').pop() ?? '')
        .filter(text => text.endsWith('.js')),
    )
    expect(scripts.length).toBeGreaterThan(5)
    // Mermaid's own files are named so.
    expect(scripts.filter(script => /^(?:mermaid|chunk-[A-Z\d]{8}|elk|dagre|katex|\w*diagram)-/i.test(script))).toEqual(
      [],
    )
    await fresh.close()
  })

  describe('for one reader', () =>
    solo(async () => ({ page: await browser.newPage({ viewport: { width: 980, height: 552 } }), url })))

  it('asks nobody but its own origin for anything', () => {
    expect(requests.length).toBeGreaterThan(20)
    expect(
      requests.filter(
        request => !request.startsWith(url) && !request.startsWith('data:') && !request.startsWith('blob:'),
      ),
    ).toEqual([])
  })

  it('has nothing to complain about', () => {
    expect(messages).toEqual([])
  })

  it('carries no facilitator page', () => {
    const files = globSync('**/*.{js,html}', { cwd: folder })
      .map(file => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    const exercises = readExercises(inRoot('exercises'))
    const secrets = deckSecrets(exercises, PLANTED)
    // The planted one is the control: it would be found, and nothing else is.
    expect(new Set(foundIn(`${files}\n${PLANTED}`, secrets))).toEqual(new Set(exercises.length > 0 ? [PLANTED] : []))
  })
})
