import type { Browser, Locator, Page } from 'playwright-chromium'
import type { Kit } from './kit.ts'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { readDeck } from '../../src/deck/deck.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { pollsOn, voteOf } from './deckPolls.ts'
import { openPhone, readQr, slideOfPoll, startKit } from './kit.ts'
import { presenting } from './presenting.ts'

/** One walk through the house, in order: each step stands on the one before. */
/** The dev server compiles all slides a few seconds after the first one shows, and answers late meanwhile. */
const PATIENCE = { timeout: 20_000 }

describe('from npm start to a counted vote', async () => {
  const polls = pollsOn(await readDeck(root))
  const vote = voteOf(polls) ?? expect.fail('No slide asks a poll of kind choice; these tests vote in one.')
  let kit: Kit
  let browser: Browser
  let slide: Page
  let phone: Page
  // Inside the deck's own folder, as it is by default: there the dev server could reach it.
  mkdirSync(inRoot('dist'), { recursive: true })
  const data = mkdtempSync(inRoot('dist', 'room-'))
  const served: { url: string, body: string }[] = []

  beforeAll(async () => {
    [kit, browser] = await Promise.all([startKit(data), launchChromium()])
  })
  afterAll(async () => {
    await browser?.close()
    expect(await kit?.stop()).toBe(0)
    rmSync(data, { recursive: true, force: true })
  })

  /** The slide of the poll: Slidev keeps the others mounted beside it. */
  let poll: Locator
  /** A button that has settled: for a moment after a press it takes no other. */
  const button = (name: string) => poll.getByRole('button', { name, disabled: false })
  const answered = () => poll.locator('.answered').textContent()
  const statusOf = (page: Page) => page.getByRole('status')

  it('trades the key in the presenter link for a cookie and takes it out of the address', async () => {
    const context = await browser.newContext({ viewport: { width: 980, height: 552 } })
    slide = await context.newPage()
    slide.on('response', async response =>
      served.push({ url: response.url(), body: await response.text().catch(() => '') }))
    await slide.goto(kit.presenter)
    await slide.waitForURL(url => url.hash === '')
    await expect
      .poll(
        async () => (await context.cookies(`${kit.slides}api/stage`)).find(cookie => cookie.name === 'stage')?.httpOnly,
      )
      .toBe(true)
  })

  it('shows a QR code that encodes the join address', async () => {
    const no = await slideOfPoll(slide, vote.id)
    await slide.goto(`${kit.slides}${no}`)
    poll = slide.locator(`[data-slidev-no="${no}"]`)
    const code = poll.getByRole('img', { name: 'QR code' })
    await code.waitFor()
    expect(await readQr(code)).toBe(kit.phones)
  })

  it('lets a phone in and counts its vote on the slide', async () => {
    phone = await openPhone(browser, (await readQr(poll.getByRole('img', { name: 'QR code' }))) ?? '')
    phone.on('response', async response =>
      served.push({ url: response.url(), body: await response.text().catch(() => '') }))
    await phone.getByRole('heading', { name: 'You are in' }).waitFor()
    await button('Open voting').click()
    await phone.getByRole('button', { name: vote.second.text, exact: true }).tap()
    await statusOf(phone).getByText('Counted').waitFor()
    await expect.poll(answered, PATIENCE).toBe('1')
  })

  it('keeps the tally from every screen while voting is open', async () => {
    expect((await poll.locator('.count').allTextContents()).join('')).toBe('')
    expect(served.filter(item => item.url.startsWith(kit.phones) && item.body.includes('tally'))).toEqual([])
  })

  it('replaces the vote of the same phone', async () => {
    await phone.getByRole('button', { name: vote.first.text, exact: true }).tap()
    await statusOf(phone).getByText('Counted').waitFor()
    await expect(phone.getByRole('button', { pressed: true }).textContent()).resolves.toContain(vote.first.text)
    expect(await answered()).toBe('1')
  })

  it('tells a phone whose vote comes too late', async () => {
    const late = await openPhone(browser, kit.phones)
    await late.route('**/ballot', route => route.abort())
    await late.getByRole('button', { name: vote.third.text, exact: true }).tap()
    await statusOf(late).getByText('Sending').waitFor()
    await button('Close voting').click()
    await statusOf(phone).getByText('Voting is closed. Your answer was counted.').waitFor()

    const answer = late.waitForResponse('**/ballot')
    await late.unroute('**/ballot')
    expect((await answer).status()).toBe(409)
    await statusOf(late).getByText('closed before your answer arrived').waitFor()
    expect(await answered()).toBe('1')
    await late.close()
  })

  it('reveals one vote, for the second choice, on slide and phone', async () => {
    await button('Show results').click()
    await expect
      .poll(() => poll.locator('[data-option] .count').allTextContents(), PATIENCE)
      .toEqual(vote.options.map(option => (option.id === vote.first.id ? '1\u00A0vote' : '0\u00A0votes')))
    await phone.getByText('100%').waitFor()
    if (vote.right)
      await poll.locator(`[data-option="${vote.right.id}"]`).getByText('right', { exact: true }).waitFor()
  })

  it('asks twice before a new round and keeps the old one', async () => {
    await button('New round').click()
    await button('Keep these votes and start over?').click()
    await poll.getByText('Round 2').waitFor()
    await phone.getByRole('heading', { name: 'You are in' }).waitFor()
    await expect.poll(answered, PATIENCE).toBe('0')
  })

  it('takes a slides window that is opened in mid-show to where the show is', async () => {
    const presenter = await slide.context().newPage()
    await presenter.goto(`${kit.slides}presenter/3`)
    // The other window follows, so the server knows.
    await slide.waitForURL(url => url.pathname === '/3')
    const late = await slide.context().newPage()
    await late.goto(kit.slides)
    await late.locator('[data-slidev-no="3"] h1').waitFor()
    expect([late, presenter, slide].map(page => new URL(page.url()).pathname)).toEqual(['/3', '/presenter/3', '/3'])
    await Promise.all([late.close(), presenter.close()])
  })

  describe('a presenter with two phones', () => presenting(() => kit, () => browser, vote, polls))

  it('serves the stage key in nothing, and the deck to this machine only', async () => {
    expect(kit.stageKey.length).toBeGreaterThanOrEqual(16)
    expect(served.length).toBeGreaterThan(50)
    expect(served.filter(item => item.body.includes(kit.stageKey)).map(item => item.url)).toEqual([])
    for (const file of ['stage-key', 'voter-key', 'room.sqlite'])
      expect([file, (await fetch(`${kit.slides}@fs${join(data, file)}`)).status]).toEqual([file, 403])
    // Bound to every interface it would answer on all of 127.0.0.0/8.
    await expect(canConnect('127.0.0.2', Number(new URL(kit.slides).port))).resolves.toBe(false)
  })
})

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
