import type { RunSheetContent } from '../../src/deck/runSheetRow.ts'
import { describe, expect, it } from 'vitest'
import { formatTitle, runSheetRow } from '../../src/deck/runSheetRow.ts'

const CONTENT: RunSheetContent = {
  figures: {
    'run-cost': { value: 5.576, unit: 'usd-million' },
    'fleet': { value: 1.3, high: 1.6, unit: 'usd-billion' },
  },
  polls: [{ id: 'bill', question: 'What did it pay for?' }],
  exercises: [
    { slug: '04-bill', title: 'Fermi the bill', group: '3 people', slips: [] },
    {
      slug: '03-leave',
      title: 'Leave',
      group: 'pairs',
      cards: { title: 'Tabs', when: 'Minute 7' },
      slips: [{ title: 'Rates', when: 'Minute 15' }, { title: 'Prices', when: 'Minute 15' }],
    },
    { slug: '02-sort', title: 'Sort', group: '4 people', cards: { title: 'Claims' }, slips: [] },
  ],
}

describe('a title', () => {
  it.each([
    ['The bill', 'The bill'],
    ['What <Pen mark="circle"><Figure id="run-cost" /></Pen> paid for', 'What $5.576M paid for'],
    ['<Figure id=\'run-cost\' as="usd-billion" /> and <Figure id="fleet"/>', '$0.0056bn and $1.3–1.6bn'],
    ['<Figure id="gone" /> stays', 'gone stays'],
    ['**Bold**, *slanted*, `code` and [a link](https://example.org)', 'Bold, slanted, code and a link'],
    ['2 * 3 * 4 is 24, S&amp;P&nbsp;500', '2 * 3 * 4 is 24, S&P 500'],
    ['One line<br>and  another', 'One line and another'],
  ])('is formatted without markup: %s is %s', (title, plain) => {
    expect(formatTitle(title, CONTENT.figures)).toBe(plain)
  })
})

describe('a slide', () => {
  it.each<[string, { title?: string, frontmatter: Record<string, unknown> }, string, string[]]>([
    ['with nothing but a title', { title: 'The bill', frontmatter: {} }, 'The bill', []],
    ['of a poll', { frontmatter: { layout: 'question', poll: 'bill' } }, 'What did it pay for?', ['Poll bill']],
    [
      'with title and poll',
      { title: 'You say', frontmatter: { poll: 'bill' } },
      'You say',
      ['Poll bill: What did it pay for?'],
    ],
    ['of an unknown poll', { title: 'You say', frontmatter: { poll: 'bull' } }, 'You say', ['Poll bull']],
    [
      'of an exercise',
      { frontmatter: { layout: 'exercise', exercise: '04-bill' } },
      'Fermi the bill',
      ['Exercise 04-bill (3 people)'],
    ],
    [
      'with title, exercise and group',
      { title: 'Now you', frontmatter: { layout: 'exercise', exercise: '04-bill', group: 'pairs' } },
      'Now you',
      ['Exercise 04-bill: Fermi the bill (pairs)'],
    ],
    [
      'with the title of its exercise',
      { title: 'Fermi the bill', frontmatter: { layout: 'exercise', exercise: '04-bill' } },
      'Fermi the bill',
      ['Exercise 04-bill (3 people)'],
    ],
    [
      'of an exercise with papers for later',
      { frontmatter: { layout: 'exercise', exercise: '03-leave' } },
      'Leave',
      ['Exercise 03-leave (pairs)', 'Minute 7: hand out Tabs', 'Minute 15: hand out Rates, Prices'],
    ],
    [
      'of an exercise whose cards lie on the tables',
      { frontmatter: { layout: 'exercise', exercise: '02-sort' } },
      'Sort',
      ['Exercise 02-sort (4 people)'],
    ],
    ['with a task of its own', { title: 'Sort', frontmatter: { layout: 'exercise' } }, 'Sort', ['Exercise']],
    ['of a lens', { frontmatter: { layout: 'lens', lens: 'domestic' } }, 'Lens: US domestic politics', []],
    ['of a break', { title: 'Ten minutes', frontmatter: { break: true } }, 'Ten minutes', ['Break']],
    ['with nothing', { frontmatter: {} }, 'Untitled', []],
  ])('%s', (_, slide, title, events) => {
    expect(runSheetRow(slide, CONTENT)).toMatchObject({ title, events })
  })
})
