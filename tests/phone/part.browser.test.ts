import type { Browser } from 'playwright-chromium'
import type { PhoneFiles } from '../../src/polls/phoneFiles.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { buildPhonePage } from '../../src/phone/build.ts'
import { EVERY_KIND } from '../room/support/everyKind.ts'
import { pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { openPhone, phoneFaults } from './support/phoneKit.ts'

const PART = '**/part-*.js'

describe('a phone that still waits for the second part of its page', () => {
  let browser: Browser
  let phoneFiles: PhoneFiles

  beforeAll(async () => {
    [browser, phoneFiles] = await Promise.all([launchChromium(), buildPhonePage(['en'])])
  })
  afterAll(() => browser?.close())

  /** A phone whose network does something else with requests for the second part, until it is told to stop. */
  async function openWithout(fault: 'fails' | 'portal' | 'gone') {
    const room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(), EVERY_KIND) })
    const page = await openPhone(browser, 'about:blank')
    let asked = 0
    await page.route(PART, (route) => {
      asked++
      return fault === 'fails'
        ? route.abort()
        : route.fulfill({ status: fault === 'gone' ? 404 : 200, contentType: 'text/html', body: '<h1>Welcome</h1>' })
    })
    await page.goto(room.url)
    await page.getByText('Look up.').waitFor()
    const status = () => page.getByRole('status').last().textContent()
    return { room, page, status, asked: () => asked }
  }

  it('takes a vote on a choice and says what became of it', async () => {
    const { room, page, status } = await openWithout('fails')
    await room.act('pick', 'open')
    await page.getByRole('button', { name: 'One run' }).tap()
    await expect.poll(status).toMatch(/^Counted\. You said 1\./)
    await room.act('pick', 'close')
    await expect.poll(status).toMatch(/^Voting is closed\. Your answer was counted\./)
    await page.getByText('One moment…').waitFor()
    expect(await phoneFaults(page)).toEqual([])
    await page.unroute(PART)
    await page.getByText('You said').waitFor()
    expect(await page.getByText('One moment…').count()).toBe(0)
  })

  it.each(['fails', 'portal'] as const)('goes on by itself once it has come, when the network %s', async (fault) => {
    const { room, page, status, asked } = await openWithout(fault)
    await room.act('order', 'open')
    await expect.poll(status).toMatch(/^One moment…/)
    await expect.poll(asked).toBeGreaterThan(2)
    await page.unroute(PART)
    await page.getByRole('button', { name: 'Gamma' }).waitFor()
    expect(await status()).toMatch(/^Tap them in your order\./)
    // Its style has come with it.
    expect(await page.locator('ol li').first().evaluate(row => getComputedStyle(row).display)).toBe('flex')
  })

  it('offers to reload where the room has another version by now', async () => {
    const { room, page, status } = await openWithout('gone')
    await room.act('pick', 'open')
    await page.getByRole('button', { name: 'One run' }).tap()
    await expect.poll(status).toMatch(/^Counted\./)
    await room.act('order', 'open')
    await expect.poll(status).toMatch(/^This question is newer than the page\./)
    await page.unroute(PART)
    await page.getByRole('button', { name: 'Gamma' }).waitFor()
  })
})
