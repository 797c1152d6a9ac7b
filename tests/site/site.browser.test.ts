import type axeCore from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-chromium'
import type { StaticHost } from '../../src/site/staticHost.ts'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { readDeck, slidesOf } from '../../src/deck/deck.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { textOf } from '../../src/site/slidePages.ts'
import { serveStaticSite } from '../../src/site/staticHost.ts'
import { foundIn, lettersOf, sentencesOf } from '../handouts/support/sentences.ts'
import { BASE, builtSite, ORIGIN, SESSION, TRACK, votedPoll, VOTERS } from './support/builtSite.ts'

declare const axe: typeof axeCore

const PHONE = { viewport: { width: 390, height: 844 } }
/** Pages that are read without a script, by what they are. */
const PAGES = { landing: '/', reader: '/read/', sources: '/sources/', lost: '/no/such/page' }
const SCHEMES = ['light', 'dark'] as const

describe('the site, under a path of a plain static host', async () => {
  const deck = await readDeck(root)
  const slides = slidesOf(deck, TRACK)
  const { poll, chosen } = await votedPoll()
  const pollNo = slides.findIndex(({ frontmatter }) => frontmatter.poll === poll.id) + 1
  let folder: string
  let host: StaticHost
  let browser: Browser

  beforeAll(async () => {
    folder = await builtSite()
    host = await serveStaticSite(folder, BASE)
    afterAll(() => host.close())
    browser = await launchChromium()
    afterAll(() => browser.close())
  })

  /** A page of a context of its own, which is closed at the end of the work. */
  async function inPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    try {
      return await work(await context.newPage())
    }
    finally {
      await context.close()
    }
  }

  /** What went wrong in a page, as lines; empty where all is well. */
  function watch(page: Page): string[] {
    const faults: string[] = []
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText
      // A page that is left needs no more what it was loading.
      if (reason !== 'net::ERR_ABORTED')
        faults.push(`${request.url()} failed: ${reason}`)
    })
    page.on('response', response => response.status() >= 400 && faults.push(`${response.url()} ${response.status()}`))
    page.on('request', request => request.url().startsWith(host.url) || faults.push(`${request.url()} is elsewhere`))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', error => faults.push(error.message))
    return faults
  }

  const showsSlide = (page: Page, no: number) => page.locator(`[data-slidev-no="${no}"] .slidev-layout`).waitFor()

  it('shows each kind of page without a failed request and without one to another host', async () => {
    await inPage({}, async (page) => {
      const faults = watch(page)
      for (const path of [PAGES.landing, PAGES.reader, PAGES.sources]) {
        await page.goto(host.url + path)
        // Pictures further down are loaded when they come into sight.
        await page.evaluate(() => document.querySelectorAll('img').forEach(image => image.loading = 'eager'))
        await page.waitForLoadState('networkidle')
      }
      await page.goto(`${host.url}/deck/`)
      await showsSlide(page, 1)
      await page.waitForLoadState('networkidle')
      expect(faults).toEqual([])
    })
  })

  it('finds its way from page to page', async () => {
    await inPage({ serviceWorkers: 'block' }, async (page) => {
      const dead: string[] = []
      for (const path of [PAGES.landing, PAGES.reader, PAGES.sources, PAGES.lost]) {
        await page.goto(host.url + path)
        const links = await page.locator('a[href]').evaluateAll(all => (all as HTMLAnchorElement[]).map(a => a.href))
        const own = [...new Set(links.filter(link => link.startsWith(host.url)))]
        for (const link of own) {
          const { hash } = new URL(link)
          const response = await page.request.get(link)
          const isThere = hash === '' || (await response.text()).includes(`id="${hash.slice(1)}"`)
          if (!response.ok() || !isThere)
            dead.push(`${path}: ${link}`)
        }
      }
      expect(dead).toEqual([])
    })
  })

  it('shows a slide at its own address, after a reload and after a click there, too', async () => {
    await inPage({}, async (page) => {
      const faults = watch(page)
      await page.goto(`${host.url}/deck/${slides.length}`)
      await showsSlide(page, slides.length)
      await page.goto(`${host.url}/deck/3/`)
      await showsSlide(page, 3)
      const html = await (await page.request.get(`${host.url}/deck/3/`)).text()
      const title = textOf(/<title>(.*)<\/title>/.exec(html)?.[1] ?? '')
      // Slidev gives all slides the title of the deck.
      await expect.poll(() => page.title()).toBe(title)
      await page.keyboard.press('ArrowLeft')
      await page.waitForURL(url => /\/deck\/2\b/.test(url.pathname))
      await page.reload()
      await showsSlide(page, 2)
      await expect.poll(() => page.title()).not.toBe(title)
      expect(faults).toEqual([])
    })
  })

  it('gives each slide a title, a description and one address, and all of them the picture for links', async () => {
    await inPage({ javaScriptEnabled: false }, async (page) => {
      const titles: string[] = []
      for (const { index } of slides) {
        const no = slides.findIndex(slide => slide.index === index) + 1
        const html = await (await page.request.get(`${host.url}/deck/${no}/`)).text()
        titles.push(/<title>(.*)<\/title>/.exec(html)?.[1] ?? '')
        expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${BASE}deck/${no}/">`)
        expect(html).toContain(`<meta property="og:image" content="${ORIGIN}${BASE}card.png">`)
        expect(html.match(/<meta name="description"/g)).toHaveLength(1)
      }
      expect(titles[0]).toBe(deck.title)
      expect(titles.slice(1).filter(title => !title.endsWith(` - ${deck.title}`) || title.startsWith(' -'))).toEqual([])
    })
    const card = readFileSync(join(folder, 'card.png'))
    expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630])
  })

  it('can be read without JavaScript', async () => {
    await inPage({ javaScriptEnabled: false, ...PHONE }, async (page) => {
      await page.goto(host.url + PAGES.landing)
      await page.getByRole('heading', { name: deck.title, level: 1 }).waitFor()
      await page.getByRole('navigation', { name: 'Ways in' }).getByRole('link', { name: 'Reader view' }).click()
      await page.getByRole('heading', { name: deck.title, level: 1 }).waitFor()
      await page.goto(`${host.url}/deck/3/`)
      await page.getByRole('link', { name: 'read them in the reader view' }).click()
      await page.waitForURL(url => url.pathname.endsWith('/read/') && url.hash === '#slide-3')
    })
  })

  it('has every slide in the reader view, with its title, its sources and the votes of the session', async () => {
    await inPage({ javaScriptEnabled: false, ...PHONE }, async (page) => {
      await page.goto(host.url + PAGES.reader)
      const withSources = slides.map(({ content }) => !content.includes('<SourceAppendix'))
      const missing: number[] = []
      for (const [i, isShown] of withSources.entries()) {
        const slide = page.locator(`#slide-${i + 1}`)
        const sources = [slides[i]?.frontmatter.sources ?? []].flat().length
        const isWhole = await slide.count() === 1 && (await slide.locator('h1, h2').textContent()) !== ''
          && (sources === 0 || await slide.locator('.sources a').count() > 0)
        if (isShown && !isWhole)
          missing.push(i + 1)
      }
      expect(missing).toEqual([])
      const asked = page.locator(`#slide-${pollNo}`)
      expect(await asked.textContent()).toContain(poll.question)
      expect(await asked.textContent()).toContain(chosen.text)
      expect(await asked.textContent()).toMatch(new RegExp(String.raw`\b${VOTERS}\b`))
      expect(await page.locator('.reader > header').textContent()).toContain(SESSION)
    })
  })

  it('keeps the reader view at 16 pixels and more, and within the width of a phone', async () => {
    await inPage({ ...PHONE, serviceWorkers: 'block' }, async (page) => {
      await page.goto(host.url + PAGES.reader)
      await page.evaluate(() => document.querySelectorAll('details').forEach(details => details.open = true))
      const small = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const found: string[] = []
        while (walker.nextNode()) {
          const parent = walker.currentNode.parentElement
          const text = walker.currentNode.textContent?.trim() ?? ''
          if (parent && text !== '' && parent.checkVisibility() && !parent.closest('script, .sr-only')
            && Number.parseFloat(getComputedStyle(parent).fontSize) < 16) {
            found.push(text)
          }
        }
        return found
      })
      expect(small).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.viewport.width)
    })
  })

  it('offers the reader view to a phone that shows a slide', async () => {
    await inPage(PHONE, async (page) => {
      await page.goto(`${host.url}/deck/2/`)
      await showsSlide(page, 2)
      await page.getByRole('link', { name: 'Open in the reader view' }).click()
      await page.waitForURL(url => url.pathname.endsWith('/read/') && url.hash === '#slide-2')
      await page.locator('#slide-2').waitFor()
    })
    await inPage({ viewport: { width: 844, height: 390 } }, async (page) => {
      await page.goto(`${host.url}/deck/2/`)
      await showsSlide(page, 2)
      expect(await page.getByRole('link', { name: 'Open in the reader view' }).count()).toBe(0)
    })
  })

  it('works without a network after the first visit', async () => {
    await inPage({}, async (page) => {
      await page.goto(host.url + PAGES.landing)
      await page.evaluate(async () => void await navigator.serviceWorker.ready)
      await page.context().setOffline(true)
      const faults: string[] = []
      page.on('pageerror', error => faults.push(error.message))
      await page.goto(`${host.url}/deck/3?clicks=1`)
      await showsSlide(page, 3)
      await page.goto(`${host.url}/deck/${pollNo}/`)
      await showsSlide(page, pollNo)
      await page.goto(host.url + PAGES.reader)
      await page.locator('#slide-2').waitFor()
      await page.evaluate(() => document.querySelectorAll('img').forEach(image => image.loading = 'eager'))
      await expect
        .poll(() => page.evaluate(() =>
          [...document.images].filter(image => !image.complete || image.naturalWidth === 0).map(image => image.src)))
        .toEqual([])
      await page.goto(host.url + PAGES.sources)
      await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor()
      expect(faults).toEqual([])
    })
  })

  it('answers an address that it does not have with its own page and the status 404', async () => {
    await inPage({ serviceWorkers: 'block' }, async (page) => {
      const response = await page.goto(host.url + PAGES.lost)
      expect(response?.status()).toBe(404)
      await page.getByRole('link', { name: 'To the front page' }).click()
      await page.getByRole('heading', { name: deck.title, level: 1 }).waitFor()
    })
  })

  it.each(SCHEMES)('gives axe nothing to find, %s', async (colorScheme) => {
    const script = readFileSync(inRoot('node_modules', 'axe-core', 'axe.min.js'), 'utf8')
    const found: Record<string, unknown> = {}
    await inPage({ ...PHONE, colorScheme, serviceWorkers: 'block' }, async (page) => {
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(host.url + path)
        await page.addScriptTag({ content: script })
        found[name] = await page.evaluate(async () => (await axe.run(document)).violations.map(({ id, nodes }) =>
          `${id}: ${nodes.slice(0, 3).map(node => node.target).join(', ')}`))
      }
    })
    expect(found).toEqual({ landing: [], reader: [], sources: [], lost: [] })
  })

  it('has no view of a presenter, and no note in any file', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => statSync(join(folder, file)).isFile())
    expect(files.filter(file => /presenter\/|notes/.test(file))).toEqual([])
    // What a slide says too is no secret.
    const content = ['polls.yaml', 'evidence/claims.yaml', 'exercises/kit/five-questions.yaml']
    const shown = lettersOf([
      ...slides.map(slide => slide.content),
      ...content.map(file => readFileSync(inRoot(file), 'utf8')),
    ].join(' '))
    const notes = slides.flatMap(({ note = '' }) => sentencesOf(note.replaceAll(/\[click(?::\d+)?\]/g, '')))
      .filter(sentence => !shown.includes(lettersOf(sentence)))
    expect(notes.length).toBeGreaterThan(slides.length)
    const everything = lettersOf(files.map(file => readFileSync(join(folder, file), 'utf8')).join('\n'))
    expect(foundIn(everything, notes)).toEqual([])
  })
})
