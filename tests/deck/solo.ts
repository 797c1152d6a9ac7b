import type { Locator, Page } from 'playwright-chromium'
import type { PollKind } from '../../room/protocol.ts'
import { expect, it } from 'vitest'
import { deckPoll } from '../../room/kinds/index.ts'
import { readPolls } from '../../room/polls.ts'
import { inRoot, root } from '../../scripts/paths.ts'
import { readDeck } from '../../scripts/trackSlides.ts'

/** What one reader does with the ballot of each kind. */
const ANSWERS: Record<PollKind, (ballot: Locator) => Promise<void>> = {
  choice: ballot => ballot.getByRole('button').nth(1).click(),
  async scale(ballot) {
    await ballot.getByRole('button', { name: '4' }).click()
    await ballot.getByRole('button', { name: 'I am sure' }).click()
  },
  async estimate(ballot) {
    await ballot.getByRole('textbox').fill('40')
    await ballot.getByRole('button', { name: 'Send' }).click()
  },
  async words(ballot) {
    await ballot.getByRole('textbox').first().fill('hype')
    await ballot.getByRole('button', { name: 'Send' }).click()
  },
  async rank(ballot) {
    // Each option is pressed once, in the order in which they stand.
    for (const name of await ballot.getByRole('listitem').getByRole('button', { pressed: false }).allInnerTexts())
      await ballot.getByRole('button', { name }).click()
    await ballot.getByRole('button', { name: 'Send' }).click()
  },
  async questions(ballot) {
    await ballot.getByRole('textbox').fill('Who counts the failed runs?')
    await ballot.getByRole('button', { name: 'Ask' }).click()
  },
}

/**
 * A deck without a room, read by one person.
 *
 * @param open the built deck's address and a page of its own
 */
export async function solo(open: () => Promise<{ page: Page, url: string }>): Promise<void> {
  const deck = await readDeck(root)
  const polls = readPolls(inRoot('polls.yaml')).map(deckPoll)
  const oneOfEach = Object.keys(ANSWERS).flatMap(kind => polls.find(it => it.kind === kind && (it.kind !== 'scale' || it.confidence)) ?? [])

  it('takes an answer to a poll of each kind, and keeps it over a reload', async () => {
    const { page, url } = await open()
    expect(oneOfEach.map(it => it.kind)).toEqual(Object.keys(ANSWERS))
    for (const { id, kind } of oneOfEach) {
      const no = deck.slides.findIndex(it => it.frontmatter.poll === id) + 1
      await page.goto(`${url}${no}`)
      const slide = page.locator(`[data-slidev-no="${no}"]`)
      await slide.getByText('No room is running beside this deck').waitFor()
      await ANSWERS[kind](slide.getByRole('group').first())
      await slide.getByText('Yours is the only answer here').waitFor()
      await slide.locator('.poll-results').waitFor()
      await page.reload()
      await slide.getByRole('button', { name: 'Answer again' }).click()
      await slide.getByText('No room is running beside this deck').waitFor()
    }
    await page.close()
  })

  it('shows what is right, and the reference, once somebody has answered', async () => {
    const { page, url } = await open()
    const at = async (id: string) => {
      const no = deck.slides.findIndex(it => it.frontmatter.poll === id) + 1
      await page.goto(`${url}${no}`)
      return page.locator(`[data-slidev-no="${no}"]`)
    }
    const bill = await at('bill')
    await bill.getByText('Answer for yourself').waitFor()
    expect(await bill.getByText('right', { exact: true }).count()).toBe(0)
    await bill.getByRole('button', { name: 'Training R1' }).click()
    await bill.locator('[data-option="last-run"]').getByText('right', { exact: true }).waitFor()

    const homeGrown = await at('home-grown')
    await homeGrown.getByText('Answer for yourself').waitFor()
    expect(await homeGrown.locator('.record-words').count()).toBe(0)
    await ANSWERS.estimate(homeGrown.getByRole('group').first())
    await homeGrown.locator('.record-words').waitFor()
    await page.close()
  })

  it('keeps the time of an exercise, the same in two windows and over a reload', async () => {
    const { page: first, url } = await open()
    // Two windows of one browser: pages that were opened apart share nothing.
    const context = await first.context().browser()?.newContext({ viewport: first.viewportSize() })
    if (!context)
      throw new Error('The page has no browser.')
    const [page, other] = [await context.newPage(), await context.newPage()]
    const no = deck.slides.findIndex(it => it.frontmatter.exercise === '04-fermi-the-bill') + 1
    await context.clock.install({ time: 0 })
    for (const it of [page, other])
      await it.goto(`${url}${no}`)
    const clockOf = (it: Page) => it.locator(`[data-slidev-no="${no}"] .clock`)
    const stands = (it: Page, text: RegExp, level: string) => expect.poll(async () => [await clockOf(it).getByRole('timer').textContent(), await clockOf(it).getAttribute('class')], { timeout: 20_000 }).toEqual([expect.stringMatching(text), expect.stringContaining(level)])

    await clockOf(page).getByRole('button', { name: 'Start the clock' }).click()
    await stands(other, /^2[45]:\d\d left/, 'calm')
    await context.clock.fastForward('20:01')
    await stands(page, /^4:\d\d left/, 'amber')
    await stands(other, /^4:\d\d left/, 'amber')
    expect(await page.locator(`[data-slidev-no="${no}"] [aria-current="step"]`).textContent()).toContain('Put a low and a high limit on it')
    await context.clock.fastForward('03:50')
    await stands(page, /^[01]:\d\d left/, 'red')
    await page.reload()
    await stands(page, /^[01]:\d\d left/, 'red')
    await context.clock.fastForward('01:10')
    await stands(page, /Time is over/, 'red')
    await clockOf(page).getByRole('button', { name: 'Set it back' }).click()
    await clockOf(page).getByText('25').waitFor()
    await context.close()
    await first.close()
  })
}
