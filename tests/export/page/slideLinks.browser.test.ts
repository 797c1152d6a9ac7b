import type { Browser } from 'playwright-chromium'
import type { linkPages } from '../../../src/export/page/slideLinks.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../../../src/pdf/browser.ts'
import { finishPdf } from '../../../src/pdf/index.ts'
import { readPageFacts } from '../../../src/pdf/printedPage.ts'
import { readPdf } from '../../handouts/support/pdf.ts'
import { tempFolder } from '../../support/tempFiles.ts'
import { pageScript } from '../support/pageScript.ts'

declare global {
  interface Window { linkPages: typeof linkPages }
}

const DECK = 'http://deck.test/printed/deck'
/** Three slides of five, as Slidev draws them, with links as authors write them. */
const PAGE = `<!doctype html><html lang="en"><title>Slides</title>
<style>section { break-after: page } section:last-child { break-after: auto }</style>
<section id="001-01"><h1>One</h1><p><a href="#3">The third</a> <a href="/costs">Costs</a></p>
  <p><a href="/5">The fifth</a> <a href="/handouts">Handouts</a> <a href="#more">More</a></p></section>
<section id="002-01"><h1>Two</h1><p id="more">More</p><p><a href="https://example.org/3">Elsewhere</a></p></section>
<section id="003-02"><h1>Three</h1><p><a href="./1?clicks=2">Back</a></p></section>`

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('leads to slides within the PDF, keeps what leads elsewhere, and takes out what leads nowhere', async () => {
  const page = await browser.newPage()
  await page.route('**/*', route => route.fulfill({ contentType: 'text/html', body: PAGE }))
  await page.goto(DECK)
  await page.addScriptTag({ content: pageScript('export/page/slideLinks.ts') })
  await page.evaluate(() => {
    const slides = [{ no: 1 }, { no: 2, alias: 'costs' }, { no: 3 }, { no: 4 }, { no: 5 }]
    window.linkPages(document, slides, no => ({ 1: '001-01', 2: '002-01', 3: '003-02' })[no])
  })
  const printed = await page.pdf({ tagged: true, outline: false })
  const facts = { ...await readPageFacts(page), date: new Date(0), author: '', outline: [{ title: 'One', page: 1 }] }
  const path = join(tempFolder(), 'slides.pdf')
  writeFileSync(path, (await finishPdf(printed, facts)).pdf)
  await page.close()

  const { objects, at, catalog } = readPdf(path)
  const places = at(catalog['/Dests']) as Record<string, unknown[]>
  const pages = objects.filter(object => object['/Type'] === '/Page')
  const pageOf = (place: unknown) => pages.indexOf(at((at(places[String(place)]) as unknown[])[0]) as never) + 1
  const links = objects.filter(object => object['/Subtype'] === '/Link').map(link => [
    String(link['/Contents']).slice(2),
    (at(link['/A']) as Record<string, unknown> | undefined)?.['/URI'] ?? pageOf(link['/Dest']),
  ])
  expect(Object.fromEntries(links)).toEqual({
    'The third': 3,
    'Costs': 2,
    'More': 2,
    'Elsewhere': 'u:https://example.org/3',
    'Back': 1,
  })
})
