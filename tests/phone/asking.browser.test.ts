import type { Browser } from 'playwright-chromium'
import type { PhoneFiles } from '../../src/polls/phoneFiles.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { buildPhonePage } from '../../src/phone/build.ts'
import { EVERY_KIND } from '../room/support/everyKind.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { openPhone, phoneFaults } from './support/phoneKit.ts'

const POLLS = EVERY_KIND.replace('kind: questions, question: What would you ask?', '$& , anytime: true')

describe('questions on a phone', () => {
  let browser: Browser
  let phoneFiles: PhoneFiles
  beforeAll(async () => {
    [browser, phoneFiles] = await Promise.all([launchChromium(), buildPhonePage()])
  })
  afterAll(() => browser?.close())
  const start = () => startRoom({ polls: pollsFile(tempFolder(), POLLS), phoneFiles })

  it('are asked while the room waits and while it votes, and come to the board with its slide', async () => {
    const room = await start()
    const page = await openPhone(browser, room.url)
    await page.getByRole('button', { name: 'Ask a question' }).tap()
    await page.getByRole('textbox').fill('Who pays?')
    await page.getByRole('button', { name: 'Ask', exact: true }).tap()
    await page.getByText('Counted.').waitFor()
    expect(await phoneFaults(page)).toEqual([])

    // A vote comes first, and keeps what is chosen in it while a question is asked.
    await room.act('pick', 'open')
    await page.getByRole('button', { name: 'Everything' }).waitFor()
    expect(await phoneFaults(page)).toEqual([])
    await room.act('many', 'open')
    await page.getByRole('button', { name: 'Technical' }).tap()
    await page.getByRole('button', { name: 'Ask a question' }).tap()
    await page.getByRole('textbox').fill('Why now?')
    await page.getByRole('button', { name: 'Ask', exact: true }).tap()
    await page.getByRole('button', { name: 'Withdraw: Why now?' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).tap()
    await page.getByRole('button', { name: 'Technical', pressed: true }).waitFor()
    await page.getByRole('button', { name: 'Send 1 choice' }).tap()
    await page.getByText('Counted. You said 1.').waitFor()

    await room.act('board', 'open')
    await page.getByText('Why now?').nth(1).waitFor()
    expect(await page.getByRole('button', { name: 'Withdraw' }).count()).toBe(2)
    expect(await page.getByRole('button', { name: 'Ask a question' }).count()).toBe(0)
  })

  it('and a vote are both kept without a network, over a reload, and both counted once it is back', async () => {
    const room = await start()
    await room.act('pick', 'open')
    const page = await openPhone(browser, room.url)
    await page.getByRole('button', { name: 'Everything' }).waitFor()
    await page.route('**/ballot', route => route.abort())
    await page.getByRole('button', { name: 'Everything' }).tap()
    await page.getByRole('button', { name: 'Ask a question' }).tap()
    await page.getByRole('textbox').fill('Why now?')
    await page.getByRole('button', { name: 'Ask', exact: true }).tap()
    await page.getByText('Not counted yet').waitFor()
    await page.reload()
    await page.getByText('Not counted yet').waitFor()
    await page.unroute('**/ballot')
    await expect.poll(async () => (await room.act('pick', 'open')).polls).toMatchObject({
      pick: { answered: 1 },
      board: { answered: 1 },
    })
  })

  it('can all be supported, also beyond those that a tally lists', async () => {
    const room = await start()
    await room.act('board', 'open')
    const asked = Array.from({ length: 120 }, (_, i) => ({ ask: [`Question ${10_000 + i}?`], up: [] }))
    const slips = asked.map(answer => ({ answer, people: 1 }))
    await room.stage('PUT', '/api/stage/polls/board/paper', { round: 1, slips })
    const page = await openPhone(browser, room.url)
    const rows = page.locator('.board li')
    await page.getByRole('button', { name: 'Show 70 more' }).tap()
    await expect.poll(() => rows.count()).toBe(100)
    await page.getByRole('button', { name: 'Show 20 more' }).tap()
    await expect.poll(() => rows.count()).toBe(120)
    await page.getByRole('button', { name: 'Question 10119?' }).tap()
    await page.getByText('Counted.').waitFor()
    const { tally } = await (await joinRoom(room.url)).room()
    expect(tally && 'entries' in tally && tally.entries[0]).toMatchObject({ text: 'Question 10119?', people: 2 })
    // Another one has made room for it in the tally, and is still here.
    await expect.poll(() => rows.count()).toBe(120)
  })
})
