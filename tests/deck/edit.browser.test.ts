import type { Browser, Locator, Page } from 'playwright-chromium'
import type { SmallKit } from './support/smallKit.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { goTo, loadSlidesWhenNear, SLOW_MS } from './support/kit.ts'
import { startSmallLiveKit } from './support/smallKit.ts'

const POLLS = `
- id: bill
  kind: choice
  question: What did it pay for?
  options: [{ id: run, text: One run }, { id: all, text: Everything }]
`
const SLIDES = `
---
title: A small deck
titleTemplate: '%s'
fonts: { provider: none }
canvasWidth: 980
transition: none
mcp: false
---

# First

---
layout: question
poll: bill
---

---

# Last

End of the deck
`.trimStart()

/** One evening before the talk, in order. */
describe('an author who edits', () => {
  let kit: SmallKit
  let browser: Browser
  let presenter: Page
  let wall: Page

  beforeAll(async () => {
    [kit, browser] = await Promise.all([
      startSmallLiveKit({ 'slides.md': SLIDES, 'polls.yaml': POLLS }),
      launchChromium(),
    ])
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    context.setDefaultTimeout(SLOW_MS)
    await loadSlidesWhenNear(context)
    presenter = await context.newPage()
    await presenter.goto(kit.presenter)
    await presenter.waitForURL(url => url.hash === '')
    await presenter.locator('.slidev-presenter [data-slidev-no="1"] h1').first().waitFor()
    wall = await context.newPage()
    await wall.goto(kit.slides)
    await wall.locator('[data-slidev-no="1"] h1').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await kit?.stop()
  })

  const slide = (no: number) => wall.locator(`[data-slidev-no="${no}"]`)
  let saves = 0
  /**
   * Slidev looks away for a moment after a change, so a second one may have to be saved again; and a file that is saved
   * as it was is no change to it, so each time there is one more space behind a heading. A window that a busy server
   * has sent half of a change shows all of it when it is opened anew.
   */
  async function edit(slides: string, brought: Locator): Promise<void> {
    let isRetry = false
    await vi.waitFor(async () => {
      if (isRetry)
        await wall.goto(`${kit.slides}3`)
      isRetry = true
      kit.write('slides.md', slides.replace('# Last', `# Last${' '.repeat(++saves)}`))
      await brought.waitFor({ timeout: 20_000 })
    }, { timeout: 2 * SLOW_MS, interval: 100 })
  }

  it('has all windows in step', async () => {
    const places = () => [presenter, wall].map(page => new URL(page.url()).pathname)
    await goTo(presenter, 3)
    await expect.poll(places).toEqual(['/presenter/3', '/3'])
    await goTo(wall, 2)
    await expect.poll(places).toEqual(['/presenter/2', '/2'])
    await goTo(presenter, 3)
    await expect.poll(places).toEqual(['/presenter/3', '/3'])
  })

  it('is told on the slide and in the terminal which id is unknown, and what was meant', async () => {
    const unknown = SLIDES.replace('End of the deck', '<Poll id="bilk" />')
    await edit(unknown, slide(3).getByText('There is no poll "bilk" in polls.yaml; write bill or add the entry.'))
    await expect.poll(() => kit.lines.join('\n')).toMatch(/slides\.md:\d+: there is no poll "bilk"/)
    const figure = unknown.replace('<Poll id="bilk" />', 'Figure: <Figure id="no-such-figure" />, or not.')
    await edit(figure, slide(3).getByText(/^There is no figure "no-such-figure" in evidence/))
    await slide(3).getByText('or not.').waitFor()
    await edit(SLIDES, slide(3).getByText('End of the deck'))
    await expect.poll(() => slide(3).getByRole('alert').count()).toBe(0)
  })
})
