import type { Browser, Page } from 'playwright-chromium'
import type { PhoneFiles } from '../../src/polls/phoneFiles.ts'
import type { Language } from '../../src/polls/words/languages.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { buildPhonePage } from '../../src/phone/build.ts'
import { ballotPath } from '../../src/polls/protocol.ts'
import { ALL_WORDS } from '../../src/polls/words/all.ts'
import { LANGUAGES } from '../../src/polls/words/languages.ts'
import { EVERY_KIND } from '../room/support/everyKind.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { openPhone, phoneFaults } from './support/phoneKit.ts'
import { LONG_POLLS, TYPED } from './support/phonePolls.ts'

/** Long words, other letters, the other direction, many plurals. */
const WALKED: Language[] = ['de', 'ar', 'ja', 'pl']
describe('the phone page in every language', () => {
  let browser: Browser
  let phoneFiles: PhoneFiles
  beforeAll(async () => {
    [browser, phoneFiles] = await Promise.all([launchChromium(), buildPhonePage()])
  })
  afterAll(() => browser?.close())

  const status = (page: Page) => page.getByRole('status').last().textContent()

  it.each(LANGUAGES)('takes two taps, and says what has become of the second: %s', async (language) => {
    const { FIRST: { STATUS, KIND_TEXTS }, PAGE } = ALL_WORDS[language]
    const room = await startRoom({ phoneFiles })
    await room.act('bill', 'open')
    const page = await openPhone(browser, room.joinUrl, { locale: `${PAGE.lang}-XX` })
    await page.getByRole('button', { name: 'Everything' }).tap()
    await expect.poll(() => status(page)).toContain(STATUS.counted)
    expect(await status(page)).toContain(KIND_TEXTS.choice.said(['2']))
    expect((await room.act('bill', 'close')).polls.bill?.answered).toBe(1)
    expect(await page.evaluate(() => [document.documentElement.lang, document.dir])).toEqual([PAGE.lang, PAGE.dir])
    await room.act('bill', 'reveal')
    await page.getByText(ALL_WORDS[language].LATER.RESULTS.answered(1)).waitFor()
    expect(await phoneFaults(page)).toEqual([])
  })

  it.each(WALKED)('shows every kind in every phase without a fault: %s', async (language) => {
    const { STATUS } = ALL_WORDS[language].FIRST
    const room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(), LONG_POLLS), title: 'Making sense' })
    const people = [await joinRoom(room.url), await joinRoom(room.url)]
    const page = await openPhone(browser, room.url, {
      locale: ALL_WORDS[language].PAGE.lang,
      viewport: { width: 320, height: 568 },
    })
    await expect.poll(() => status(page)).toContain(STATUS.waiting[0])
    const faults = await phoneFaults(page)
    for (const { id, others, answer } of TYPED) {
      await room.act(id, 'open')
      await page.locator('.ballot').waitFor()
      faults.push(...await faultsNow(page, `${id} open`))
      await Promise.all(others.map(async (given, i) => expect((await people[i]?.vote(id, given))?.status).toBe(200)))
      await answerFromHere(page, id, answer)
      await expect.poll(() => status(page)).toContain(STATUS.counted)
      faults.push(...await faultsNow(page, `${id} counted`))
      await room.act(id, 'close')
      await page.locator('main.over').waitFor()
      await room.act(id, 'reveal')
      await page.getByText(ALL_WORDS[language].LATER.RESULTS.answered(others.length + 1)).waitFor()
      faults.push(...await faultsNow(page, `${id} revealed`))
    }
    expect(faults).toEqual([])
  })

  it('tells somebody without JavaScript, or with a wrong address, what to do in their language', async () => {
    const room = await startRoom({ phoneFiles })
    const plain = await openPhone(browser, room.url, { locale: 'ar', javaScriptEnabled: false })
    expect(await plain.getByRole('heading').textContent()).toBe(ALL_WORDS.ar.PAGE.paper.title)
    const lost = await openPhone(browser, `${room.url}/vote`, { locale: 'pl' })
    await lost.getByRole('link', { name: ALL_WORDS.pl.PAGE.lost.link }).tap()
    await lost.getByText(ALL_WORDS.pl.FIRST.TITLES.in).first().waitFor()
  })

  it('lets Arabic run from right to left, and axes as on the wall', async () => {
    const room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(), EVERY_KIND) })
    await room.act('pick', 'open')
    const page = await openPhone(browser, `${room.url}/?lang=ar`)
    const leftOf = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x ?? Number.NaN
    await page.locator('.plate').first().waitFor()
    expect(await leftOf('.plate')).toBeGreaterThan(await leftOf('.words'))
    await room.act('cost', 'open')
    await page.locator('[type=range]').waitFor()
    expect(await page.locator('[type=range]').evaluate(slider => getComputedStyle(slider).direction)).toBe('ltr')
    const [low, high] = await page.locator('.ends span').evaluateAll(ends =>
      ends.map(end => end.getBoundingClientRect().x))
    expect(low).toBeLessThan(high ?? 0)
  })

  it('has its headlines in Archivo once that has come, and works without', async () => {
    const room = await startRoom({ phoneFiles })
    const page = await openPhone(browser, room.url, { locale: 'pl' })
    await expect.poll(() => page.evaluate(() => [...document.fonts].map(font => font.status))).toContain('loaded')
    const without = await openPhone(browser, 'about:blank')
    await without.route('**/font-*', route => route.abort())
    await without.goto(room.url)
    await room.act('bill', 'open')
    await without.getByRole('button', { name: 'One run' }).tap()
    await expect.poll(() => status(without)).toContain('Counted.')
  })
})

async function faultsNow(page: Page, when: string): Promise<string[]> {
  return (await phoneFaults(page)).map(fault => `${when}: ${fault}`)
}

/** As another tab of this phone does; the page then asks the room. */
async function answerFromHere(page: Page, id: string, answer: unknown): Promise<void> {
  const code = await page.evaluate(async ([path, given]) => {
    const { session, round } = await (await fetch('/api/room')).json() as { session: string, round: number }
    return (await fetch(path, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ session, round, answer: given }),
    })).status
  }, [ballotPath(id), answer] as const)
  expect(code).toBe(200)
  await page.reload()
}
