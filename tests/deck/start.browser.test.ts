import type axe from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-chromium'
import type { Poll } from '../../src/polls/pollsFile.ts'
import type { StageState } from '../../src/polls/protocol.ts'
import type { Kit } from './support/kit.ts'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { countdownOf } from '../../src/composables/useCountdown.ts'
import { readDeck } from '../../src/deck/deck.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { POLL_KEYS } from '../../src/polls/keys.ts'
import { hasAnswer, solutionOf } from '../../src/polls/pollsFile.ts'
import { actionPath } from '../../src/polls/protocol.ts'
import { joinRoom } from '../room/support/testRoom.ts'
import { pollsOn, voteOf } from './support/deckPolls.ts'
import { Desk, PATIENCE } from './support/desk.ts'
import {
  goTo,
  loadSlidesWhenNear,
  openPhone,
  readQr,
  slideOfPoll,
  slideWith,
  SLOW_MS,
  startKit,
} from './support/kit.ts'

/** Makes a page's time of day five hours fast. */
const FAST_CLOCK = `Date = class extends Date {
  constructor(...args) { super(...(args.length === 0 ? [Date.now()] : args)) }
  static now() { return super.now() + 5 * 3600_000 }
}`

/** One session, in order: each step stands on the one before. */
describe('from npm start to a counted vote', async () => {
  const polls = pollsOn(await readDeck(root))
  const vote = voteOf(polls) ?? expect.fail('No slide asks a poll of kind choice; these tests vote in one.')
  let kit: Kit
  let browser: Browser
  let slide: Page
  let phone: Page
  /** A browser of this machine that has the slides link only. */
  let other: Page
  let otherPoll: Locator
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
    context.setDefaultTimeout(SLOW_MS)
    slide = await context.newPage()
    slide.on('response', async response =>
      served.push({ url: response.url(), body: await response.text().catch(() => '') }))
    await slide.goto(kit.presenter)
    await slide.waitForURL(url => url.hash === '')
    await expect
      .poll(
        async () => (await context.cookies(`${kit.phones}api/stage`)).find(cookie => cookie.name === 'stage')?.httpOnly,
      )
      .toBe(true)
  })

  it('shows a QR code that encodes the join address', async () => {
    const no = await slideOfPoll(vote.id)
    await slide.goto(`${kit.slides}${no}`)
    poll = slide.locator(`[data-slidev-no="${no}"]`)
    const code = poll.getByRole('img', { name: 'QR code' })
    await code.waitFor()
    expect(await readQr(code)).toBe(kit.phones)
  })

  it('admits a phone and counts its vote on the slide', async () => {
    phone = await openPhone(browser, (await readQr(poll.getByRole('img', { name: 'QR code' }))) ?? '')
    phone.on('response', async response =>
      served.push({ url: response.url(), body: await response.text().catch(() => '') }))
    await statusOf(phone).getByText('Look up').waitFor()
    await button('Open voting').click()
    await phone.getByRole('button', { name: vote.second.text }).tap()
    await statusOf(phone).getByText('Counted').waitFor()
    await expect.poll(answered).toBe('1')
  })

  it('shows the code, and no button, in a browser that has only the slides link', async () => {
    const context = await browser.newContext({ viewport: { width: 980, height: 552 } })
    context.setDefaultTimeout(SLOW_MS)
    other = await context.newPage()
    await loadSlidesWhenNear(other)
    other.on('response', async response =>
      served.push({ url: response.url(), body: await response.text().catch(() => '') }))
    await other.goto(kit.wall)
    await other.waitForURL(url => url.hash === '')
    const no = await slideOfPoll(vote.id)
    await other.goto(`${kit.slides}${no}`)
    otherPoll = other.locator(`[data-slidev-no="${no}"]`)
    const code = otherPoll.getByRole('img', { name: 'QR code' })
    await code.waitFor()
    expect(await readQr(code)).toBe(kit.phones)
    await expect.poll(() => otherPoll.locator('.answered').textContent()).toBe('1')
    expect(await otherPoll.locator('.controls').count()).toBe(0)
  })

  it('shows the tally on no screen while voting is open', async () => {
    expect((await poll.locator('.count').allTextContents()).join('')).toBe('')
    expect(served.filter(({ url, body }) => url.startsWith(kit.phones) && body.includes('"tally"'))).toEqual([])
  })

  it('replaces the vote of the same phone', async () => {
    await phone.getByRole('button', { name: vote.first.text }).tap()
    await statusOf(phone).getByText('Counted').waitFor()
    await expect(phone.getByRole('button', { pressed: true }).textContent()).resolves.toContain(vote.first.text)
    expect(await answered()).toBe('1')
  })

  it('tells a phone whose vote comes too late', async () => {
    const late = await openPhone(browser, kit.phones)
    await late.route('**/ballot', route => route.abort())
    await late.getByRole('button', { name: vote.third.text }).tap()
    await statusOf(late).getByText('Sending').waitFor()
    await button('Close voting').click()
    await statusOf(phone).getByText('Your answer was counted').waitFor()

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
      .poll(async () => (await poll.locator('[data-option] .count').allTextContents()).sort())
      .toEqual(vote.options.map(option => (option.id === vote.first.id ? '1\u00A0vote' : '0\u00A0votes')).sort())
    expect(await poll.locator(`[data-option="${vote.first.id}"] .count`).textContent()).toBe('1\u00A0vote')
    await phone.getByText('100%', { exact: true }).first().waitFor()
    await otherPoll.locator(`[data-option="${vote.first.id}"] .count`).getByText('1\u00A0vote').waitFor()
    await other.close()
    if (vote.right) {
      expect(await poll.getByRole('img', { name: 'right' }).count()).toBe(0)
      await button('Show the answer').click()
      await poll.locator(`[data-option="${vote.right.id}"]`).getByRole('img', { name: 'right' }).waitFor()
    }
  })

  it('asks twice before a new round and keeps the old one', async () => {
    await button('New round').click()
    await button('Keep these votes and start over?').click()
    await poll.getByText('Round 2').waitFor()
    await statusOf(phone).getByText('Look up').waitFor()
    await poll.getByText('Voting opens in a moment').waitFor(PATIENCE)
  })

  /** Two phones vote while another browser presents by keyboard. */
  describe('a presenter with two phones', () => {
    const words = polls.find(item => item.kind === 'words' && !item.approve)
    const board = polls.find(item => item.kind === 'questions' && item.auto && !item.approve)
    // What has no poll of its kind is passed over.
    const unasked = polls.find(item => ![vote.id, words?.id, board?.id].includes(item.id) && !item.auto)
    const sureQuiz = polls.find(item => 'confidence' in item && item.kind === 'choice')

    let presenter: Page
    let wall: Page
    /** Its clock is five hours fast. */
    let early: Page
    /** It loses the network. */
    let far: Page
    let desk: Desk

    beforeAll(async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
      context.setDefaultTimeout(SLOW_MS)
      presenter = await context.newPage()
      await presenter.addInitScript({ path: inRoot('node_modules', 'axe-core', 'axe.min.js') })
      wall = await context.newPage()
      await wall.setViewportSize({ width: 980, height: 552 })
      await Promise.all([presenter, wall].map(loadSlidesWhenNear))
      desk = new Desk(presenter, wall)
      early = await openPhone(browser, kit.phones, { init: FAST_CLOCK })
      far = await openPhone(browser, kit.phones)
    })

    it('opens a slides window in mid-show at the current slide', async () => {
      const link = new URL(kit.presenter)
      link.pathname = link.pathname.replace(/1$/, '3')
      await presenter.goto(link.href)
      await presenter.waitForURL(url => url.hash === '')
      // The other window follows, so the server knows.
      await slide.waitForURL(url => url.pathname.endsWith('/3'))
      await wall.goto(kit.slides)
      await wall.locator('[data-slidev-no="3"] h1').waitFor()
      expect([wall, presenter, slide].map(page => new URL(page.url()).pathname))
        .toEqual(['/deck/3', '/deck/presenter/3', '/deck/3'])
      await Promise.all([slide.close(), phone.close()])
    })

    it('opens a poll at a key, and both vote', async () => {
      await desk.present(vote.id)
      await desk.poll.getByText('Scan the code').waitFor()
      await desk.press('v', desk.offer('Close voting'))
      await desk.poll.getByText('Voting is open').waitFor()
      await early.getByRole('button', { name: vote.second.text }).tap()
      await far.getByRole('button', { name: vote.third.text }).tap()
      await Promise.all([early, far].map(page => statusOf(page).getByText('Counted').waitFor()))
      await desk.expectAnswered('2')
    })

    it('shows keys to the presenter, not on the wall', async () => {
      expect(await desk.controls.locator('kbd').allTextContents()).toEqual(['v', 't', 'p'])
      expect(await desk.poll.locator('kbd').count()).toBe(0)
    })

    it('recognises a phone that was reloaded', async () => {
      await early.reload()
      await early.getByRole('button', { name: vote.second.text, pressed: true }).waitFor()
      await desk.expectAnswered('2')
    })

    it('hides the buttons on the wall until the mouse or the keyboard reaches them', async () => {
      // Mouse and focus lie wherever the steps before left them.
      const away = () => wall.mouse.move(5, 5)
      const opacityOf = (button: Locator) => button.evaluate(element => getComputedStyle(element).opacity)
      const seen = async () => Number(await opacityOf(desk.offer('Close voting')))
      await away()
      await expect.poll(seen).toBe(0)
      await desk.poll.locator('h1').hover()
      await expect.poll(seen).toBe(1)
      await away()
      await desk.offer('Close voting').focus()
      await expect.poll(seen).toBe(1)
      await desk.offer('Close voting').blur()
      await expect.poll(seen).toBe(0)
      // A button that is busy is pale.
      await expect.poll(() => opacityOf(desk.controls.locator('button').first())).toBe('1')
    })

    it('starts a clock that is right on a phone with a wrong time of day', async () => {
      await desk.press('t', desk.offer('No clock'))
      await early.getByText(/^0:(?:30|2\d) left$/).waitFor()
      await desk.press('t', desk.offer('Close in 30 s'))
      await early.getByText(/left$/).waitFor({ state: 'detached' })
    })

    it('counts an answer given without a network, once the phone is back online', async () => {
      await far.context().setOffline(true)
      await far.getByRole('button', { name: vote.first.text }).tap()
      await statusOf(far).getByText('Not counted yet').waitFor()
      await far.context().setOffline(false)
      await statusOf(far).getByText('Counted').waitFor()
      await far.getByRole('button', { name: vote.first.text, pressed: true }).waitFor()
    })

    it.runIf(vote.discuss)('holds a discussion between two votes, and shows both side by side', async () => {
      await desk.press('v', desk.offer('Show results'))
      await desk.poll.getByText('Voting is closed').waitFor()
      await desk.press('k', desk.offer('Vote again'))
      for (const page of [early, far])
        await statusOf(page).getByText('Ask why others chose differently').waitFor()
      const talk = desk.poll.getByRole('timer')
      // Up to ten seconds have gone by.
      const clocks = Array.from({ length: 11 }, (_, gone) => countdownOf(((vote.discuss ?? 0) - gone) * 1000, 0).text)
      await talk.getByText(new RegExp(`^Talk with your neighbour (?:${clocks.join('|')})$`)).waitFor()
      // While neighbours talk nobody can answer yet: no count.
      expect(await desk.poll.locator('.people-count').count()).toBe(0)
      const size = await talk.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))
      expect(size).toBeGreaterThanOrEqual(24)
      await desk.press('v', desk.offer('Close voting'))
      await early.getByRole('button', { name: vote.first.text }).tap()
      await statusOf(early).getByText('Counted').waitFor()
      await desk.expectAnswered('1')
      await desk.press('v', desk.offer('Show results'))
      await desk.press('v', desk.offer('Hide results'))
      expect(await desk.poll.getByText('first vote').count()).toBeGreaterThan(0)
      expect(await desk.poll.getByText('second vote').count()).toBeGreaterThan(0)
    })

    it.runIf(!vote.discuss)('shows the results after a vote without a talk', async () => {
      await desk.press('v', desk.offer('Show results'))
      await desk.press('v', desk.offer('Hide results'))
    })

    it('says on the slide that the room is offline, and recovers by itself', async () => {
      await wall.context().setOffline(true)
      await desk.poll.getByText('Room offline, trying again').waitFor(PATIENCE)
      await wall.context().setOffline(false)
      await desk.poll.getByText('Room offline, trying again').waitFor({ ...PATIENCE, state: 'detached' })
      await desk.offer('Hide results').waitFor(PATIENCE)
    })

    it('takes ballots from paper in the presenter view and marks them', async () => {
      await desk.press('n', desk.controls.getByRole('button', { name: 'Keep these votes' }))
      await desk.press('n', desk.offer('Open voting'))
      await desk.press('p', presenter.getByRole('dialog', { name: 'Ballots from paper' }))
      await presenter.getByLabel(vote.third.text).first().waitFor()
      // What leaves it without counting is called so.
      await presenter.getByRole('button', { name: 'Count these' }).waitFor()
      expect(await presenter.locator('dialog button').allInnerTexts()).toEqual(['Cancel', 'Count these'])
      await presenter.getByLabel(vote.third.text).first().fill('4')
      await presenter.getByText('4 people on paper').waitFor()
      // A click beside it leaves other dialogs, not what was typed here.
      await presenter.mouse.click(5, 5)
      await presenter.getByRole('button', { name: 'Count these' }).click()
      await desk.poll.getByText('4 of them on paper').waitFor(PATIENCE)
      // The wall may hear of them before the dialog does, and a key pressed over the dialog opens nothing.
      await presenter.getByRole('dialog').waitFor({ state: 'detached' })
      await desk.press('p', presenter.getByRole('button', { name: 'Count these' }))
      expect(await presenter.getByLabel(vote.third.text).first().inputValue()).toBe('4')
      await desk.closeDialog()
      expect(await wall.getByRole('button', { name: 'Paper' }).count()).toBe(0)
    })

    it.runIf(words)('hides a word before the room has seen it', async () => {
      await desk.present(words?.id ?? '')
      await desk.press('v', desk.offer('Close voting'))
      for (const [page, word] of [[early, 'hype'], [far, 'bubble']] as const) {
        await page.getByRole('textbox').first().fill(word)
        await page.getByRole('button', { name: 'Send' }).tap()
        await statusOf(page).getByText('Counted').waitFor()
      }
      await desk.press('m', presenter.getByRole('dialog', { name: 'Words' }))
      await presenter.getByText('2 to be shown').waitFor()
      await presenter.getByRole('button', { name: 'Done' }).waitFor()
      await presenter.getByRole('button', { name: 'Hide: bubble' }).click()
      await presenter.getByRole('button', { name: 'Show: bubble' }).waitFor()
      await desk.closeDialog()
      await desk.press('v', desk.offer('Show results'))
      await desk.press('v', desk.offer('Hide results'))
      await desk.poll.getByText('hype').first().waitFor()
      expect(await desk.poll.getByText('bubble').count()).toBe(0)
    })

    it.runIf(board)('opens a board when its slide comes, and spotlights a question', async () => {
      await desk.present(board?.id ?? '')
      await desk.offer('Close voting').waitFor(PATIENCE)
      await early.getByRole('textbox').fill('Who counts the failed runs?')
      await early.getByRole('button', { name: 'Ask' }).tap()
      await desk.poll.getByText('Who counts the failed runs?', { exact: true }).waitFor(PATIENCE)
      await desk.press('m', presenter.getByRole('dialog', { name: 'Questions' }))
      await presenter.getByText('1 on the screen').waitFor()
      await presenter.getByRole('button', { name: 'Spotlight: Who counts' }).click()
      await presenter.getByRole('button', { name: 'Spotlight off: Who counts' }).waitFor()
      await expect.poll(() => far.locator('[data-state="spotlight"]').count()).toBe(1)
      await desk.closeDialog()
    })

    const entries = board ? 'Questions' : words ? 'Words' : undefined
    it.each([['?', 'Keys'], ...(entries ? [['m', entries] as const] : []), ['p', 'Ballots from paper']] as const)(
      'opens with %s a dialog in which axe finds nothing',
      async (key, name) => {
        await desk.press(key, presenter.getByRole('dialog', { name }))
        const { violations } = await presenter.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run('dialog'),
        )
        expect(violations.map(violation => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([])
        if (key === '?') {
          expect(await presenter.locator('dialog kbd').allTextContents()).toEqual(
            expect.arrayContaining(POLL_KEYS.map(binding => binding.key)),
          )
          await presenter.keyboard.press('?')
          await presenter.getByRole('dialog').waitFor({ state: 'detached' })
          return
        }
        await desk.closeDialog()
      },
    )

    it.runIf(board && unasked)('tells the presenter of a poll that was left open', async () => {
      const left = presenter.getByRole('group', { name: 'Pace' }).getByText(`Still open: ${board?.question}`)
      await desk.offer('Close voting').waitFor(PATIENCE)
      expect(await left.count()).toBe(0)
      await desk.present(unasked?.id ?? '')
      await left.waitFor(PATIENCE)
    })

    const asked = [vote.id, words?.id, unasked?.id, board?.id]
    const clicked = polls.find(item => !asked.includes(item.id) && !isCompared(item, polls))
    it.runIf(clicked)('is run by a clicker alone, which then goes on to the next slide', async () => {
      await desk.present(clicked?.id ?? '')
      const here = new URL(presenter.url()).pathname
      await desk.press('PageDown', desk.offer('Close voting'))
      await desk.press('PageDown', desk.offer('Show results'))
      await desk.press('PageDown', desk.offer('Hide results'))
      await desk.offer('Hide results').waitFor()
      expect(new URL(presenter.url()).pathname).toBe(here)
      if (clicked && hasAnswer(clicked))
        await desk.press('PageDown', desk.poll.getByText('and the record'))
      await desk.controls.locator('button[aria-disabled="false"]').first().waitFor(PATIENCE)
      await presenter.keyboard.press('PageDown')
      await presenter.waitForURL(url => url.pathname !== here, PATIENCE)
      // At once, however far the slides window has come.
      await presenter.keyboard.press('PageUp')
      await presenter.waitForURL(url => url.pathname === here, PATIENCE)
      await wall.waitForURL(url => url.pathname === here.replace('presenter/', ''), PATIENCE)
      await desk.press('n', desk.controls.getByRole('button', { name: 'Keep these votes' }))
      await desk.press('n', desk.offer('Open voting'))
      // Nothing is lost: the round before is one button away.
      await desk.controls.getByRole('button', { name: 'Back to round 1' }).click()
      await desk.offer('Show results').waitFor(PATIENCE)
      await desk.controls.getByRole('button', { name: 'On to round 2' }).click()
      await desk.press('n', desk.controls.getByRole('button', { name: 'Keep these votes' }))
      await desk.press('n', desk.offer('Open voting'))
    })

    it('shows how to join over the whole wall at a key, and takes it away again', async () => {
      const lobby = wall.getByRole('region', { name: 'How to join' })
      await presenter.keyboard.press('j')
      await lobby.waitFor(PATIENCE)
      expect(await readQr(lobby.getByRole('img', { name: /^QR code: http/ }))).toBe(kit.phones)
      expect(await presenter.getByRole('region', { name: 'How to join' }).count()).toBe(0)
      await presenter.keyboard.press('j')
      await lobby.waitFor({ ...PATIENCE, state: 'detached' })
    })

    it.runIf(sureQuiz)('shows how well the room knew what it knew, and phones their cards, at clicks', async () => {
      const quiz = sureQuiz ?? expect.unreachable()
      const [option = expect.unreachable()] = solutionOf(quiz).right ?? []
      const stage = async (path: string) => (await (await fetch(new URL(path, kit.phones), {
        method: 'POST',
        headers: { Authorization: `Bearer ${kit.stageKey}` },
      })).json()) as StageState
      const { round } = (await stage(actionPath(quiz.id, 'reset'))).polls[quiz.id] ?? expect.unreachable()
      await stage(actionPath(quiz.id, 'open'))
      const url = kit.phones.replace(/\/$/, '')
      const voters = await Promise.all(Array.from({ length: 5 }, () => joinRoom(url)))
      for (const voter of voters)
        expect((await voter.vote(quiz.id, { value: [option], sure: true }, round)).status).toBe(200)
      for (const action of ['close', 'reveal', 'solve'] as const)
        await stage(actionPath(quiz.id, action))

      const no = await slideWith('<Calibration')
      const shown = wall.locator(`[data-slidev-no="${no}"] .calibration`)
      await goTo(wall, no)
      await presenter.waitForURL(to => to.pathname.endsWith(`/presenter/${no}`), PATIENCE)
      await shown.getByText('So far: ').waitFor(PATIENCE)
      await presenter.keyboard.press('PageDown')
      await shown.getByText('Your own card is on your phone.').waitFor(PATIENCE)
      await shown.getByText(/^This needs three quiz questions and 20 sure answers; so far \w+ and \d+\.$/)
        .waitFor(PATIENCE)
      const late = await openPhone(browser, kit.phones)
      await late.getByRole('heading', { name: 'Your card' }).waitFor()
      await late.getByText('You answered none of the quizzes').waitFor()
      await late.close()
    })

    it.runIf(unasked)('ignores a key that is meant for the browser', async () => {
      await desk.present(unasked?.id ?? '')
      await presenter.keyboard.press('Control+v')
      // By then the room would have answered the key.
      await desk.press('p', presenter.getByRole('button', { name: 'Count these' }))
      await desk.closeDialog()
      await desk.offer('Open voting').waitFor()
    })
  })

  it('never serves a key, nor a file of the room', async () => {
    expect(kit.stageKey.length).toBeGreaterThanOrEqual(16)
    expect(served.length).toBeGreaterThan(20)
    for (const key of [kit.stageKey, kit.wall.split('#wall=')[1] ?? '', kit.moderate.split('#key=')[1] ?? '']) {
      expect(key.length).toBeGreaterThanOrEqual(16)
      expect(served.filter(({ body }) => body.includes(key)).map(({ url }) => url)).toEqual([])
    }
    for (const file of ['stage-key', 'voter-key', 'room.sqlite'])
      expect([file, (await fetch(`${kit.slides}@fs${join(data, file)}`)).status]).toEqual([file, 404])
  })
})

/** Whether its answers are set beside those of another poll. */
function isCompared(poll: Poll, all: Poll[]): boolean {
  return all.some(other => 'pair' in other && other.pair !== undefined && [other.id, other.pair].includes(poll.id))
}
