import type { Browser, Page } from 'playwright-chromium'
import type { AxeRun, Findings } from '../support/checks/inPage.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { armPage, inspect } from './support/walk.ts'

const GOOD = '<h1>A title</h1><p>Some words.</p>'

/** The checks of slides see what they are there to see, and nothing else. */
describe('a slide with', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 980, height: 552 } })
    await armPage(page)
    await page.goto('data:text/html,<!doctype html><html lang="en"><title>Slides</title>')
  })
  afterAll(() => browser?.close())

  /** One slide on a white ground, with a foot. */
  async function lookAt(html: string, states: AxeRun['states'] = 'all') {
    await page.evaluate((body) => {
      document.body.innerHTML = `<style>
          body { margin: 0; font: 20px/1.4 sans-serif; color: #111 }
          .slidev-layout { position: relative; width: 980px; height: 552px; overflow: hidden; background: #fff }
          footer { position: absolute; bottom: 0; height: 30px; font-size: 13px }
          h1, p { margin: 10px } svg { display: block } text { font-size: 20px }
          .at { position: absolute; left: 20px; top: 200px; margin: 0 }
          .slidev-vclick-hidden { opacity: 0 } .slidev-vclick-current { color: #ccc }
          .slidev-vclick-fade { background: #333 }
        </style>
        <main><div data-slidev-no="1"><div class="slidev-layout">${body}<footer>Sources</footer></div></div></main>
        <div data-slidev-no="2" style="display: none"><p style="color: #ddd">Another slide</p></div>`
    }, html)
    return inspect(page, 1, { rules: 'all', states })
  }

  it('nothing wrong has no findings', async () => {
    const { findings, title, words } = await lookAt(
      `${GOOD}<svg role="img" aria-label="A chart" width="300" height="50"><text x="0" y="30">Label</text></svg>`,
    )
    expect(findings).toEqual({ overflow: [], overlap: [], access: [], contrast: [], markup: [], type: [] })
    expect({ title, words }).toEqual({ title: 'A title', words: 4 })
  })

  it.each<[what: string, kind: keyof Findings, html: string, finding: RegExp]>([
    [
      'text that runs off at the right',
      'overflow',
      `${GOOD}<p style="white-space: nowrap; width: 100px; margin-left: 900px">Far too long a line</p>`,
      /^p “Far too long a line” leaves its place$/,
    ],
    [
      'text that runs into the foot',
      'overflow',
      `${GOOD}<p class="at" style="top: 510px">Deep</p>`,
      /^p\.at “Deep” leaves its place$/,
    ],
    [
      'text that its box cuts off',
      'overflow',
      `${GOOD}<p style="width: 60px; height: 20px; overflow: hidden">Cut off here</p>`,
      /^p “Cut off here” is cut off by p$/,
    ],
    [
      'text wider than its frame',
      'overflow',
      `${GOOD}<p style="width: 60px; border: 1px solid">Unbreakable</p>`,
      /^p “Unbreakable” is wider than its box$/,
    ],
    [
      'a chart that leaves the slide',
      'overflow',
      `${GOOD}<svg aria-hidden="true" class="at" width="1000" height="20"></svg>`,
      /^svg.at leaves its place$/,
    ],
    [
      'a label that its chart cuts off',
      'overflow',
      `${GOOD}<svg aria-hidden="true" width="100" height="40"><text x="60" y="20">Label</text></svg>`,
      /^text “Label” is cut off by svg$/,
    ],
    [
      'a shape that leaves the slide',
      'overflow',
      `${GOOD}<svg aria-hidden="true" class="at" width="10" height="10" style="overflow: visible">`
      + '<rect width="10" height="600" /></svg>',
      /^rect leaves its place$/,
    ],
    [
      'text over text',
      'overlap',
      `${GOOD}<p class="at">Under</p><p class="at" style="left: 40px">Over</p>`,
      /^p\.at “Under” lies over p\.at “Over”$/,
    ],
    [
      'labels of a chart over each other',
      'overlap',
      `${GOOD}<svg aria-hidden="true" width="300" height="40"><text x="0" y="20">One</text>`
      + '<text x="20" y="20">Two</text></svg>',
      /^text “One” lies over text “Two”$/,
    ],
    [
      'text over a button',
      'overlap',
      `${GOOD}<p class="at">Words</p><button class="at">Press</button>`,
      /“Words” lies over button\.at “Press”$/,
    ],
    ['faint text', 'access', `${GOOD}<p style="color: #ccc">Faint</p>`, /^color-contrast \(serious\): .*Faint/],
    ['half-faded text', 'access', `${GOOD}<div style="opacity: 0.3"><p>Half</p></div>`, /^color-contrast \(serious\)/],
    ['a button without a name', 'access', `${GOOD}<button></button>`, /^button-name \(critical\)/],
    [
      'a faint label in a chart',
      'contrast',
      `${GOOD}<svg aria-hidden="true" width="300" height="40"><text x="0" y="20" fill="#ccc">Label</text></svg>`,
      /^text “Label” has a contrast of 1\.6 to 1 instead of 4\.5$/,
    ],
    [
      'a label on a bar of its colour',
      'contrast',
      `${GOOD}<svg aria-hidden="true" width="300" height="40"><rect width="300" height="40" fill="#222" />`
      + '<text x="0" y="20"><tspan fill="#444">Label</tspan></text></svg>',
      /^text “Label” has a contrast of 1\.\d to 1/,
    ],
    [
      'faint words over a picture',
      'contrast',
      `${GOOD}<svg aria-hidden="true" width="300" height="300" class="at" style="top: 150px">`
      + '<rect width="300" height="300" fill="#555" /></svg><p class="at" style="color: #777">Words</p>',
      /^p\.at “Words” has a contrast of 1\.\d to 1 instead of 4\.5$/,
    ],
    [
      'a loop of the pen through the next word',
      'overlap',
      `${GOOD}<p class="at">Words <span style="position: relative">beside<svg class="pen-mark" aria-hidden="true" `
      + 'style="position: absolute; left: 0; top: 0; overflow: visible"><path d="M-30 14H60V16H-30Z" /></svg>'
      + '</span></p>',
      /^path goes through p\.at “Words beside”$/,
    ],
    [
      'a bar that ends within its label',
      'overlap',
      `${GOOD}<svg aria-hidden="true" width="300" height="40"><rect width="30" height="40" fill="#ddd" />`
      + '<text x="0" y="25">Label</text></svg>',
      /^rect goes through text “Label”$/,
    ],
    [
      'a line of a chart through a label',
      'overlap',
      `${GOOD}<svg aria-hidden="true" width="300" height="40"><path d="M0 18L300 19" stroke="#111" fill="none" `
      + 'stroke-width="3" /><text x="0" y="25">Label</text></svg>',
      /^path goes through text “Label”$/,
    ],
    ['two titles', 'markup', `${GOOD}<h1>Another</h1>`, /^2 titles \(h1\) instead of one$/],
    ['no title', 'markup', '<p>Some words.</p>', /^0 titles/],
    ['an empty title', 'markup', '<h1> </h1>', /^the title \(h1\) is empty$/],
    ['a picture without words', 'markup', `${GOOD}<svg width="20" height="20"></svg>`, /^svg has no text alternative/],
    [
      'a component that nobody wrote',
      'markup',
      `${GOOD}<seriesgraph></seriesgraph>`,
      /^<seriesgraph> is no element and no component$/,
    ],
    ['small text', 'type', `${GOOD}<p style="font-size: 17px">Small</p>`, /^p “Small” is 17 px instead of 18$/],
    [
      'a small tick',
      'type',
      `${GOOD}<svg aria-hidden="true" width="99" height="20"><text class="tick" y="16" style="font-size: 16px">10`
      + '</text></svg>',
      /^text\.tick “10” is 16 px instead of 17$/,
    ],
    ['small sources', 'type', `${GOOD}<footer style="font-size: 12px">A paper</footer>`, /is 12 px instead of 13$/],
    [
      'text in a box that is shown smaller',
      'type',
      `${GOOD}<div style="transform: scale(0.5)"><p>Half</p></div>`,
      /^p “Half” is 10 px instead of 18$/,
    ],
    [
      'text that a picture shrinks',
      'type',
      `${GOOD}<svg aria-hidden="true" width="100" height="20" viewBox="0 0 200 40"><text x="0" y="30">Half`
      + '</text></svg>',
      /^text “Half” is 10 px instead of 18$/,
    ],
  ])('%s is found (%s)', async (_, kind, html, finding) => {
    const { findings } = await lookAt(html)
    expect(findings[kind]).toContainEqual(expect.stringMatching(finding))
  })

  it.each<[what: string, html: string]>([
    [
      'text that a click has yet to show',
      '<p class="at" style="opacity: 0; color: #eee; font-size: 9px; left: 970px">Later</p><p class="at">Now'
      + '</p><p class="at" style="opacity: 0">Then</p>',
    ],
    [
      'text for screen readers only',
      '<table style="position: absolute; clip-path: inset(50%); top: 540px; font-size: 9px"><caption>Data'
      + '</caption><tbody><tr><td>1</td></tr></tbody></table>',
    ],
    [
      'letters that touch the line above only with their air',
      '<h1 style="font: 60px/0.8 serif; margin: 0">Ace<br>ace</h1><p style="margin: -8px 0 0">ace</p>',
    ],
    ['a clipping over another', '<div class="clipping at">One</div><div class="clipping at">Two</div>'],
    [
      'a page of headlines behind a magnifier',
      '<div class="opener"><div class="page at" style="left: 970px; color: #eee" aria-hidden="true">One</div></div>',
    ],
    [
      'light words on a dark bar',
      '<svg aria-hidden="true" width="300" height="40"><rect width="300" height="40" fill="#222" />'
      + '<text x="0" y="20" fill="#fff">Label</text></svg>',
    ],
    [
      'a strike of the pen through its own word',
      '<p class="at"><span class="pen-strike-through" style="position: relative">Words<svg class="pen-mark" '
      + 'aria-hidden="true" style="position: absolute; left: 0; top: 0; overflow: visible">'
      + '<path d="M0 14H50V16H0Z" /></svg></span></p>',
    ],
    [
      'a label with a halo on the edge of a bar',
      '<svg aria-hidden="true" width="300" height="40"><rect width="30" height="40" fill="#ddd" /><text x="0" y="25" '
      + 'style="paint-order: stroke; stroke: #fff; stroke-width: 4px">Label</text></svg>',
    ],
    [
      'a line of a chart that ends behind the ground of a label',
      '<svg aria-hidden="true" width="300" height="40"><path d="M0 18L300 19" stroke="#111" fill="none" '
      + 'stroke-width="3" /><rect width="90" height="40" fill="#fff" /><text x="0" y="25">Label</text></svg>',
    ],
    [
      'words over a picture that is still empty',
      '<svg role="img" aria-label="A chart" class="at" width="300" height="40"><rect width="90" height="40" '
      + 'style="opacity: 0" /></svg><p class="at">Words</p>',
    ],
    [
      'a label within a bar',
      '<svg aria-hidden="true" width="300" height="40"><rect width="200" height="40" fill="#ddd" />'
      + '<text x="20" y="25">Label</text></svg>',
    ],
    [
      'a grid line behind a label',
      '<svg aria-hidden="true" width="300" height="40"><line x1="0" x2="300" y1="15" y2="15" stroke="#111" />'
      + '<text x="0" y="20">Label</text></svg>',
    ],
  ])('%s is fine', async (_, html) => {
    const { findings } = await lookAt(html.includes('<h1') ? html : GOOD + html)
    expect(findings).toEqual({ overflow: [], overlap: [], access: [], contrast: [], markup: [], type: [] })
  })

  it('words in tables, charts, foot and kicker counts none of them', async () => {
    const { words } = await lookAt(
      `${GOOD}<p class="kicker">Not me</p><table><tbody><tr><td>nor me</td></tr></tbody></table>`
      + '<div class="series-chart">nor <b>me</b></div><div role="img" aria-label="x">nor me</div>'
      + '<p style="opacity: 0">nor me</p><p>– but me</p>',
    )
    expect(words).toBe(6)
  })

  it.each<[what: string, first: string, then: string, judged: boolean]>([
    ['less is seen', '<p class="slidev-vclick-prior">A</p>', '<p class="slidev-vclick-hidden">A</p>', false],
    ['nothing new is seen', '<p class="slidev-vclick-target">B</p>', '<p class="slidev-vclick-prior">B</p>', false],
    ['more is seen', '<p class="slidev-vclick-hidden">C</p>', '<p class="slidev-vclick-prior">C</p>', true],
    ['a colour changes', '<p class="slidev-vclick-prior">D</p>', '<p class="slidev-vclick-current">D</p>', true],
    ['a ground changes', '<p class="slidev-vclick-prior">E</p>', '<p class="slidev-vclick-fade">E</p>', true],
    ['the markup changes', '<p>F</p>', '<p lang="en">F</p>', true],
  ])('a click state goes to axe again only when it looks new: %s', async (_, first, then, judged) => {
    expect((await lookAt(GOOD + first, 'new')).judged).toBe(true)
    expect((await lookAt(GOOD + then, 'new')).judged).toBe(judged)
  })

  it('a fault in a later click state only is found', async () => {
    await lookAt(`${GOOD}<p class="slidev-vclick-prior">Later</p>`, 'new')
    const { findings } = await lookAt(`${GOOD}<p class="slidev-vclick-current">Later</p>`, 'new')
    expect(findings.access).toContainEqual(expect.stringMatching(/^color-contrast \(serious\): .*Later/))
  })
})
