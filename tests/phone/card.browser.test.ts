import type { Page } from 'playwright-chromium'
import type { Phone, TestRoom } from '../room/support/testRoom.ts'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { buildPhonePage } from '../../src/phone/build.ts'
import { cardsPath } from '../../src/polls/protocol.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { openPhone, phoneFaults } from './support/phoneKit.ts'

const OPTIONS = 'options: [{ id: fell, text: It fell hard }, { id: rose, text: It rose a little }]'
const POLLS = `
- { id: dow, kind: choice, question: What did the Dow do?, answer: [rose], confidence: true, ${OPTIONS} }
- { id: gold, kind: choice, question: And what did gold do?, answer: [rose], confidence: true, ${OPTIONS} }
`

describe('a quiz that asks how sure one is, and the card at the end', () => {
  let room: TestRoom
  let page: Page
  let others: Phone[]

  beforeAll(async () => {
    const [browser, phoneFiles] = await Promise.all([launchChromium(), buildPhonePage()])
    afterAll(() => browser.close())
    const polls = pollsFile(tempFolder(afterAll), POLLS)
    room = await startRoom({ phoneFiles, title: 'Making sense', polls }, afterAll)
    others = await Promise.all(Array.from({ length: 5 }, () => joinRoom(room.url)))
    page = await openPhone(browser, room.url, {}, () => {})
  })

  const cards = (action: 'show' | 'hide') => room.stage('POST', cardsPath(action))
  const button = (name: string) => page.getByRole('button', { name })
  const says = (text: string | RegExp) => page.getByText(text).first().waitFor()
  const look = async () => expect(await phoneFaults(page)).toEqual([])

  it('counts the tap, and then how sure it was', async () => {
    await room.act('dow', 'open')
    await button('It fell hard').tap()
    await says('Counted. You said 1. How sure are you? You may skip this.')
    await look()
    await button('I am sure').tap()
    await says('Counted. You are sure of 1. Tap another to change it.')
    // A slip of the finger must not undo what was said of it.
    await button('It rose a little').tap()
    await says('Counted. You are sure of 2.')
    expect(await button('I am sure').getAttribute('aria-pressed')).toBe('true')
    await button('It fell hard').tap()
    await says('Counted. You are sure of 1.')
    await look()
  })

  it('tells what was said, and how sure, once the presenter has solved it', async () => {
    await Promise.all(others.map(other => other.vote('dow', { value: ['rose'], sure: false })))
    for (const action of ['close', 'reveal', 'solve'] as const)
      await room.act('dow', action)
    await says('Not this time')
    await says('You were sure of')
    await look()
  })

  it('shows its own card, and the next question after it', async () => {
    await room.act('gold', 'open')
    await button('It rose a little').tap()
    await button('I am sure').tap()
    await says('Counted. You are sure of 2.')
    for (const action of ['close', 'reveal', 'solve'] as const)
      await room.act('gold', action)
    await cards('show')
    await says('You were right')
    expect(await page.getByRole('heading').textContent()).toContain('Your card')
    expect(await page.locator('.own-card').textContent()).toMatch(/right\s*1 of 2\s*When you were sure: 1 of 2/)
    await says('Your “sure” fooled you once in 2. Ask it for its sources.')
    await look()
    await room.act('gold', 'reset')
    await says('Look up.')
    await cards('show')
    await says('You were right')
  })

  it('keeps the card as a picture', async () => {
    const saved = page.waitForEvent('download')
    await button('Save as a picture').tap()
    const file = await saved
    expect(file.suggestedFilename()).toBe('card.png')
    expect((await readFile(await file.path())).subarray(1, 4).toString()).toBe('PNG')
    await page.getByAltText('Your card as a picture').waitFor()
    await look()
  })

  it('is kind to a phone that has answered nothing', async () => {
    const late = await openPhone(page.context().browser() ?? expect.unreachable(), room.url, {}, () => {})
    await late.getByText('You answered none of the quizzes').waitFor()
    expect(await phoneFaults(late)).toEqual([])
    await late.close()
  })
})
