import type { Browser, Page } from 'playwright-chromium'
import type { Answer } from '../../src/polls/protocol.ts'
import type { TestRoom } from '../room/support/testRoom.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { buildPhonePage } from '../../src/phone/build.ts'
import { pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { heard, openPhone, phoneFaults } from './support/phoneKit.ts'
import { LONG_POLLS } from './support/phonePolls.ts'

/** The smallest phone that is still about. */
const SMALL = { viewport: { width: 320, height: 568 } }

describe('a thumb on a phone of 320 × 568', () => {
  let browser: Browser
  let room: TestRoom

  beforeAll(async () => {
    const [chromium, phoneFiles] = await Promise.all([launchChromium(), buildPhonePage()])
    browser = chromium
    afterAll(() => browser.close())
    room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(afterAll), LONG_POLLS) }, afterAll)
  })

  const mine = async (page: Page): Promise<Answer | null> =>
    page.evaluate(async () => ((await (await fetch('/api/room')).json()) as { mine: Answer | null }).mine)
  const status = (page: Page) => page.locator('.status').getByRole('status')
  const says = (page: Page, text: string) => expect.poll(() => status(page).textContent()).toContain(text)

  it('spreads points over eight options, with what is left always in sight', async () => {
    await room.act('stake', 'open')
    const page = await openPhone(browser, room.url, SMALL)
    const option = (i: number) => page.locator('.ranked').nth(i)
    const purse = page.locator('.purse')
    await option(0).tap()
    await option(7).tap()
    expect(await purse.textContent()).toContain('80 left')
    // The last option is below the fold, the purse is not above it.
    const { y = -1 } = await purse.boundingBox() ?? {}
    expect(y).toBeGreaterThanOrEqual(0)
    expect(await phoneFaults(page)).toEqual([])

    for (let tap = 0; tap < 8; tap++)
      await option(0).tap()
    await says(page, 'Counted. Your points are in.')
    expect(await mine(page)).toEqual({ points: { a: 90, h: 10 } })
    // Nothing is left to give.
    await option(1).tap({ force: true })
    expect(await purse.textContent()).toContain('0 left')
    await page.getByRole('button', { name: 'Take 5 from Alpha' }).tap()
    await says(page, 'They are sent again once all 100 are given.')
    expect(await mine(page)).toEqual({ points: { a: 90, h: 10 } })
    await option(2).tap()
    await says(page, 'Take some back to change it.')
    expect(await mine(page)).toEqual({ points: { a: 85, c: 5, h: 10 } })
    expect(await heard(page)).toContain('Gamma: 5. 0 left')

    // A part of the points is not counted; what was sent before is, and the phone says so.
    await page.getByRole('button', { name: 'Take 5 from Gamma' }).tap()
    await room.act('stake', 'close')
    await says(page, 'Voting is closed. Your earlier answer was counted.')
    expect(await mine(page)).toEqual({ points: { a: 85, c: 5, h: 10 } })
  })

  it('places items one after the other, moves one, and may stop before the last', async () => {
    await room.act('plane', 'open')
    const page = await openPhone(browser, room.url, SMALL)
    const cell = (across: number, up: number) =>
      page.getByRole('button', { name: new RegExp(`^Evidence ${across} of 5, Impact ${up} of 5`) })
    await says(page, 'Tap where 1 belongs.')
    await cell(4, 2).tap()
    await says(page, 'Counted. 1 of 6 placed.')
    await cell(4, 2).tap()
    await says(page, 'Counted. 2 of 6 placed.')
    expect(await heard(page)).toContain('1 at Evidence 4 of 5, Impact 2 of 5. Next: 2: '
      + 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft')
    expect(await cell(4, 2).textContent()).toMatch(/Impact 2 of 5\s*, 1\s*, 2/)
    expect(await phoneFaults(page)).toEqual([])

    await page.getByRole('button', { name: /^1: Alpha/ }).tap()
    await cell(1, 5).tap()
    await expect.poll(() => mine(page)).toEqual({ places: { a: [1, 5], b: [4, 2] } })
    // Back to where it went on: the next item without a place.
    await cell(5, 5).tap()
    await expect.poll(() => mine(page)).toEqual({ places: { a: [1, 5], b: [4, 2], c: [5, 5] } })
    await page.reload()
    await says(page, 'Counted. 3 of 6 placed.')
    expect(await page.getByRole('button', { name: /^4: Delta/, pressed: true }).count()).toBe(1)

    await room.act('plane', 'close')
    await says(page, 'Your answer was counted.')
    await room.act('plane', 'reveal')
    await page.getByText('You and the room agree on').waitFor()
    expect(await page.locator('.said').textContent()).toContain('3 of 3')
    expect(await phoneFaults(page)).toEqual([])
  })
})
