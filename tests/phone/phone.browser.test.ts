import type { Browser, Page, Request } from 'playwright-chromium'
import type { PhoneFiles } from '../../src/polls/phoneFiles.ts'
import type { TestRoom } from '../room/support/testRoom.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { buildPhonePage } from '../../src/phone/build.ts'
import { EVERY_KIND } from '../room/support/everyKind.ts'
import { portToKeep } from '../room/support/portToKeep.ts'
import { pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { NARROW, openPhone, phoneFaults } from './support/phoneKit.ts'

const MAX_BYTES = 40_000
/** Comes after it, and nobody waits for it to vote on a choice. */
const MAX_PART_BYTES = 15_000

describe('the phone page', () => {
  let browser: Browser
  let phoneFiles: PhoneFiles

  beforeAll(async () => {
    [browser, phoneFiles] = await Promise.all([launchChromium(), buildPhonePage(['en'])])
  })
  afterAll(() => browser?.close())

  const open = (url: string) => openPhone(browser, url)
  const answered = async (room: TestRoom) => (await room.act('bill', 'close')).polls.bill?.answered

  it('weighs at most 40 KB, with a second part of at most 15 KB, and asks one origin only', async ({ annotate }) => {
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    const page = await openPhone(browser, 'about:blank')
    const loaded: Request[] = []
    page.on('requestfinished', request => loaded.push(request))
    await page.goto(room.url)
    await page.getByRole('button', { name: 'One run' }).click()
    await page.getByText('Counted.').waitFor()
    const isPart = (request: Request) => request.url().endsWith(phoneFiles.pages.en.part.path)
    await expect.poll(() => loaded.filter(isPart).length).toBe(1)

    expect(
      loaded.map(request => new URL(request.url()).origin).filter(origin => origin !== room.url && origin !== 'null'),
    ).toEqual([])
    const sizeOf = async (requests: Request[]) => {
      const sizes = await Promise.all(requests.map(request => request.sizes()))
      return sizes.reduce((sum, size) => sum + size.responseBodySize, 0)
    }
    const isFont = (request: Request) => phoneFiles.fonts.some(({ path }) => request.url().endsWith(path))
    const bytes = await sizeOf(loaded.filter(request => !isPart(request) && !isFont(request)))
    const later = await sizeOf(loaded.filter(isPart))
    await annotate(`${bytes} of ${MAX_BYTES} bytes, then ${later} of ${MAX_PART_BYTES}`)
    expect(bytes).toBeGreaterThan(1000)
    expect(bytes).toBeLessThanOrEqual(MAX_BYTES)
    expect(later).toBeGreaterThan(1000)
    expect(later).toBeLessThanOrEqual(MAX_PART_BYTES)
  })

  it('takes two taps: the link of the QR code, and the answer', async () => {
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    const page = await open(room.joinUrl)
    await expect.poll(() => page.getByRole('button').allTextContents()).toEqual(['1 One run', '2 Everything'])
    await page.getByRole('button', { name: 'Everything' }).tap()
    await page.getByText('Counted.').waitFor()
    expect(await answered(room)).toBe(1)
  })

  it('says without JavaScript what to do instead', async () => {
    const room = await startRoom({ phoneFiles })
    const page = await openPhone(browser, room.url, { javaScriptEnabled: false })
    expect(await page.getByRole('heading').textContent()).toBe('Vote on paper')
    const { x = 0, width = 0 } = await page.getByText(/does not run.*ask for one at the front/).boundingBox() ?? {}
    expect(x).toBeGreaterThanOrEqual(12)
    expect(x + width).toBeLessThanOrEqual(NARROW.width - 12)
  })

  it('says the same, after a while, in a browser that is too old', async () => {
    const room = await startRoom({ phoneFiles })
    const page = await openPhone(browser, 'about:blank')
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'EventSource'))
    await page.goto(room.url)
    const heading = page.getByRole('heading', { name: 'Vote on paper' })
    expect(await heading.isVisible()).toBe(false)
    await heading.waitFor()
  })

  it('starts with whatever another server has left at this address', async () => {
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    for (const left of ['null', '[1,null,{},"x"]', '{bad', '{"poll":"bill"}']) {
      const page = await openPhone(browser, 'about:blank')
      await page.addInitScript(kept => localStorage.setItem('ballot', kept), left)
      await page.goto(room.url)
      await page.getByRole('button', { name: 'Everything' }).tap()
      await page.getByText('Counted.').waitFor()
    }
    expect(await answered(room)).toBe(4)
  })

  it('says what to do where the browser keeps no cookies', async () => {
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    const page = await openPhone(browser, 'about:blank')
    await page.addInitScript(() => Object.defineProperty(navigator, 'cookieEnabled', { value: false }))
    await page.goto(room.url)
    const everything = page.getByRole('button', { name: 'Everything' })
    await everything.waitFor()
    await page.context().clearCookies()
    await everything.tap()
    await page.getByText('Allow cookies for this page, or vote on paper.').waitFor()
    expect(await answered(room)).toBe(0)
  })

  it('does not take another page for a receipt', async () => {
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    const page = await open(room.url)
    // What the log-in page of a hall's Wi-Fi answers to everything.
    await page.route('**/ballot', route =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome</h1>' }))
    const portal = page.waitForResponse('**/ballot')
    await page.getByRole('button', { name: 'One run' }).click()
    await portal
    await page.getByText('Not counted yet').waitFor()
    await page.unroute('**/ballot')
    await page.getByText('Counted.').waitFor()
    expect(await answered(room)).toBe(1)
  })

  it('sends a changed answer after the first one has arrived', async () => {
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    const page = await open(room.url)
    const { promise, resolve } = Promise.withResolvers<void>()
    await page.route('**/ballot', route => promise.then(() => route.continue()), { times: 1 })
    await page.getByRole('button', { name: 'One run' }).tap()
    await page.getByRole('button', { name: 'Everything' }).tap()
    await page.getByText('Your answer is on its way').waitFor()
    resolve()
    await page.getByText('Counted.').waitFor()
    await room.act('bill', 'close')
    expect((await room.act('bill', 'reveal')).polls.bill?.tally).toMatchObject({ counts: { run: 0, all: 1 } })
  })

  it('keeps an unsent answer over a reload, and sends it', async () => {
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    const page = await open(room.url)
    await page.route('**/ballot', route => route.abort())
    await page.getByRole('button', { name: 'One run' }).tap()
    await page.getByText('It is safe on this phone').waitFor()
    await page.reload()
    await page.getByText('It is safe on this phone').waitFor()
    expect(await page.getByRole('button', { pressed: true }).allTextContents()).toEqual(['1 One run'])
    await page.unroute('**/ballot')
    await page.getByText('Counted.').waitFor()
    await page.reload()
    await page.getByText('Counted.').waitFor()
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(await answered(room)).toBe(1)
  })

  it('keeps answers while the phone is offline, and sends the last one when it is back', async () => {
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    const page = await open(room.url)
    await page.getByRole('button', { name: 'One run' }).waitFor()
    await page.context().setOffline(true)
    await page.getByText('You can answer all the same').waitFor()
    for (const name of ['One run', 'Everything']) {
      await page.getByRole('button', { name }).tap()
      await page.getByText('It is safe on this phone').waitFor()
    }
    await page.context().setOffline(false)
    await page.getByText('Counted.').waitFor()
    await room.act('bill', 'close')
    expect((await room.act('bill', 'reveal')).polls.bill?.tally).toEqual({
      kind: 'choice',
      people: 1,
      counts: { run: 0, all: 1 },
    })
  })

  it('joins again when it is unlocked, although its timers had stopped', async () => {
    const port = await portToKeep()
    const first = await startRoom({ phoneFiles, port })
    const page = await open(first.url)
    await page.getByText('You are in').waitFor()
    await page.clock.install()
    await page.clock.pauseAt(Date.now() + 1000)
    await first.close()
    await page.getByText('No connection').waitFor()
    const rest = { data: `${first.folder}/room`, polls: `${first.folder}/polls.yaml` }
    const room = await startRoom({ phoneFiles, port, ...rest })
    await room.act('bill', 'open')
    expect(await page.getByText('No connection').count()).toBe(1)
    await unlock(page)
    await page.getByRole('button', { name: 'One run' }).waitFor()
  })

  it('replaces a stream that was silent while it was locked, and keeps one that was not', async () => {
    const room = await startRoom({ phoneFiles })
    const page = await openPhone(browser, 'about:blank')
    let joined = 0
    page.on('request', request => joined += request.url().endsWith('/api/room/events') ? 1 : 0)
    await page.clock.install()
    await page.goto(room.url)
    await page.getByText('You are in').waitFor()
    await unlock(page)
    await page.evaluate(() => fetch('/healthz'))
    expect(joined).toBe(1)
    await page.clock.fastForward('00:20')
    await unlock(page)
    await expect.poll(() => joined).toBe(2)
  })

  it('ranks by dragging a finger, and keeps focus on a row that moves', async () => {
    const room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(), EVERY_KIND) })
    await room.act('order', 'open')
    const page = await open(room.url)
    const rows = () => page.locator('ol li').evaluateAll(all => all.map(row => row.getAttribute('data-id')).join(''))
    const gamma = page.getByRole('button', { name: 'Gamma' }).first()
    await gamma.focus()
    await page.keyboard.press('Enter')
    expect(await rows()).toBe('cab')
    expect(await gamma.evaluate(element => element === document.activeElement)).toBe(true)

    const box = async (row: number) =>
      (await page.locator('ol li .place').nth(row).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const { x, y, width, height } = await box(2)
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2, (await box(0)).y + 2, { steps: 5 })
    await page.mouse.up()
    expect(await rows()).toBe('bca')
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(2)
  })

  it('keeps focus on the board when the focused entry is gone', async () => {
    const room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(), EVERY_KIND) })
    await room.act('board', 'open')
    const page = await open(room.url)
    await page.getByRole('textbox').fill('Why now?')
    await page.getByRole('button', { name: 'Ask' }).press('Enter')
    await page.getByRole('button', { name: 'Withdraw: Why now?' }).press('Enter')
    await page.getByRole('button', { name: 'Withdraw: Why now?' }).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.classList.contains('ballot'))).toBe(true)
    await page.getByText('Counted.').waitFor()
  })

  it('keeps an unsent choice over a lost connection', async () => {
    const first = await startRoom({ phoneFiles })
    await first.act('lenses', 'open')
    const page = await open(first.url)
    await page.getByRole('button', { name: 'Technical' }).click()
    await first.close()
    await page.getByText('No connection').waitFor()
    await startRoom({ phoneFiles, port: first.port, data: `${first.folder}/room`, polls: `${first.folder}/polls.yaml` })
    await page.getByText('No connection').waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { pressed: true }).allTextContents()).toEqual(['1 Technical'])
  })

  it('agrees with another tab of the same phone on what counts', async () => {
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    const page = await open(room.url)
    await page.getByRole('button', { name: 'One run' }).tap()
    await page.getByText('Counted. You said 1.').waitFor()
    const other = await page.context().newPage()
    await other.goto(room.url)
    await other.getByText('Counted. You said 1.').waitFor()
    await other.getByRole('button', { name: 'Everything' }).tap()
    await other.getByText('Counted. You said 2.').waitFor()
    await page.getByText('Counted. You said 2.').waitFor()
    expect(await page.getByRole('button', { pressed: true }).allTextContents()).toEqual(['2 Everything'])

    // Each of them sends what it has, and the answer that was given last counts.
    await page.route('**/ballot', route => route.abort())
    await other.route('**/ballot', route => route.abort())
    await page.getByRole('button', { name: 'Everything' }).tap()
    await other.getByRole('button', { name: 'One run' }).tap()
    await page.unroute('**/ballot')
    await page.getByText('Counted.').waitFor()
    // The other tab may still be closed and opened again: its answer is kept.
    await other.reload()
    await other.unroute('**/ballot')
    for (const tab of [page, other])
      await tab.getByText('Counted. You said 1.').waitFor()
    await room.act('bill', 'close')
    const { polls } = await room.act('bill', 'reveal')
    expect(polls.bill?.tally).toMatchObject({ people: 1, counts: { run: 1, all: 0 } })
    await page.getByText('You alone said').waitFor()
  })

  it('says at the close what it had not sent, and counts a number without how sure', async () => {
    const room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(), EVERY_KIND) })
    const page = await open(room.url)
    await room.act('order', 'open')
    await page.getByRole('button', { name: 'Gamma' }).tap()
    await room.act('order', 'close')
    await page.getByText('Voting is closed. Not all had a place, so your order does not count.').waitFor()

    await room.act('many', 'open')
    await page.getByRole('button', { name: 'Technical' }).tap()
    await room.act('many', 'close')
    await page.getByText('Voting is closed. What you had not sent does not count.').waitFor()

    await room.act('many', 'reset')
    await room.act('many', 'open')
    await page.getByText('Tap as many as you like.').waitFor()
    await room.act('many', 'close')
    await page.getByText('Voting is closed. You gave no answer.').waitFor()

    await room.act('sure', 'open')
    await page.getByRole('button', { name: 'Hardly' }).tap()
    await page.getByText('Counted. You said 2. How sure are you?').waitFor()
    await room.act('sure', 'close')
    await page.getByText('Voting is closed. Your answer was counted.').waitFor()
    expect((await room.act('sure', 'reveal')).polls.sure?.tally).toMatchObject({ people: 1, sure: { 2: 0 } })
  })

  it('cuts nothing that is pasted, and says what is too long', async () => {
    const room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(), EVERY_KIND) })
    const page = await open(room.url)
    for (const [id, max] of [['word', 40], ['board', 200]] as const) {
      await room.act(id, 'open')
      await page.getByRole('textbox').fill('x'.repeat(max + 3))
      await page.getByText('3 characters too many').waitFor()
      expect(await page.getByRole('textbox').inputValue()).toHaveLength(max + 3)
      expect(await page.getByRole('textbox').getAttribute('aria-invalid')).toBe('true')
      expect(await page.locator('.send').getAttribute('aria-disabled')).toBe('true')
    }
  })

  it('shows what each said first, and the record once it is shown', async () => {
    const room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(), EVERY_KIND) })
    const page = await open(room.url)
    const late = await open(room.url)
    await room.act('cost', 'open')
    await page.getByRole('textbox').fill('8643')
    await page.getByRole('button', { name: 'Send $8.64bn' }).tap()
    await page.getByText('Counted. You said $8.64bn.').waitFor()
    await room.act('cost', 'close')
    await room.act('cost', 'reveal')
    await page.getByText('1 person answered').waitFor()
    expect(await page.locator('.me').textContent()).toContain('$8.64bn')
    // Nothing but one's own estimate is marked as such, and amounts are written as on the slide.
    expect(await page.locator('.own-line').count()).toBe(1)
    expect(await page.locator('.results dl').textContent()).toBe('The room’s middle guess$8.6bn')
    await room.act('cost', 'solve')
    await page.getByText('2 times too high').waitFor()
    await page.getByText('$4.32bn').waitFor()
    await late.getByText('$4.32bn').waitFor()
    expect(await late.locator('.me, .own-line').count()).toBe(0)

    await room.act('pick', 'open')
    await page.getByRole('button', { name: 'One run' }).tap()
    await page.getByText('Counted. You said 1.').waitFor()
    await room.act('pick', 'close')
    await room.act('pick', 'reveal')
    await page.getByText('You alone said').waitFor()
    expect(await page.getByText('Not this time').count()).toBe(0)
    await room.act('pick', 'solve')
    await page.getByText('Not this time').waitFor()
    await page.getByText('Nobody said so.').waitFor()
    expect(await late.locator('.me').count()).toBe(0)
  })

  it('waits with the title of the talk and everybody who is here', async () => {
    const room = await startRoom({ phoneFiles, title: 'Making sense' })
    const page = await open(room.url)
    await page.getByRole('heading', { name: 'Making sense' }).waitFor()
    await page.getByText('1 here').waitFor()
    const other = await open(room.url)
    for (const phone of [page, other])
      await phone.getByText('2 here').waitFor()
    await other.context().close()
    await page.getByText('1 here').waitFor()
    expect(await phoneFaults(page)).toEqual([])
  })

  it('lets every text that somebody wrote run in its own direction', async () => {
    const polls = `
- id: pick
  kind: choice
  question: ما الذي يفسر الضجة؟
  options: [{ id: a, text: ذعر في السوق }, { id: b, text: Hype }]
`
    const room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(), polls), title: 'عنوان' })
    const page = await open(room.url)
    const directionsOf = (selector: string) =>
      page.locator(selector).evaluateAll(all => all.map(element => getComputedStyle(element).direction))
    await page.getByRole('heading', { name: 'عنوان' }).waitFor()
    expect(await directionsOf('h1')).toEqual(['rtl'])
    await room.act('pick', 'open')
    await page.getByRole('button', { name: 'Hype' }).waitFor()
    expect(await directionsOf('h1, .words')).toEqual(['rtl', 'rtl', 'ltr'])
    await page.getByRole('button', { name: 'ذعر' }).tap()
    await page.getByText('Counted.').waitFor()
    await room.act('pick', 'close')
    await room.act('pick', 'reveal')
    await page.getByText('You alone said').waitFor()
    expect(await directionsOf('.said, .label')).toEqual(['rtl', 'rtl', 'ltr'])
  })

  it('keeps an answer while the server is away and sends it when it is back', async () => {
    const first = await startRoom({ phoneFiles })
    await first.act('bill', 'open')
    const page = await open(first.url)
    await page.getByRole('button', { name: 'One run' }).waitFor()
    await first.close()
    await page.getByText('No connection').waitFor()
    await page.getByRole('button', { name: 'Everything' }).click()
    await page.getByText('It is safe on this phone').waitFor()

    const again = await startRoom({
      phoneFiles,
      port: first.port,
      data: `${first.folder}/room`,
      polls: `${first.folder}/polls.yaml`,
    })
    await page.getByText('Counted.').waitFor()
    expect(await answered(again)).toBe(1)
  })
})

/** What a browser tells a page when the screen comes back. */
async function unlock(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}
