import type { Browser, Page } from 'playwright-chromium'
import type { noteText } from '../../../src/export/page/noteText.ts'
import type { slideTitle, slideWords } from '../../../src/export/page/slideWords.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../../src/pdf/browser.ts'
import { pageScript } from '../support/pageScript.ts'

declare global {
  interface Window { noteText: typeof noteText, slideWords: typeof slideWords, slideTitle: typeof slideTitle }
}

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  const sources = ['composables/slideText.ts', 'export/page/slideWords.ts', 'export/page/noteText.ts']
  await page.addScriptTag({ content: pageScript(...sources) })
})
afterAll(() => browser.close())

function wordsOf(html: string): Promise<string> {
  return page.evaluate((html) => {
    document.body.innerHTML = html
    return window.slideWords(document.body)
  }, html)
}

describe('the words of a slide', () => {
  it.each([
    [
      'lines end as sentences do',
      '<h1>One</h1><p>Two <b>and</b>\n half.</p><p>“Three?”</p>',
      'One. Two and half. “Three?”',
    ],
    [
      'a picture has its description',
      'Before<svg role="img" aria-label="A bar"><text>7</text></svg>',
      'Before. A bar.',
    ],
    ['an image has its words', '<img alt="A cat" src="data:,"><p>asleep</p>', 'A cat. asleep.'],
    [
      'a row of a table is a line',
      '<table><tr><th>A</th> <th>B</th></tr><tr><td>1</td><td>x</td></tr></table>',
      'A, B. 1, x.',
    ],
    ['what is hidden is left out', '<p>Seen</p><p style="opacity:0">Later</p><p aria-hidden="true">Not</p>', 'Seen.'],
    ['the number of the page is left out', '<p>In 1999</p><footer>12</footer>', 'In 1999.'],
    ['nothing is nothing', '<p> </p>', ''],
  ])('%s', async (_, html, words) => {
    expect(await wordsOf(html)).toBe(words)
  })

  it('have the first heading that is seen as the title, or else what the frontmatter says', async () => {
    const titles = await page.evaluate(() =>
      ['<h1 hidden>Not</h1><h2>Yes,\n <em>this</em></h2>', '<p>None</p>'].map((html) => {
        document.body.innerHTML = html
        return window.slideTitle(document.body, 'Slide 3')
      }))
    expect(titles).toEqual(['Yes, this', 'Slide 3'])
  })
})

it.each([
  ['<p>One\ntwo.</p><p><span class="slidev-note-click-mark"></span>Three.</p>', 'One two.\n\n[click] Three.'],
  ['<p>By:</p><ul><li>A <em>b</em>.</li><li><p>C.</p></li></ul><p>End</p>', 'By:\n\n- A b.\n- C.\n\nEnd'],
  ['bare &amp; plain', 'bare & plain'],
  ['', ''],
])('the note %j in plain text', async (html, text) => {
  expect(await page.evaluate(html => window.noteText(html), html)).toBe(text)
})
