import type { Browser, Page } from 'playwright-chromium'
import type { Kit } from '../deck/support/kit.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { readDeck } from '../../src/deck/deck.ts'
import { freePort } from '../../src/deck/deckServer.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { keptPhonePage } from '../../src/phone/keptPhonePage.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { pollsOn, voteOf } from '../deck/support/deckPolls.ts'
import { Desk } from '../deck/support/desk.ts'
import { openPhone, readQr, SLOW_MS, startKit } from '../deck/support/kit.ts'
import { atEndOfFile, joinRoom, startRoom } from '../room/support/testRoom.ts'
import { HOLD_BACK, startNginx, stripPath } from './support/proxies.ts'

const atEnd = atEndOfFile()
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** One session, in order, in browsers that know only the public address: nginx strips its path. */
describe('npm start -- --public behind a path', async () => {
  const polls = pollsOn(await readDeck(root))
  const vote = voteOf(polls) ?? expect.fail('No slide asks a poll of kind choice; these tests vote in one.')
  const board = readPolls(inRoot('polls.yaml')).find(({ kind }) => kind === 'questions')?.id ?? ''
  const data = mkdtempSync(join(tmpdir(), 'reach-'))
  let kit: Kit
  let address: string
  let proxied: string
  let presenter: Page
  let desk: Desk
  let phone: Page
  const failed: string[] = []

  beforeAll(async () => {
    const port = await freePort()
    // Chromium takes such names for this machine.
    address = `http://talk.localhost:${port}/talk/`
    proxied = `http://127.0.0.1:${port}/talk`
    kit = await startKit(data, { public: address })
    const roomPort = Number(new URL(kit.presenter).port)
    await startNginx('nginx-subpath.conf', [port, roomPort], [stripPath(roomPort)], atEnd)
  })
  afterAll(async () => {
    expect(await kit?.stop()).toBe(0)
    rmSync(data, { recursive: true, force: true })
  })

  const fromAfar = (link: string) => link.replace(new URL(kit.presenter).origin, new URL(address).origin)
  async function open(link: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' })
    context.setDefaultTimeout(SLOW_MS)
    const page = await context.newPage()
    page.on('response', response => response.status() >= 400 && failed.push(`${response.status()} ${response.url()}`))
    await page.goto(link)
    return page
  }

  it('opens the presenter view under the path, whose code leads to the phones’ page', async () => {
    expect(kit.phones).toBe(address)
    presenter = await open(fromAfar(kit.presenter))
    const slides = await presenter.context().newPage()
    await slides.goto(fromAfar(kit.wall))
    // Under another host name, Slidev lets only presenter views lead.
    desk = new Desk(presenter, slides, presenter)
    await desk.present(vote.id)
    expect(presenter.url()).toContain('/talk/deck/presenter/')
    expect(await readQr(desk.poll.getByRole('img', { name: 'QR code' }))).toBe(address)
    // Beside it, what people type.
    const typed = await desk.poll.locator('.join-address span').allTextContents()
    expect(typed).toEqual(['talk.localhost', `:${new URL(address).port}/talk`])
  })

  it('counts the vote of a phone', async () => {
    phone = await openPhone(browser, address)
    await desk.press('v', phone.getByRole('button', { name: vote.second.text }))
    await phone.getByRole('button', { name: vote.second.text }).tap()
    await phone.getByText('Counted.').waitFor()
    await desk.expectAnswered('1')
    // The second part of the page has come, and the font.
    const hasFont = () => phone.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'))
    await expect.poll(hasFont).toBe(true)
  })

  it('counts one vote, however often it changes, of a browser on this machine that leaves the path out', async () => {
    const near = await openPhone(browser, `${new URL(kit.presenter).origin}/`)
    await near.getByRole('button', { name: vote.first.text }).tap()
    await near.getByText('Counted.').waitFor()
    await near.getByRole('button', { name: vote.second.text }).tap()
    await near.getByText('Counted.').waitFor()
    await desk.expectAnswered('2')
  })

  it('lets an assistant sort what the room writes', async () => {
    expect((await (await joinRoom(proxied)).vote(board, { ask: ['Why now?'], up: [] })).status).toBe(200)
    const moderator = await open(fromAfar(kit.moderate))
    await moderator.getByText('Live', { exact: true }).waitFor()
    await moderator.getByText('Why now?').waitFor()
    expect(moderator.url()).toBe(`${address}moderate`)
  })

  it('shows a remote audience the slide and the ballot, and no code that would lead to another one', async () => {
    const follower = await open(`${address}follow`)
    await follower.frameLocator('#ballot').getByRole('button', { name: vote.second.text }).waitFor()
    await follower.frameLocator('#slides').getByText('You vote on this page.').filter({ visible: true }).waitFor()
    expect(await follower.frameLocator('#slides').getByRole('img', { name: 'QR code' }).count()).toBe(0)
    await expect
      .poll(() => follower.frames().map(frame => frame.url()))
      .toContainEqual(expect.stringMatching(new RegExp(`^${address}deck/\\d+\\?follow`)))
  })

  it('leads back from a wrong address', async () => {
    expect(failed).toEqual([])
    const lost = await open(`${address}nowhere/at/all`)
    await lost.getByRole('link').click()
    await lost.waitForURL(address)
    await lost.getByRole('button', { name: vote.second.text }).waitFor()
  })
})

it('a phone behind a proxy that holds events back hears of a poll and votes once', async () => {
  const port = await freePort()
  const room = await startRoom({ phoneFiles: keptPhonePage, url: `http://127.0.0.1:${port}/` }, atEnd)
  await startNginx('nginx.conf', [port, room.port], HOLD_BACK, atEnd)
  const phone = await openPhone(browser, room.joinUrl)
  await phone.getByRole('status').getByText('Look up').waitFor()
  await room.act('bill', 'open')
  for (const answer of ['Everything', 'One run']) {
    await phone.getByRole('button', { name: answer }).tap()
    await phone.getByText('Counted.').waitFor()
  }
  expect((await room.act('bill', 'close')).polls.bill?.answered).toBe(1)
})
