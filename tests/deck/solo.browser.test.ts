import type { Browser, Locator, Page } from 'playwright-chromium'
import type { Poll } from '../../src/polls/pollsFile.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { dueStep } from '../../src/content/exerciseClock.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { readDeck } from '../../src/deck/deck.ts'
import { serveSite } from '../../src/handouts/site.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { builtDeck } from '../support/builtDeck.ts'
import { pollsOn, voteOf } from './support/deckPolls.ts'
import { loadSlidesWhenNear } from './support/kit.ts'

const VIEWPORT = { width: 980, height: 552 }

/** What one reader does with the ballot of each kind. */
const ANSWERS: { [K in Poll['kind']]: (ballot: Locator, poll: Extract<Poll, { kind: K }>) => Promise<void> } = {
  async choice(ballot, { several }) {
    await ballot.getByRole('button').nth(1).click()
    if (several)
      await ballot.getByRole('button', { name: 'Send' }).click()
  },
  async scale(ballot, { confidence }) {
    await ballot.getByRole('button', { name: '4' }).click()
    if (confidence)
      await ballot.getByRole('button', { name: 'I am sure' }).click()
  },
  async estimate(ballot, { min, max }) {
    await ballot.getByRole('textbox').fill(String(Math.min(max, Math.max(min, 40))))
    await ballot.getByRole('button', { name: 'Send' }).click()
  },
  async words(ballot) {
    await ballot.getByRole('textbox').first().fill('hype')
    await ballot.getByRole('button', { name: 'Send' }).click()
  },
  async rank(ballot) {
    // Each option is pressed once, in the order in which they stand; with the last one the order is sent.
    for (const name of await ballot.locator('.words').allInnerTexts())
      await ballot.getByRole('button', { name, pressed: false }).click()
  },
  async points(ballot) {
    // Ten taps spend all, with the last one they are sent.
    for (let tap = 0; tap < 10; tap++)
      await ballot.locator('.ranked').nth(tap % 2).click()
  },
  async grid(ballot, { items }) {
    for (let i = 0; i < items.length; i++)
      await ballot.getByRole('button', { name: '3 of 5' }).nth(2 + i).click()
  },
  async questions(ballot) {
    await ballot.getByRole('textbox').fill('Who counts the failed runs?')
    await ballot.getByRole('button', { name: 'Ask' }).click()
  },
}

describe('the built deck without a room, read by one person', async () => {
  const deck = await readDeck(root)
  const slideOf = (key: 'poll' | 'exercise', id: string) =>
    deck.slides.findIndex(slide => slide.frontmatter[key] === id) + 1
  const polls = pollsOn(deck)
  const oneOfEach = Object.keys(ANSWERS).flatMap((kind) => {
    const ofKind = polls.filter(poll => poll.kind === kind)
    return ofKind.find(poll => poll.kind === 'scale' && poll.confidence) ?? ofKind[0] ?? []
  })
  let browser: Browser
  let url: string

  beforeAll(async () => {
    const site = await serveSite(await builtDeck())
    afterAll(() => site.close())
    url = site.url
    browser = await launchChromium()
    afterAll(() => browser.close())
  })

  async function open() {
    const page = await browser.newPage({ viewport: VIEWPORT })
    await loadSlidesWhenNear(page)
    return page
  }
  const answer = (ballot: Locator, poll: Poll) => ANSWERS[poll.kind](ballot, poll as never)

  it.runIf(oneOfEach.length > 0)('takes an answer to a poll of each kind, and keeps it over a reload', async () => {
    const page = await open()
    for (const poll of oneOfEach) {
      const no = slideOf('poll', poll.id)
      await page.goto(`${url}/${no}`)
      const slide = page.locator(`[data-slidev-no="${no}"]`)
      await slide.getByText('Answer for yourself').waitFor()
      await answer(slide.getByRole('group').first(), poll)
      await slide.getByText('Here is your own answer').waitFor()
      await slide.locator('.poll-results').waitFor()
      await page.reload()
      await slide.getByRole('button', { name: 'Answer again' }).click()
      await slide.getByText('Answer for yourself').waitFor()
    }
    await page.close()
  })

  const vote = voteOf(polls)
  const guess = polls.find(poll => poll.kind === 'estimate' && poll.reference !== undefined)

  it.runIf(vote?.right || guess)('shows the right answer, and the reference, once somebody has answered', async () => {
    const page = await open()
    const at = async (id: string) => {
      const no = slideOf('poll', id)
      await page.goto(`${url}/${no}`)
      return page.locator(`[data-slidev-no="${no}"]`)
    }
    if (vote?.right) {
      const slide = await at(vote.id)
      await slide.getByText('Answer for yourself').waitFor()
      expect(await slide.getByRole('img', { name: 'right' }).count()).toBe(0)
      await slide.getByRole('button', { name: vote.second.text }).click()
      // How sure one is need not be said.
      if (vote.confidence) {
        const onward = slide.getByRole('button', { name: 'Show the results' })
        await onward.waitFor()
        const option = slide.getByRole('button', { name: vote.second.text })
        expect(await option.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0)
        await onward.click()
      }
      await slide.locator(`[data-option="${vote.right.id}"]`).getByRole('img', { name: 'right' }).waitFor()
    }
    if (guess) {
      const slide = await at(guess.id)
      await slide.getByText('Answer for yourself').waitFor()
      expect(await slide.locator('.record-words').count()).toBe(0)
      await answer(slide.getByRole('group').first(), guess)
      await slide.locator('.record-words').waitFor()
    }
    await page.close()
  })

  const lengthOf = ({ steps }: { steps: { minutes: number }[] }) => steps.reduce((sum, step) => sum + step.minutes, 0)
  // The longer it is, the less do the seconds count that the test itself takes.
  const [longest] = readExercises(inRoot('exercises'))
    .filter(exercise => slideOf('exercise', exercise.slug) > 0)
    .sort((a, b) => lengthOf(b) - lengthOf(a))

  it.runIf(longest)('keeps the time of an exercise, the same in two windows and over a reload', async () => {
    const { slug, steps } = longest ?? expect.fail('There is no exercise.')
    const total = lengthOf({ steps }) * 60
    // Two windows of one browser: pages that were opened apart share nothing.
    const context = await browser.newContext({ viewport: VIEWPORT })
    const [page, other] = [await context.newPage(), await context.newPage()]
    const no = slideOf('exercise', slug)
    await context.clock.install({ time: 0 })
    await loadSlidesWhenNear(context)
    for (const shown of [page, other])
      await shown.goto(`${url}/${no}`)
    const clockOf = (item: Page) => item.locator(`[data-slidev-no="${no}"] .clock`)
    /** The level of its colour, once it shows so many seconds or up to a minute less: time goes on meanwhile. */
    const stands = (item: Page, left: number, level: string) =>
      expect
        .poll(
          async () => {
            const [, minutes, seconds]
              = /^(\d+):(\d\d) left/.exec((await clockOf(item).getByRole('timer').textContent()) ?? '') ?? []
            const shown = Number(minutes) * 60 + Number(seconds)
            return shown <= left && shown >= left - 60
              ? await clockOf(item).getAttribute('class')
              : `${shown} seconds, not ${left}`
          },
        )
        .toContain(level)

    await clockOf(page).getByRole('button', { name: 'Start the clock' }).click()
    await stands(other, total, 'calm')
    await context.clock.fastForward(total * 800 + 1000)
    await stands(page, total * 0.2 - 1, 'amber')
    await stands(other, total * 0.2 - 1, 'amber')
    const due = [0, 60].map(minute => steps[dueStep(steps, total * 800 + 1000 + minute * 1000)]?.name)
    const current = await page.locator(`[data-slidev-no="${no}"] [aria-current="step"]`).textContent()
    expect(due.filter(step => step !== undefined && current?.includes(step))).not.toEqual([])
    await context.clock.fastForward(total * 150)
    await stands(page, total * 0.05 - 1, 'red')
    await page.reload()
    await stands(page, total * 0.05 - 1, 'red')
    await context.clock.fastForward(total * 50)
    await expect
      .poll(() => clockOf(page).getByRole('timer').textContent())
      .toContain('Time is over')
    expect(await clockOf(page).getAttribute('class')).toContain('red')
    await clockOf(page).getByRole('button', { name: 'Set it back' }).click()
    await clockOf(page).getByText(String(total / 60), { exact: true }).waitFor()
    await context.close()
  })
})
