import type axe from 'axe-core'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-chromium'
import type { AddonDeck } from './support/addonDeck.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { REACTIONS, REACTIONS_PATH } from '../../src/polls/reactions/reactions.ts'
import { startAddonDeck } from './support/addonDeck.ts'
import { goTo, loadSlidesWhenNear, openPhone, SLOW_MS } from './support/kit.ts'

const POLLS = `
- id: run
  kind: choice
  question: 'The famous six million dollars: what is it the price of, in your own opinion?'
  options: [{ id: one, text: The final training run of one model }, { id: all, text: Everything it took }]
  answer: [one]
  confidence: true
- { id: trust, kind: scale, question: How far do you trust it?, labels: [Not at all, Fully] }
- { id: word, kind: words, question: Which words come first? }
- { id: cost, kind: estimate, question: What did it cost?, min: 1, max: 10000, unit: usd-million, reference: 5.6 }
`
const SLIDES = `---
layout: question
poll: [run, trust]
---

---
layout: question
poll: [word, cost]
---
`
/** Slides by their number. */
const [FIRST, SECOND] = [2, 3]

/** One show, in order: each step stands on the one before. */
describe('what a small deck adds to a show', () => {
  let deck: AddonDeck
  let browser: Browser
  let context: BrowserContext
  let presenter: Page
  let wall: Page
  let phone: Page
  /** The same deck without a room. */
  let site = ''
  const slide = (no = FIRST) => wall.locator(`[data-slidev-no="${no}"]`)
  const overlay = () => wall.locator('.adhoc')
  const strip = () => phone.getByRole('group', { name: /^Reactions/ })

  beforeAll(async () => {
    [deck, browser] = await Promise.all([startAddonDeck(SLIDES, POLLS), launchChromium()])
    context = await browser.newContext({ viewport: { width: 980, height: 552 } })
    context.setDefaultTimeout(SLOW_MS)
    await loadSlidesWhenNear(context)
    await context.addInitScript({ path: inRoot('node_modules', 'axe-core', 'axe.min.js') })
    presenter = await context.newPage()
    await presenter.goto(deck.presenter)
    await presenter.waitForURL(url => url.hash === '')
    wall = await context.newPage()
    await wall.goto(`${deck.url}/${FIRST}`)
    await slide().getByText('Your turn').waitFor()
    phone = await openPhone(browser, deck.room.joinUrl)
  }, 2 * SLOW_MS)
  afterAll(async () => {
    await browser?.close()
    await deck?.close()
  })

  /**
   * Clicks forward, as a clicker does, and waits for what that brings. A click in the moment after a step is not taken,
   * and the presenter view says so; one that came before the window was ready is lost: only then it is pressed again.
   */
  async function forward(brought: Locator) {
    const tooQuick = presenter.getByText('That was quick').first()
    let pressedAt = Number.NEGATIVE_INFINITY
    await expect.poll(async () => {
      if (await brought.isVisible())
        return true
      if (performance.now() - pressedAt > 10_000 || await tooQuick.isVisible()) {
        pressedAt = performance.now()
        await presenter.keyboard.press('PageDown')
      }
      return brought.isVisible()
    }, { timeout: SLOW_MS, interval: 600 }).toBe(true)
  }
  const faultsOf = (page: Page, place: string) => page.evaluate(async (selector) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(selector)
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 120)}`))
  }, place)

  it('runs two polls of a slide in turn, by the clicker alone', async () => {
    await goTo(presenter, FIRST)
    await slide().getByText('Question 1 of 2. Your turn').waitFor()
    await forward(slide().getByText('Question 1 of 2. Voting is open'))
    await phone.getByRole('button', { name: 'Everything it took' }).tap()
    await phone.getByText('Counted').waitFor()
    await forward(slide().getByText('Question 1 of 2. Voting is closed'))
    await forward(slide().getByText('Question 1 of 2. Your answers', { exact: true }))
    await forward(slide().getByText('Question 1 of 2. Your answers, and the record'))
    await forward(slide().getByText('Question 2 of 2. Voting is open'))
    expect(await slide().getByText('The famous six million').isVisible()).toBe(false)
    await phone.getByRole('heading', { name: 'How far do you trust it?' }).waitFor()
    expect(await phone.getByText('The famous six million').count()).toBe(0)
    await phone.getByRole('button', { name: '4' }).tap()
    await phone.getByText('Counted').waitFor()
    await forward(slide().getByText('Question 2 of 2. Voting is closed'))
    await forward(slide().getByText('Your answers', { exact: true }).or(slide().locator('.half').nth(1)).first())
  })

  it('sets both results side by side, each within its half and legible', async () => {
    await slide().locator('.half').nth(1).waitFor()
    const halves = await slide().locator('.half').evaluateAll(sections => sections.map((section) => {
      const { left, right, bottom } = section.getBoundingClientRect()
      const texts = [...section.querySelectorAll('text, h1, .note p')].filter(text => text.textContent?.trim())
      return {
        title: section.querySelector('h1')?.textContent?.trim(),
        outside: texts.filter((text) => {
          const box = text.getBoundingClientRect()
          return box.left < left - 2 || box.right > right + 2 || box.bottom > bottom + 2
        }).map(text => text.textContent?.trim()),
        smallest: Math.min(...texts.map(text => Number.parseFloat(getComputedStyle(text).fontSize))),
      }
    }))
    expect(halves).toEqual([
      { title: expect.stringContaining('The famous six million'), outside: [], smallest: expect.any(Number) },
      { title: 'How far do you trust it?', outside: [], smallest: expect.any(Number) },
    ])
    expect(Math.min(...halves.map(({ smallest }) => smallest))).toBeGreaterThanOrEqual(18)
    expect(await faultsOf(wall, `[data-slidev-no="${FIRST}"]`)).toEqual([])
  })

  it('goes on to the next slide after the last step of the last poll', async () => {
    await forward(slide(SECOND).getByText('Question 1 of 2. Your turn'))
  })

  it('opens with a key a dialog for a poll that comes up, in which axe finds nothing', async () => {
    await presenter.keyboard.press('q')
    const dialog = presenter.getByRole('dialog', { name: 'Ask something else' })
    // It can be typed at once, without the key that opened it; Enter goes on to what is missing.
    const hasFocus = (name: string) => expect
      .poll(() => dialog.getByLabel(name).evaluate(field => field === document.activeElement), { timeout: SLOW_MS })
      .toBe(true)
    await hasFocus('Question')
    await presenter.keyboard.type('<b>Break</b> now?')
    expect(await dialog.getByLabel('Question').inputValue()).toBe('<b>Break</b> now?')
    await presenter.keyboard.press('Enter')
    await hasFocus('Option 1')
    await presenter.keyboard.type('Yes')
    await presenter.keyboard.press('Enter')
    await hasFocus('Option 2')
    expect(await faultsOf(presenter, 'dialog')).toEqual([])
    await dialog.getByRole('button', { name: 'Open voting' }).click()
    await dialog.getByRole('alert').getByText('The options must be two or more.').waitFor()
    await dialog.getByRole('button', { name: 'Another option' }).click()
    await dialog.getByLabel('Option 3').fill('بعد قليل')
    await dialog.getByRole('button', { name: 'Open voting' }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  it('shows it over the slide and on phones at once, its text as text', async () => {
    await overlay().getByRole('heading', { name: '<b>Break</b> now?' }).waitFor()
    await overlay().getByText('Voting is open').waitFor()
    expect(await faultsOf(wall, '.adhoc')).toEqual([])
    await phone.getByRole('button', { name: 'بعد قليل' }).tap()
    await phone.getByText('Counted').waitFor()
    await expect.poll(() => overlay().locator('.answered').textContent(), { timeout: SLOW_MS }).toBe('1')
    await presenter.getByRole('region', { name: 'The poll on the wall' }).getByText('Voting is open').waitFor()
    expect(await faultsOf(presenter, '.adhoc-note')).toEqual([])
  })

  it('closes it, shows its results, and puts it away, by the clicker', async () => {
    await forward(overlay().getByText('Voting is closed'))
    await forward(overlay().getByText('Your answers'))
    await overlay().getByText('100%').first().waitFor()
    await presenter.getByRole('region', { name: 'The poll on the wall' }).getByText('Your answers').waitFor()
    // Once: another click would open the poll of the slide.
    await presenter.keyboard.press('PageDown')
    await overlay().waitFor({ state: 'detached' })
    expect(await slide(SECOND).getByText('Question 1 of 2. Your turn').isVisible()).toBe(true)
    await phone.getByText('Look up').waitFor()
  })

  it('shows it again from the dialog, and Esc puts it away', async () => {
    await presenter.getByRole('button', { name: 'Ask…' }).click()
    await presenter.getByRole('button', { name: 'Show again: <b>Break</b> now?' }).click()
    await overlay().getByText('Your answers').waitFor()
    // Until it is closed, the key is the dialog's own.
    await presenter.getByRole('dialog').waitFor({ state: 'detached' })
    await presenter.keyboard.press('Escape')
    await overlay().waitFor({ state: 'detached' })
  })

  it('offers reactions on a waiting phone, as a mark in the margin of the wall that is soon gone', async () => {
    await strip().waitFor()
    expect(await strip().getByRole('button').allInnerTexts()).toHaveLength(REACTIONS.length)
    const mark = wall.locator('.reactions .mark')
    // Measured in the page: it stands for a moment only.
    const left = wall.evaluate(() => new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        const first = document.querySelector('.reactions .mark')
        if (!first)
          return
        observer.disconnect()
        resolve(first.getBoundingClientRect().x)
      })
      observer.observe(document.body, { childList: true, subtree: true })
    }))
    await strip().getByRole('button', { name: 'Funny' }).tap()
    // The right margin of a slide is 56 px wide.
    expect(await left).toBeGreaterThanOrEqual(980 - 56)
    await mark.waitFor({ state: 'detached' })
  })

  it('draws marks of a flood in their lanes, a few for all, and still under reduced motion', async () => {
    await wall.emulateMedia({ reducedMotion: 'reduce' })
    const most = wall.evaluate(() => new Promise<{ marks: number, lanes: number, moving: number }>((resolve) => {
      let found = { marks: 0, lanes: 0, moving: 0 }
      const observer = new MutationObserver(() => {
        const marks = [...document.querySelectorAll('.reactions .mark')]
        found = {
          marks: Math.max(found.marks, marks.length),
          lanes: Math.max(found.lanes, new Set(marks.map(mark => mark.getBoundingClientRect().top)).size),
          moving: found.moving + marks.flatMap(mark => mark.getAnimations()).length,
        }
        if (found.marks > 0 && marks.length === 0) {
          observer.disconnect()
          resolve(found)
        }
      })
      observer.observe(document.body, { childList: true, subtree: true })
    }))
    await phone.evaluate(async ([path, reactions]) => {
      await Promise.all(Array.from({ length: 200 }, (_, i) => fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ reaction: reactions[i % reactions.length] }),
      })))
    }, [REACTIONS_PATH, REACTIONS] as const)
    const { marks, lanes, moving } = await most
    expect(marks).toBeLessThanOrEqual(16)
    expect(lanes).toBeLessThanOrEqual(REACTIONS.length)
    expect(moving).toBe(0)
    await wall.emulateMedia({ reducedMotion: null })
  })

  it('mutes reactions with a key', async () => {
    await presenter.keyboard.press('r')
    await strip().waitFor({ state: 'detached' })
    await presenter.getByRole('button', { name: 'Allow reactions' }).click()
    await strip().waitFor()
  })

  it('offers no reactions while a ballot is open', async () => {
    await forward(slide(SECOND).getByText('Question 1 of 2. Voting is open'))
    await phone.getByRole('heading', { name: 'Which words come first?' }).waitFor()
    expect(await strip().count()).toBe(0)
  })

  it('lets a reader without a room answer both in turn, and sets them side by side, also on paper', async () => {
    site = await deck.alone()
    const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
    page.setDefaultTimeout(SLOW_MS)
    await loadSlidesWhenNear(page)
    await page.goto(`${site}/${FIRST}`)
    const alone = page.locator(`[data-slidev-no="${FIRST}"]`)
    await alone.getByRole('button', { name: 'Everything it took' }).click()
    // The first one asks how sure, before the second one comes.
    await alone.getByRole('button', { name: 'Just a guess' }).click()
    await alone.getByRole('heading', { name: 'How far do you trust it?' }).waitFor()
    await alone.getByRole('button', { name: '4' }).click()
    await alone.locator('.half').nth(1).waitFor()
    await alone.getByRole('button', { name: 'Answer both again' }).click()
    await alone.getByRole('heading', { name: /^The famous six million/ }).waitFor()
    expect(await alone.locator('.half').count()).toBe(0)

    await page.goto(`${site}/${FIRST}?print`)
    const printed = page.locator(`[data-slidev-no="${FIRST}"]`)
    await printed.locator('.half').nth(1).waitFor()
    expect(await printed.getByText('Everything it took').isVisible()).toBe(true)
    expect(await printed.locator('text', { hasText: 'Not at all' }).isVisible()).toBe(true)
  })
  it('keeps the windows of one browser in step without a room, too', async () => {
    const windows = await browser.newContext()
    const [leading, slides] = [await windows.newPage(), await windows.newPage()]
    const places = () => [leading, slides].map(page => new URL(page.url()).pathname)
    await leading.goto(`${site}/presenter/1`)
    await slides.goto(`${site}/1`)
    await slides.locator('[data-slidev-no="1"] h1').waitFor()
    await goTo(leading, SECOND)
    await expect.poll(places).toEqual([`/presenter/${SECOND}`, `/${SECOND}`])
    await goTo(slides, FIRST)
    await expect.poll(places).toEqual([`/presenter/${FIRST}`, `/${FIRST}`])
    await windows.close()
  })
})
