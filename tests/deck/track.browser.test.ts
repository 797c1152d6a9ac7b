import type { Browser, Locator, Page } from 'playwright-chromium'
import type { Kit } from './support/kit.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../src/cli/paths.ts'
import { formatClock, paceAt, planOf } from '../../src/content/pace.ts'
import { readDeck, slidesOf } from '../../src/deck/deck.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { goTo, inSlidev, SLOW_MS, startKit } from './support/kit.ts'

const PATIENT = { timeout: SLOW_MS }

describe('the deck as a talk', async () => {
  const deck = await readDeck(root)
  const slides = slidesOf(deck, 'talk')
  const plan = planOf(slides.map(slide => slide.frontmatter))
  const data = mkdtempSync(join(tmpdir(), 'track-'))
  let kit: Kit
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    [kit, browser] = await Promise.all([startKit(data, { track: 'talk' }), launchChromium()])
    page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    page.setDefaultTimeout(SLOW_MS)
    await page.clock.install()
    // The clock of this page leaps, and the room’s does not: the room would set the timer right.
    await page.route(url => url.pathname.endsWith('/api/stage/events'), route => route.abort())
    await page.goto(kit.presenter)
  })
  afterAll(async () => {
    await browser?.close()
    await kit?.stop()
    rmSync(data, { recursive: true, force: true })
  })

  const pace = () => page.getByRole('group', { name: 'Pace' })
  const words = async () => (await pace().locator('p').allInnerTexts()).join().replaceAll(/\s+/g, ' ')
  const bar = (part: string) => page.locator('.slidev-presenter .bottom').locator(part)

  it('holds the slides of the talk and lasts as long', async () => {
    expect(slides.length).toBeLessThan(deck.slides.length)
    await pace().waitFor()
    expect(await inSlidev(page, ({ nav, configs }) => [nav.total, configs.duration])).toEqual([slides.length, '30min'])
  })

  it('asks the presenter to start the timer', async () => {
    expect(await words()).toContain('planned at 0:00, start the timer')
  })

  it.each([
    [1280, 720],
    [1440, 900],
  ])('shows the pace between Slidev’s controls and its timer at %d x %d', async (width, height) => {
    await page.setViewportSize({ width, height })
    const box = async (locator: Locator) => await locator.boundingBox() ?? expect.fail('It is not on the screen.')
    const [controls, own, timer] = [await box(bar('nav')), await box(pace()), await box(bar('.group'))]
    expect(controls.x + controls.width).toBeLessThanOrEqual(own.x)
    expect(own.x + own.width).toBeLessThanOrEqual(timer.x)
    expect(own.y + own.height).toBeLessThanOrEqual(height)
  })

  it('moves the pace with the clock and with the slides', async () => {
    // A slide counts its clicks once all of it is drawn.
    const clicks = () => inSlidev(page, ({ nav }) => nav.clicksTotal)
    await expect.poll(clicks, PATIENT).toBeGreaterThan(0)
    const clicksTotal = await clicks()
    await page.clock.pauseAt(Date.now() + 60_000)
    await bar('.group').hover()
    await bar('[class*="i-carbon:play"]').click()
    await page.clock.fastForward(20_000)
    await expect.poll(words, PATIENT).toContain('on time')

    await page.clock.fastForward(340_000)
    const { difference, standing } = paceAt(plan, { no: 1, clicks: 0, clicksTotal }, 360)
    expect(standing).toBe('behind')
    await expect.poll(words, PATIENT).toContain(`${formatClock(difference)} behind`)

    const last = plan.slides.findLastIndex(slide => slide.end > slide.start) + 1
    await goTo(page, last)
    await expect.poll(words, PATIENT).toContain(`${formatClock((plan.slides[last - 1]?.start ?? 0) - 360)} ahead`)
    expect(await words()).toContain(plan.sections.find(section => section.last >= last)?.name)
    await page.clock.resume()
  })

  it('hides the pace outside the presenter view and shows it again there', async () => {
    await inSlidev(page, ({ nav }) => nav.exitPresenter())
    await expect.poll(() => pace().count(), PATIENT).toBe(0)
    await inSlidev(page, ({ nav }) => nav.enterPresenter())
    await pace().waitFor()
    expect(await pace().count()).toBe(1)
  })

  it('shows no pace in the slides window', async () => {
    await page.goto(`${kit.slides}1`)
    await page.locator('[data-slidev-no="1"] h1').waitFor()
    expect(await pace().count()).toBe(0)
  })

  it('announces the current slide to screen readers after near and far jumps', async () => {
    const said = page.locator('body > div > [role="status"]').first()
    for (const no of [2, slides.length]) {
      await goTo(page, no)
      const title = (await page.locator(`#slideshow [data-slidev-no="${no}"] h1`).textContent())?.trim()
      expect(title).toMatch(/\S/)
      await expect
        .poll(async () => (await said.textContent())?.trim(), PATIENT)
        .toBe(`Slide ${no} of ${slides.length}: ${title}`)
    }
  })
})
