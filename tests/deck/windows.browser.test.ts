import type { Browser, BrowserContextOptions, Page } from 'playwright-chromium'
import type { Kit } from './support/kit.ts'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { LONGEST } from '../../src/content/tracks.ts'
import { keptDeck } from '../../src/deck/keptDeck.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { WORKER_FILE } from '../../src/site/siteFolder.ts'
import { goTo, slideThat, startKit } from './support/kit.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Windows that share nothing but the room, as on several machines. One session, in order. */
describe('windows on several machines', () => {
  const data = mkdtempSync(join(tmpdir(), 'windows-'))
  let kit: Kit
  let browser: Browser
  let presenter: Page
  /** In the presenter's own browser. */
  let slides: Page
  let wall: Page
  let remote: Page
  let follower: Page
  const served: string[] = []

  beforeAll(async () => {
    [kit, browser] = await Promise.all([startKit(data), launchChromium()])
    presenter = await open(kit.presenter)
    slides = await presenter.context().newPage()
    await slides.goto(kit.slides)
    wall = await open(kit.wall)
    remote = await open(kit.presenter, PHONE)
    follower = await open(`${kit.phones}follow`)
  })
  afterAll(async () => {
    await browser?.close()
    await kit?.stop()
    rmSync(data, { recursive: true, force: true })
  })

  async function open(link: string, options: BrowserContextOptions = { viewport: { width: 1280, height: 720 } }) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    page.on('response', async response => served.push(await response.text().catch(() => '')))
    await page.goto(link)
    return page
  }

  /** Slide and clicks of a window, as `3.1`. */
  function placeOf(page: Page): string {
    const url = new URL(page.frames().find(frame => frame.url().includes('/deck/'))?.url() ?? '')
    return `${url.pathname.split('/').at(-1)}.${url.searchParams.get('clicks') ?? 0}`
  }
  const places = () => [presenter, slides, wall, remote, follower].map(placeOf)
  const expectAllAt = (place: string) => expect.poll(places).toEqual(Array.from({ length: 5 }).fill(place))

  it('go where the presenter goes, however quickly', async () => {
    await expectAllAt('1.0')
    await goTo(presenter, 4)
    await expectAllAt('4.0')
    for (let presses = 0; presses < 6; presses++)
      await presenter.keyboard.press('ArrowRight')
    await expect.poll(() => placeOf(presenter)).not.toBe('4.0')
    await expect.poll(() => new Set(places()).size).toBe(1)
    await presenter.keyboard.press('ArrowLeft')
    await expect.poll(() => new Set(places()).size).toBe(1)
  })

  it('tell the screen reader of a remote audience what the slide says, and what a click adds', async () => {
    const frame = follower.frames().find(candidate => candidate.url().includes('/deck/'))
    const status = () => frame?.locator('body > div > [role="status"]').first().textContent()
    await goTo(presenter, 4)
    await goTo(presenter, 2)
    await expect.poll(status).toMatch(/^\s*Slide 2 of \d+\n.+/)
    const before = await status()
    await presenter.keyboard.press('ArrowRight')
    await expectAllAt('2.1')
    await expect.poll(status).not.toBe(before)
    expect(await status()).not.toContain('Slide 2 of')
    expect((await status())?.trim()).toMatch(/\S/)
    await goTo(presenter, 4)
    await expectAllAt('4.0')
  })

  it('go on with a presenter who presses a key as soon as the window has followed another one', async () => {
    await goTo(slides, 2)
    await presenter.waitForURL(url => url.pathname.endsWith('/presenter/2'))
    await presenter.keyboard.press('ArrowRight')
    await expectAllAt('2.1')
  })

  it('go where the remote goes, which has the notes of the slide', async () => {
    const before = placeOf(remote)
    await remote.getByRole('button', { name: /^Next/ }).tap()
    await expect.poll(() => placeOf(remote)).not.toBe(before)
    await expectAllAt(placeOf(remote))
    await remote.getByRole('button', { name: 'Back' }).tap()
    await expectAllAt(before)
    expect((await remote.locator('.notes').textContent())?.length).toBeGreaterThan(100)
  })

  it('do not go where a window goes that may only look', async () => {
    const before = placeOf(presenter)
    for (const page of [wall, follower.frames().find(frame => frame.url().includes('/deck/'))])
      await page?.locator('body').press('ArrowRight')
    await expect.poll(() => placeOf(wall)).not.toBe(before)
    expect(placeOf(presenter)).toBe(before)
    await goTo(presenter, 2)
    await expectAllAt('2.0')
  })

  it('show one timer and one drawing', async () => {
    await presenter.locator('.slidev-presenter .bottom .group').hover()
    await presenter.locator('.slidev-presenter .bottom [class*="i-carbon:play"]').click()
    await remote.getByRole('timer').waitFor()
    await presenter.getByTitle('Show drawing toolbar').click()
    const box = await presenter.locator('.slidev-presenter .main #slide-content').first().boundingBox()
    const { x = 0, y = 0 } = box ?? {}
    await presenter.mouse.move(x + 60, y + 60)
    await presenter.mouse.down()
    await presenter.mouse.move(x + 200, y + 160, { steps: 8 })
    await presenter.mouse.up()
    for (const page of [wall, slides])
      await page.locator('svg :is([fill="#ff595e"], [stroke="#ff595e"])').first().waitFor({ state: 'attached' })
    await presenter.getByTitle('Hide drawing toolbar').click()
  })

  it('show one clock of an exercise', async () => {
    const no = await slideThat(({ frontmatter }) => typeof frontmatter.exercise === 'string')
    await goTo(presenter, no)
    await expect.poll(() => placeOf(wall)).toBe(`${no}.0`)
    await presenter.locator(`.slidev-presenter .main [data-slidev-no="${no}"]`)
      .getByRole('button', { name: 'Start the clock' })
      .first()
      .click()
    await wall.locator(`[data-slidev-no="${no}"]`).getByRole('timer').getByText(/^\d+:\d\d left/).waitFor()
    await goTo(presenter, 2)
    await expectAllAt('2.0')
  })

  it('stay together in the presenter’s browser while the room is gone, and catch up when it is back', async () => {
    const port = Number(new URL(kit.phones).port)
    kit.process.kill('SIGKILL')
    await presenter.getByText('The room does not answer.').waitFor()
    await goTo(presenter, 5)
    await expect.poll(() => placeOf(slides)).toBe('5.0')
    expect(placeOf(wall)).toBe('2.0')
    kit = await startKit(data, { port })
    await expectAllAt('5.0')
    await expect.poll(() => presenter.getByText('The room does not answer.').count()).toBe(0)
    await wall.reload()
    await expectAllAt('5.0')
  })

  it('without the presenter’s key never hold a note', async () => {
    const { site, notes } = await keptDeck({ track: LONGEST, roomRoot: '/' })
    const said = readFileSync(inRoot('evidence', 'claims.yaml'), 'utf8')
    const sentences = (JSON.parse(readFileSync(notes, 'utf8')) as string[])
      .flatMap(note => note.replaceAll(/<[^>]+>/g, '\n').split('\n'))
      .map(line => line.trim())
      // What a slide says too is no secret.
      .filter(line => line.length > 60 && !said.includes(line))
    expect(sentences.length).toBeGreaterThan(100)
    const entries = readdirSync(site, { recursive: true, withFileTypes: true })
    // What a service worker keeps would be shown when the room serves something newer.
    expect(entries.filter(({ name }) => name === WORKER_FILE)).toEqual([])
    const files = entries
      .filter(file => file.isFile() && !file.name.endsWith('.gz'))
      .map(file => readFileSync(join(file.parentPath, file.name), 'utf8'))
    const everything = files.join('\n')
    const leaks = (text: string) => [text, JSON.stringify(text).slice(1, -1)].some(form => everything.includes(form))
    expect(sentences.filter(leaks)).toEqual([])
    // The presenter's windows were sent them.
    expect(served.some(body => body.includes(sentences[0] ?? 'none'))).toBe(true)
    const stranger = await open(`${kit.phones}deck/presenter/2`)
    await stranger.getByText('This link has no key').waitFor()
    expect(await stranger.content()).not.toContain(sentences[0])
  })
})
