import type { Browser, Locator, Page } from 'playwright-chromium'
import type { SmallKit } from './support/smallKit.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { Desk, PATIENCE } from './support/desk.ts'
import { goTo, openPhone, readQr, SLOW_MS } from './support/kit.ts'
import { startSmallKit } from './support/smallKit.ts'

const POLLS = `
- id: bill
  kind: choice
  question: What did it pay for?
  options: [{ id: run, text: One run }, { id: all, text: Everything }]
  answer: [run]
- id: fit
  kind: scale
  question: How well does it fit?
  labels: [Not at all, Perfectly]
- { id: word, kind: words, question: Which words come first? }
`
const SLIDES = `
---
title: A small deck
titleTemplate: '%s'
fonts: { provider: none }
themeConfig: { join: strip }
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
layout: question
poll: fit
---

---
layout: lens
lens: technical
loud: a fraction of|the compute
behind: Chinese lab does it for a fraction of the compute
---

---

# Last

End of the deck
`.trimStart()

/** One session, in order: each step stands on the one before. */
describe('a presenter', () => {
  let kit: SmallKit
  let browser: Browser
  let presenter: Page
  let wall: Page
  let phone: Page
  let desk: Desk

  beforeAll(async () => {
    [kit, browser] = await Promise.all([startSmallKit({ 'slides.md': SLIDES, 'polls.yaml': POLLS }), launchChromium()])
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    context.setDefaultTimeout(SLOW_MS)
    presenter = await context.newPage()
    await presenter.goto(kit.presenter)
    await presenter.waitForURL(url => url.hash === '')
    await presenter.locator('.slidev-presenter [data-slidev-no="1"] h1').first().waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await kit?.stop()
  })

  const slide = (no: number) => wall.locator(`[data-slidev-no="${no}"]`)
  const at = (no: number) => presenter.waitForURL(url => url.pathname === `/deck/presenter/${no}`)
  const here = () => new URL(presenter.url()).pathname
  const seen = async (text: Locator) => text.waitFor(PATIENCE)

  it('has its keys back after a click on Slidev’s bar, in the overview, and after a list of slides', async () => {
    await goTo(presenter, 5)
    await at(5)
    await presenter.getByTitle('Go to previous slide').click()
    await at(4)
    await presenter.keyboard.press('PageDown')
    await at(5)
    await presenter.getByTitle('Show slide overview').click()
    await presenter.keyboard.press('Escape')
    await presenter.keyboard.press('PageUp')
    await at(4)
    await presenter.keyboard.press('PageUp')
    await at(3)
    await presenter.keyboard.press('g')
    await presenter.locator('#slidev-goto-input').fill('fraction')
    await presenter.locator('#slidev-goto-dialog').getByText('a fraction of the compute').waitFor()
    await presenter.keyboard.press('Enter')
    await at(4)
    await presenter.keyboard.press('PageDown')
    await at(5)
    // A button that is removed while it has the focus tells nobody.
    await presenter.evaluate(() => {
      const button = document.body.appendChild(document.createElement('button'))
      button.focus()
      button.remove()
    })
    await presenter.keyboard.press('PageUp')
    await at(4)
    await goTo(presenter, 1)
    await at(1)
  })

  it('is joined by a slides window and a phone', async () => {
    wall = await presenter.context().newPage()
    await wall.goto(`${kit.slides}1`)
    await wall.locator('[data-slidev-no="1"] h1').waitFor()
    phone = await openPhone(browser, kit.room.joinUrl)
    await wall.getByText('1 here', { exact: true }).waitFor()
    desk = new Desk(presenter, wall, presenter, async poll => ['bill', 'fit'].indexOf(poll) + 2)
  })

  it('is followed by every slides window, however fast, and follows one that is moved itself', async () => {
    const second = await presenter.context().newPage()
    await second.goto(`${kit.slides}1`)
    await second.locator('[data-slidev-no="1"] h1').waitFor()
    const windows = [presenter, wall, second]
    const places = () => windows.map(page => new URL(page.url()).pathname.split('/').at(-1))
    await goTo(presenter, 4)
    await expect.poll(places).toEqual(['4', '4', '4'])
    for (let round = 0; round < 4; round++) {
      await presenter.keyboard.press('PageDown')
      await at(5)
      await presenter.keyboard.press('PageUp')
      await at(4)
    }
    // Where they have not been before: they have come through all of that.
    await goTo(presenter, 1)
    await expect.poll(places).toEqual(['1', '1', '1'])
    await second.keyboard.press('PageDown')
    await expect.poll(places).toEqual(['2', '2', '2'])
    await second.close()
    await goTo(presenter, 1)
    await expect.poll(() => places().slice(0, 2)).toEqual(['1', '1'])
  })

  it('runs a whole session with PageDown and PageUp alone', async () => {
    const press = async (key: 'PageDown' | 'PageUp', brought: Locator) => {
      // A press within half a second of the last one is answered with words, not taken.
      await expect.poll(() => presenter.locator('.controls button[aria-disabled="true"]').count()).toBe(0)
      await presenter.keyboard.press(key)
      await seen(brought)
    }
    const status = phone.getByRole('status')
    await press('PageDown', slide(2).getByText('Your turn'))
    await press('PageDown', slide(2).getByText('Voting is open'))
    await phone.getByRole('button', { name: 'One run' }).tap()
    await status.getByText('Counted').waitFor()
    await press('PageDown', slide(2).getByText('Voting is closed'))
    await press('PageDown', slide(2).getByText('Your answers', { exact: true }))
    await phone.getByText('100%', { exact: true }).first().waitFor()
    await press('PageDown', slide(2).getByRole('img', { name: 'right' }))
    await press('PageDown', slide(3).getByText('How well does it fit?'))
    await press('PageUp', slide(2).getByRole('img', { name: 'right' }))
    await press('PageDown', slide(3).getByText('How well does it fit?'))
    await press('PageDown', slide(3).getByText('Voting is open'))
    await phone.getByRole('button', { name: /^4/ }).tap()
    await status.getByText('Counted').waitFor()
    await press('PageDown', slide(3).getByText('Voting is closed'))
    await press('PageDown', slide(3).getByText('Your answers'))
    await press('PageDown', slide(4).getByRole('heading', { name: 'Technical' }))
    await press('PageDown', slide(5).getByText('End of the deck'))
    expect(here()).toBe('/deck/presenter/5')
  })

  it('shows the room neither its mouse nor Slidev’s bar', async () => {
    await presenter.mouse.move(400, 300)
    await wall.mouse.move(40, 700)
    expect(await wall.locator('nav:visible').count()).toBe(0)
    expect(await wall.locator('#slide-content > .text-xl:visible').count()).toBe(0)
  })

  it('shows how to join on a strip beside every slide, which covers none of it', async () => {
    const strip = wall.getByRole('complementary', { name: 'How to join' })
    expect(await readQr(strip.getByRole('img', { name: /^QR code/ }))).toBe(kit.room.joinUrl)
    await strip.getByText('1 here').waitFor(PATIENCE)
    for (const no of [1, 2, 4]) {
      await goTo(presenter, no)
      await seen(slide(no))
      const [slideBox, stripBox] = [await slide(no).boundingBox(), await strip.boundingBox()]
      expect((slideBox?.x ?? 0) + (slideBox?.width ?? 0)).toBeLessThanOrEqual((stripBox?.x ?? 0) + 0.5)
    }
    expect(await presenter.getByRole('complementary', { name: 'How to join' }).count()).toBe(0)
  })

  it('stops a clock on wall and phone, lets it go on, and gives it a minute', async () => {
    await desk.present('bill')
    await presenter.keyboard.press('a')
    await desk.controls.getByText('No clock is running').waitFor(PATIENCE)
    await desk.press('n', desk.controls.getByRole('button', { name: 'Keep these votes' }))
    await desk.press('n', desk.offer('Open voting'))
    await desk.press('v', desk.offer('Close voting'))
    await desk.press('t', desk.offer('No clock'))
    await desk.press('a', desk.poll.getByText(/^1:[12]\d$/))
    await desk.press('s', desk.poll.getByText('clock stopped'))
    // With the clock beside them they are as many as they get, and none leaves the slide.
    const bottoms = await desk.controls.getByRole('button').evaluateAll(buttons => buttons.map(button =>
      button.getBoundingClientRect().bottom - (button.closest('.slidev-layout')?.getBoundingClientRect().bottom ?? 0)))
    expect(bottoms).toHaveLength(5)
    expect(Math.max(...bottoms)).toBeLessThan(0)
    await phone.getByText('The clock is stopped').waitFor()
    await desk.press('s', desk.offer('Stop clock'))
    await phone.getByText(/^1:[012]\d left$/).waitFor()
    // Pressed in one breath: each is taken, in order.
    for (const key of ['t', 't', 't'])
      await presenter.keyboard.press(key)
    await desk.poll.getByText(/^0:[23]\d$/).waitFor(PATIENCE)
    await desk.press('v', desk.offer('Show results'))
  })

  it('takes over another wording of polls.yaml on wall and phone, without a reload', async () => {
    await desk.press('v', desk.offer('Hide results').or(desk.offer('Show the answer')).first())
    await wall.evaluate(() => Object.assign(window, { before: true }))
    const reworded = POLLS.replace('What did it pay for?', 'What did it buy?').replace('One run', 'A single run')
    kit.write('polls.yaml', reworded)
    await desk.poll.getByText('What did it buy?').waitFor(PATIENCE)
    await desk.poll.getByText('A single run').first().waitFor(PATIENCE)
    await phone.getByText('What did it buy?').waitFor()
    expect(await wall.evaluate(() => 'before' in window)).toBe(true)
  })

  it('refuses what would spoil ballots, and says so on the slide and in the terminal', async () => {
    kit.write('polls.yaml', POLLS.replace('id: all', 'id: everything'))
    const sentence = /^The poll "bill" in polls\.yaml has another list of option ids, but people have voted in it/
    await desk.poll.getByRole('alert').getByText(sentence).waitFor(PATIENCE)
    expect(kit.lines.some(line => sentence.test(line))).toBe(true)
    kit.write('polls.yaml', POLLS.replace('kind: scale', 'kind: scales'))
    await desk.poll.getByRole('alert').getByText(/^polls\.yaml:\d+: "fit", kind: must be/).waitFor(PATIENCE)
    expect(await desk.poll.getByText('Everything').count()).toBeGreaterThan(0)
    kit.write('polls.yaml', POLLS)
    await desk.poll.getByRole('alert').waitFor({ ...PATIENCE, state: 'detached' })
  })
})
