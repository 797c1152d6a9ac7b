import type axe from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-chromium'
import type { Poll } from '../../src/polls/pollsFile.ts'
import type { Vote } from './deckPolls.ts'
import type { Kit } from './kit.ts'
import { beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { countdownOf } from '../../src/composables/useCountdown.ts'
import { POLL_KEYS } from '../../src/polls/keys.ts'
import { goTo, openPhone, slideOfPoll } from './kit.ts'

/** The dev server compiles all slides a few seconds after the first one shows, and answers late meanwhile. */
const PATIENCE = { timeout: 20_000 }
/** Makes a page's time of day five hours fast. */
const FAST_CLOCK = `Date = class extends Date {
  constructor(...args) { super(...(args.length === 0 ? [Date.now()] : args)) }
  static now() { return super.now() + 5 * 3600_000 }
}`

/**
 * Two phones vote while a third browser presents by keyboard; each step stands on the one before.
 *
 * @param kit that runs
 * @param open the browser
 * @param vote the poll in which most of it happens
 * @param polls all of the deck; what has no poll of its kind is passed over
 */
export function presenting(kit: () => Kit, open: () => Browser, vote: Vote, polls: Poll[]): void {
  const words = polls.find(item => item.kind === 'words' && !item.approve)
  const board = polls.find(item => item.kind === 'questions' && item.auto && !item.approve)
  const unasked = polls.find(item => ![vote.id, words?.id, board?.id].includes(item.id) && !item.auto)

  let presenter: Page
  let slide: Page
  /** Its clock is five hours fast. */
  let early: Page
  /** It loses the network. */
  let far: Page

  beforeAll(async () => {
    const [{ presenter: link, slides, phones }, browser] = [kit(), open()]
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    presenter = await context.newPage()
    await presenter.addInitScript({ path: inRoot('node_modules', 'axe-core', 'axe.min.js') })
    await presenter.goto(link)
    await presenter.waitForURL(url => url.hash === '')
    slide = await context.newPage()
    await slide.setViewportSize({ width: 980, height: 552 })
    await slide.goto(slides)
    await slide.locator('.slidev-layout:visible').first().waitFor(PATIENCE)
    early = await openPhone(browser, phones, { init: FAST_CLOCK })
    far = await openPhone(browser, phones)
  })

  const statusOf = (page: Page) => page.getByRole('status')
  let poll: Locator
  let controls: Locator
  async function present(id: string) {
    const no = await slideOfPoll(slide, id)
    // From the window that came last: what it still has to say about where it began is said before.
    await goTo(slide, no)
    await presenter.waitForURL(url => url.pathname === `/presenter/${no}`, PATIENCE)
    poll = slide.locator(`[data-slidev-no="${no}"]`)
    controls = presenter.locator(`.slidev-presenter [data-slidev-no="${no}"] .controls`).first()
    await controls.waitFor(PATIENCE)
  }
  /** Presses a key once the desk takes one, and waits for what it brings. */
  async function press(key: string, brought: Locator) {
    await controls.locator('button[aria-disabled="false"]').first().waitFor(PATIENCE)
    await presenter.keyboard.press(key)
    await brought.waitFor(PATIENCE)
  }
  /** While it is open, keys are its own. */
  async function closeDialog() {
    await presenter.keyboard.press('Escape')
    await presenter.locator('dialog').waitFor({ state: 'detached' })
  }
  const answered = (count: string) => expect.poll(() => poll.locator('.answered').textContent(), PATIENCE).toBe(count)
  const offer = (name: string | RegExp) => poll.getByRole('button', { name })

  it('opens a poll at a key, and both vote', async () => {
    await present(vote.id)
    await poll.getByText('Scan to join').waitFor()
    await press('v', offer('Close voting'))
    await poll.getByText('Voting is open').waitFor()
    await early.getByRole('button', { name: vote.second.text, exact: true }).tap()
    await far.getByRole('button', { name: vote.third.text, exact: true }).tap()
    await Promise.all([early, far].map(page => statusOf(page).getByText('Counted').waitFor()))
    await answered('2')
  })

  it('shows the keys to who presents, not to the room', async () => {
    expect(await controls.locator('kbd').allTextContents()).toEqual(['v', 't', 'p'])
    expect(await poll.locator('kbd').count()).toBe(0)
  })

  it('knows a phone again that was reloaded', async () => {
    await early.reload()
    await early.getByRole('button', { name: vote.second.text, exact: true, pressed: true }).waitFor()
    await answered('2')
  })

  it('keeps the buttons from the wall until a mouse or the keyboard comes to them', async () => {
    // Mouse and focus lie wherever the steps before left them.
    const away = () => slide.mouse.move(5, 5)
    const seen = async () => Number(await offer('Close voting').evaluate(item => getComputedStyle(item).opacity))
    await away()
    await expect.poll(seen).toBe(0)
    await poll.locator('h1').hover()
    await expect.poll(seen).toBe(1)
    await away()
    await offer('Close voting').focus()
    await expect.poll(seen).toBe(1)
    await offer('Close voting').blur()
    await expect.poll(seen).toBe(0)
    // A button that is busy is pale.
    await expect
      .poll(
        () =>
          controls
            .locator('button')
            .first()
            .evaluate(item => getComputedStyle(item).opacity),
        PATIENCE,
      )
      .toBe('1')
  })

  it('starts a clock that a phone with a wrong time of day shows rightly', async () => {
    await press('t', offer('No clock'))
    await early.getByText(/^0:(?:30|2\d) left$/).waitFor()
    await press('t', offer('Close in 30 s'))
    await early.getByText(/left$/).waitFor({ state: 'detached' })
  })

  it('counts what a phone without network was told, once it is back', async () => {
    await far.context().setOffline(true)
    await far.getByRole('button', { name: vote.first.text, exact: true }).tap()
    await statusOf(far).getByText('kept here').waitFor()
    await far.context().setOffline(false)
    await statusOf(far).getByText('Counted').waitFor()
    await far.getByRole('button', { name: vote.first.text, exact: true, pressed: true }).waitFor()
  })

  it.runIf(vote.discuss)('lets neighbours talk between two votes, and sets both side by side', async () => {
    await press('v', offer('Show results'))
    await poll.getByText('Voting is closed').waitFor()
    await press('b', offer('Vote again'))
    await Promise.all([early, far].map(page => page.getByText('Talk it over with your neighbour').waitFor()))
    const talk = poll.getByRole('timer')
    // Up to ten seconds have gone by.
    const clocks = Array.from({ length: 11 }, (_, gone) => countdownOf(((vote.discuss ?? 0) - gone) * 1000, 0).text)
    await talk.getByText(new RegExp(`^Talk with your neighbour (?:${clocks.join('|')})$`)).waitFor()
    expect((await poll.locator('.counts').textContent())?.trim()).toMatch(/^\d here$/)
    expect(await talk.evaluate(item => Number.parseFloat(getComputedStyle(item).fontSize))).toBeGreaterThanOrEqual(24)
    await press('v', offer('Close voting'))
    await early.getByRole('button', { name: vote.first.text, exact: true }).tap()
    await statusOf(early).getByText('Counted').waitFor()
    await answered('1')
    await press('v', offer('Show results'))
    await press('v', offer('Hide results'))
    expect(await poll.getByText('first vote').count()).toBeGreaterThan(0)
    expect(await poll.getByText('second vote').count()).toBeGreaterThan(0)
  })

  it.runIf(!vote.discuss)('shows the results after a vote without a talk', async () => {
    await press('v', offer('Show results'))
    await press('v', offer('Hide results'))
  })

  it('says on the slide that the room cannot be heard, and heals by itself', async () => {
    await slide.context().setOffline(true)
    await poll.getByText('Room offline, trying again').waitFor(PATIENCE)
    await slide.context().setOffline(false)
    await poll.locator('.counts').waitFor(PATIENCE)
  })

  it('takes ballots from paper in the presenter view and marks them', async () => {
    await press('n', controls.getByRole('button', { name: 'Keep these votes' }))
    await press('n', offer('Open voting'))
    await press('p', presenter.getByRole('dialog', { name: 'Ballots from paper' }))
    await presenter.getByLabel(vote.third.text).waitFor()
    // What leaves it without counting is called so.
    expect(await presenter.locator('dialog button').allInnerTexts()).toEqual(['Cancel', 'Count these'])
    await presenter.getByLabel(vote.third.text).fill('4')
    await presenter.getByText('4 people on paper').waitFor()
    // A click beside it leaves other dialogs, not what was typed here.
    await presenter.mouse.click(5, 5)
    await presenter.getByRole('button', { name: 'Count these' }).click()
    await poll.getByText('4 of them on paper').waitFor(PATIENCE)
    await press('p', presenter.getByRole('button', { name: 'Count these' }))
    expect(await presenter.getByLabel(vote.third.text).inputValue()).toBe('4')
    await closeDialog()
    expect(await slide.getByRole('button', { name: 'Paper' }).count()).toBe(0)
  })

  it.runIf(words)('hides a word before the room has seen it', async () => {
    await present(words?.id ?? '')
    await press('v', offer('Close voting'))
    for (const [page, word] of [[early, 'hype'], [far, 'bubble']] as const) {
      await page.getByRole('textbox').first().fill(word)
      await page.getByRole('button', { name: 'Send' }).tap()
      await statusOf(page).getByText('Counted').waitFor()
    }
    await press('m', presenter.getByRole('dialog', { name: 'Words' }))
    await presenter.getByRole('heading', { name: 'Will be shown 2' }).waitFor()
    await presenter.getByRole('button', { name: 'Done' }).waitFor()
    await presenter.getByRole('button', { name: 'Hide: bubble' }).click()
    await presenter.getByRole('button', { name: 'Show: bubble' }).waitFor()
    await closeDialog()
    await press('v', offer('Show results'))
    await press('v', offer('Hide results'))
    await poll.getByText('hype').first().waitFor()
    expect(await poll.getByText('bubble').count()).toBe(0)
  })

  it.runIf(board)('opens a board on coming to it, and puts a question in the light', async () => {
    await present(board?.id ?? '')
    await offer('Close voting').waitFor(PATIENCE)
    await early.getByRole('textbox').fill('Who counts the failed runs?')
    await early.getByRole('button', { name: 'Ask' }).tap()
    await poll.getByText('Who counts the failed runs?', { exact: true }).waitFor(PATIENCE)
    await press('m', presenter.getByRole('dialog', { name: 'Questions' }))
    await presenter.getByRole('heading', { name: 'On the screen 1' }).waitFor()
    await presenter.getByRole('button', { name: 'Spotlight: Who counts' }).click()
    await presenter.getByRole('button', { name: 'Spotlight off: Who counts' }).waitFor()
    await expect.poll(() => far.locator('[data-state="spotlight"]').count(), PATIENCE).toBe(1)
    await closeDialog()
  })

  const entries = board ? 'Questions' : words ? 'Words' : undefined
  it.each([['?', 'Keys'], ...(entries ? [['m', entries] as const] : []), ['p', 'Ballots from paper']] as const)(
    'opens with %s a dialog in which axe finds nothing',
    async (key, name) => {
      await press(key, presenter.getByRole('dialog', { name }))
      const { violations } = await presenter.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run('dialog'),
      )
      expect(violations.map(violation => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([])
      if (key === '?') {
        expect(await presenter.locator('dialog kbd').allTextContents()).toEqual(
          expect.arrayContaining(POLL_KEYS.map(item => item.key)),
        )
      }
      await closeDialog()
    },
  )

  it.runIf(board && unasked)('tells who presents of a poll that was left open', async () => {
    const left = presenter.getByRole('group', { name: 'Pace' }).getByText(`Still open: ${board?.question}`)
    await offer('Close voting').waitFor(PATIENCE)
    expect(await left.count()).toBe(0)
    await present(unasked?.id ?? '')
    await left.waitFor(PATIENCE)
  })

  it.runIf(unasked)('does nothing at a key that the browser means', async () => {
    await present(unasked?.id ?? '')
    await presenter.keyboard.press('Control+v')
    // By then the room would have answered the key.
    await press('p', presenter.getByRole('button', { name: 'Count these' }))
    await closeDialog()
    await offer('Open voting').waitFor()
  })
}
