import type { Page } from 'playwright-chromium'
import type { Answer } from '../../src/polls/protocol.ts'
import type { Phone, TestRoom } from '../room/support/testRoom.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { buildPhonePage } from '../../src/phone/build.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { heard, openPhone, phoneFaults } from './support/phoneKit.ts'
import { LONG_POLLS, TYPED } from './support/phonePolls.ts'

describe('a phone of 320 pixels, through every state', () => {
  let room: TestRoom
  let page: Page
  let others: Phone[]

  beforeAll(async () => {
    const [browser, phoneFiles] = await Promise.all([launchChromium(), buildPhonePage(['en'])])
    afterAll(() => browser.close())
    room = await startRoom({ phoneFiles, polls: pollsFile(tempFolder(afterAll), LONG_POLLS) }, afterAll)
    others = [await joinRoom(room.url), await joinRoom(room.url)]
    page = await openPhone(browser, room.url, {}, () => {})
  })

  const status = () => page.getByRole('status').last()
  /** Waits until the phone says so, and looks at it. */
  async function expectState(says: string | RegExp) {
    await expect.poll(() => status().textContent()).toMatch(says)
    expect(await phoneFaults(page), String(says)).toEqual([])
  }
  const mine = async (): Promise<Answer | null> =>
    page.evaluate(async () => ((await (await fetch('/api/room')).json()) as { mine: Answer | null }).mine)
  const focused = () => page.evaluate(() => document.activeElement?.tagName)

  it('shows that it waits', async () => {
    await expectState('Look up. The next question will appear here by itself.')
    expect(await page.getByRole('heading').textContent()).toContain('You are in')
  })

  it.each(TYPED)('takes the keyboard’s answer to $id, and tells what became of it', async (typed) => {
    const { id, others: given, draft, send, answer } = typed
    const before = (await heard(page)).length
    await room.act(id, 'open')
    await page.locator('.ballot').waitFor()
    const question = (await page.getByRole('heading').textContent())?.trim()
    await Promise.all(given.map(async (other, i) => expect((await others[i]?.vote(id, other))?.status).toBe(200)))
    const prompt = /^(?:Tap|Type|Up to|Each tap|Ask)/
    await expectState(prompt)
    expect(await page.locator('.clock').allTextContents()).toEqual(
      id === 'five' ? [expect.stringMatching(/\d:\d\d left/)] : [],
    )
    expect(await page.locator('.ballot .send').evaluateAll(isInSight)).toBe(true)
    await draft?.(page)
    if (draft)
      await expectState(prompt)
    await send(page)
    await expectState('Counted.')
    expect(await mine()).toEqual(answer)

    await room.act(id, 'close')
    await expectState(/^(?:Voting is closed\. Your answer was counted\.|Questions are closed\.)/)
    // The ballot had the focus, and is gone.
    expect(await focused()).toBe('H1')
    await room.act(id, 'reveal')
    await page.getByText('3 people').waitFor()
    await expectState(/^(?:The results are in\. Your answer was counted\.|Questions are closed\.)/)
    const said = (await heard(page)).slice(before)
    expect(said.join('\n')).toMatch(/Counted\.[\s\S]*closed\./)
    expect(said.filter(text => text === question).length).toBe(1)
    // Once when it starts; the votes come long before half a minute is left.
    expect(said.filter(text => text.includes('seconds left')).length).toBe(id === 'five' ? 1 : 0)
  })

  it('shows the discussion, the sending, and an answer that came too late', async () => {
    await room.act('pick', 'hide')
    await room.act('pick', 'discuss')
    await page.getByText(/Talk it over with your neighbour: \d:\d\d/).waitFor()
    await expectState('Ask why others chose differently.')
    await room.act('pick', 'open')
    await expectState('A new vote. Tap one.')

    const held = await holdBallot()
    await page.getByRole('button', { name: 'One run' }).tap()
    await expectState('Not counted yet. It is safe on this phone')
    await room.act('pick', 'close')
    await page.locator('.results').waitFor()
    await expectState('Not counted yet. It is safe on this phone')
    held.release()
    await expectState('Too late, so not counted. Voting closed before your answer arrived.')
    await room.act('pick', 'reveal')
    await page.getByText('Nobody answered').waitFor()
    await expectState('Too late, so not counted. Voting closed before your answer arrived.')
    expect(await mine()).toBeNull()
  })

  it('shows that it is offline, with a counted answer, a kept one and none', async () => {
    await room.act('pick', 'reset')
    await room.act('pick', 'open')
    await page.getByRole('button', { name: 'One run' }).waitFor()
    await page.context().setOffline(true)
    await expectState('No connection to the room. You can answer all the same.')
    await page.getByRole('button', { name: 'One run' }).tap()
    await expectState('Not counted yet. It is safe on this phone and will be sent by itself.')
    await page.context().setOffline(false)
    await expectState('Counted.')
    await page.context().setOffline(true)
    await expectState('Counted. You said 1. No connection. This page keeps trying.')
    await page.context().setOffline(false)
    await expectState(/^Counted\./)
  })

  it('shows the end when the room was silent for minutes, and recovers', async () => {
    await room.act('pick', 'reset')
    await expectState('Look up. The next question will appear here by itself.')
    await page.clock.install()
    await page.context().setOffline(true)
    await expectState('No connection. This page keeps trying.')
    await page.clock.fastForward('03:01')
    await expectState('The room has gone silent. It is probably over.')
    expect(await page.getByRole('heading').textContent()).toContain('Thank you')
    await page.context().setOffline(false)
    await expectState(/^Look up/)
  })

  /** The next ballot stays on its way until it is released. */
  async function holdBallot() {
    const { promise, resolve } = Promise.withResolvers<void>()
    await page.route('**/ballot', async (route) => {
      await promise
      await route.continue()
    }, { times: 1 })
    return { release: resolve }
  }
})

/** Runs in the page: whether a thumb would hit them without scrolling. */
function isInSight(elements: Element[]): boolean {
  return elements.every((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return [top + 2, top + height - 2].every(y => document.elementFromPoint(left + width / 2, y) === element)
  })
}
