import type axe from 'axe-core'
import type { Browser, Page } from 'playwright-chromium'
import type { TestRoom } from '../room/support/testRoom.ts'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { buildModeratePage } from '../../src/moderate/build.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { EVERY_KIND } from '../room/support/everyKind.ts'
import { ask } from '../room/support/rawHttp.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'

const HOSTILE = ['W'.repeat(200), `${'\u202E'}backwards?`, '<img src=x onerror="fail()">', '😀'.repeat(100)]

describe('the page for moderators', () => {
  let browser: Browser
  let html: string
  beforeAll(async () => {
    [browser, html] = await Promise.all([launchChromium(), buildModeratePage()])
  })
  afterAll(() => browser?.close())

  const start = () => startRoom({ polls: pollsFile(tempFolder(), EVERY_KIND), moderateHtml: async () => html })
  const link = (room: TestRoom) => `${room.url}/moderate#key=${room.keys.moderator}`
  async function open(url: string, width = 390): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true })
    onTestFinished(() => page.close())
    page.setDefaultTimeout(60_000)
    await page.goto(url)
    return page
  }
  const asks = async (room: TestRoom, ...texts: string[]) => {
    for (const text of texts)
      expect((await (await joinRoom(room.url)).vote('board', { ask: [text], up: [] })).status).toBe(200)
  }
  const texts = (page: Page) => page.locator('.entry-list li .text').allTextContents()
  const shownTo = async (room: TestRoom) => {
    const { tally } = await (await joinRoom(room.url)).room()
    return tally && 'entries' in tally ? tally.entries.map(({ text, state }) => `${text} ${state}`) : []
  }

  it('trades its key for a cookie, takes it out of the address, and needs it', async () => {
    const room = await start()
    const page = await open(`${room.url}/moderate`)
    await page.getByText('needs its link').waitFor()
    await page.goto('about:blank')
    const sent: string[] = []
    page.on('request', request => sent.push(`${request.url()} ${JSON.stringify(request.headers().referer)}`))
    await page.goto(link(room))
    await page.getByText('Nobody has been asked').waitFor()
    expect(page.url()).toBe(`${room.url}/moderate`)
    // No step back leads to an address with the key.
    expect(await page.evaluate(() => history.length)).toBe(4)
    expect(sent.join('\n').split('#')[0]).not.toContain(room.keys.moderator)
    await page.reload()
    await page.getByText('Nobody has been asked').waitFor()
    expect((await ask(room.url, { path: '/moderate' })).text).not.toContain(room.keys.moderator)
  })

  it('shows, hides and undoes; the room follows', async () => {
    const room = await start()
    await room.act('board', 'open')
    await asks(room, 'Who pays?', 'Why now, shit?')
    const page = await open(link(room))
    await page.getByText('1 waiting, 1 on the screen').waitFor()
    expect(await texts(page)).toEqual(['Why now, shit?', 'Who pays?'].map(text => expect.stringContaining(text)))
    await page.getByRole('button', { name: 'Show: Why now, shit?' }).click()
    await expect.poll(() => shownTo(room)).toEqual(['Who pays? shown', 'Why now, shit? shown'])
    await page.getByRole('button', { name: 'Spotlight: Who pays?' }).click()
    await expect.poll(() => shownTo(room)).toContain('Who pays? spotlight')
    await page.getByRole('button', { name: 'Hide: Who pays?' }).click()
    await expect.poll(() => shownTo(room)).toEqual(['Why now, shit? shown'])
    await page.getByText('Hidden: Who pays?').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => shownTo(room)).toContain('Who pays? spotlight')
  })

  it('merges two that say the same, and takes them apart; a second moderator sees it', async () => {
    const room = await start()
    await room.act('board', 'open')
    await asks(room, 'Who pays?', 'Who will pay?')
    const [page, other] = [await open(link(room)), await open(link(room), 1280)]
    await page.getByRole('button', { name: 'Merge: Who will pay?' }).click()
    await page.getByRole('button', { name: 'This one: Who pays?' }).click()
    await expect.poll(() => shownTo(room)).toEqual(['Who pays? shown'])
    await other.getByText('also: Who will pay?').waitFor()
    await other.getByText('2 people').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => shownTo(room)).toEqual(['Who pays? shown', 'Who will pay? shown'])
    await page.getByRole('button', { name: 'Merge: Who will pay?' }).waitFor()
  })

  it('moves nothing under a finger: what comes in waits behind a button', async () => {
    const room = await start()
    await room.act('board', 'open')
    await asks(room, 'Who pays?')
    const page = await open(link(room))
    await page.getByRole('button', { name: 'Hide: Who pays?' }).waitFor()
    await asks(room, 'Why now?', 'What next?')
    await page.getByRole('button', { name: 'Show 2 new' }).waitFor()
    expect((await texts(page)).length).toBe(1)
    await page.getByRole('button', { name: 'Show 2 new' }).click()
    expect((await texts(page)).map(text => text.trim())).toEqual(['What next?', 'Why now?', 'Who pays?'])
  })

  it('says when the network fails, and brings the edit once it is back', async () => {
    const room = await start()
    await room.act('board', 'open')
    await asks(room, 'Who pays?')
    const page = await open(link(room))
    await page.getByRole('button', { name: 'Hide: Who pays?' }).waitFor()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Hide: Who pays?' }).click()
    await page.getByText('1 not saved yet').waitFor()
    expect(await shownTo(room)).toEqual(['Who pays? shown'])
    await page.context().setOffline(false)
    await expect.poll(() => shownTo(room)).toEqual([])
    await page.getByText('Hidden: Who pays?').waitFor()
  })

  it('does nothing to a round that has begun meanwhile, and stays at its poll when the talk goes on', async () => {
    const room = await start()
    await room.act('board', 'open')
    await asks(room, 'Who pays?')
    const page = await open(link(room))
    await page.getByRole('button', { name: 'Hide: Who pays?' }).waitFor()
    await room.act('word', 'open')
    await page.getByText('The room is now asked: Which words').waitFor()
    expect((await texts(page)).length).toBe(1)
    await page.getByRole('button', { name: 'Go there' }).click()
    await page.getByText('No words yet').waitFor()
    await page.getByLabel('Asked').selectOption('board')
    await page.getByRole('button', { name: 'Hide: Who pays?' }).waitFor()
    await room.act('board', 'reset')
    await page.getByText('Nothing has come in yet').waitFor()
  })

  it('reaches each of 2,000 entries, by page and by search', async () => {
    const room = await start()
    await room.act('board', 'open')
    const slips = Array.from({ length: 1000 }, (_, i) => ({
      answer: { ask: [`First ${10_000 + i}?`, `Second ${10_000 + i}?`], up: [] },
      people: 1,
    }))
    expect((await room.stage('PUT', '/api/stage/polls/board/paper', { round: 1, slips })).status).toBe(200)
    const page = await open(link(room))
    await page.getByText('1,940 below').click()
    await page.getByText('1,880 below').waitFor()
    await expect.poll(async () => (await texts(page)).length).toBe(120)
    await page.getByLabel('Search').fill('second 10777')
    await expect.poll(() => texts(page).then(all => all.map(text => text.trim()))).toEqual(['Second 10777?'])
    await page.getByRole('button', { name: 'Hide: Second 10777?' }).click()
    await page.getByText('1 hidden').waitFor()
  })

  it.each([320, 390, 1280])('holds hostile texts at %d px, and axe finds nothing', async (width) => {
    const room = await start()
    await room.act('board', 'open')
    await asks(room, ...HOSTILE, 'Fine?')
    const page = await open(link(room), width)
    await page.getByRole('button', { name: 'Merge: Fine?' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.addScriptTag({ content: readFileSync(inRoot('node_modules/axe-core/axe.min.js'), 'utf8') })
    const faults = () => page.evaluate(async () =>
      (await (globalThis as unknown as { axe: typeof axe }).axe.run()).violations.map(({ id, nodes }) =>
        `${id}: ${nodes.map(node => node.html).join(' ').slice(0, 200)}`))
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Merge: Fine?' }).click()
    expect(await faults()).toEqual([])
  })
})
