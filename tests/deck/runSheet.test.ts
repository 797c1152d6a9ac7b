import type { RunSheetContent } from '../../src/deck/runSheetRow.ts'
import type { RunSheetRow } from '../../src/deck/runSheetText.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { TRACKS } from '../../src/content/tracks.ts'
import { readDeck, slidesOf } from '../../src/deck/deck.ts'
import { formatTitle, runSheetRow } from '../../src/deck/runSheetRow.ts'
import { formatRunSheet, formatRunSheetOutline } from '../../src/deck/runSheetText.ts'
import { runNode } from '../support/run.ts'

const CONTENT: RunSheetContent = {
  figures: {
    'run-cost': { value: 5.576, unit: 'usd-million' },
    'fleet': { value: 1.3, high: 1.6, unit: 'usd-billion' },
  },
  polls: [{ id: 'bill', question: 'What did it pay for?' }],
  exercises: [{ slug: '04-bill', title: 'Fermi the bill', group: '3 people' }],
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
  ])('%s reads %s', (title, plain) => {
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
    ['with a task of its own', { title: 'Sort', frontmatter: { layout: 'exercise' } }, 'Sort', ['Exercise']],
    ['of a lens', { frontmatter: { layout: 'lens', lens: 'domestic' } }, 'Lens: US domestic politics', []],
    ['of a break', { title: 'Ten minutes', frontmatter: { break: true } }, 'Ten minutes', ['Break']],
    ['with nothing', { frontmatter: {} }, 'Untitled', []],
  ])('%s', (_, slide, title, events) => {
    expect(runSheetRow(slide, CONTENT)).toMatchObject({ title, events })
  })
})

const [, WORKSHOP] = TRACKS
const HOW_TO_READ
  = 'The clock starts with the first slide: minutes and seconds, with hours before them where there are any.'
const SLIDES: RunSheetRow[] = [
  { title: 'A deck', events: [], minutes: 0.5, section: 'Opening' },
  { title: 'What did it pay for?', events: ['Poll bill'], minutes: 1.25, section: 'Opening' },
  { title: 'This | that', events: ['Exercise 04-bill (3 people)', 'Break'], minutes: 70, section: 'Economic' },
  { title: 'Sources', events: [], minutes: 0, section: 'Sources' },
]

it('is a Markdown page with sections, then slides, on one clock', () => {
  expect(formatRunSheet({ title: 'Making sense', track: WORKSHOP, slides: SLIDES })).toBe(`
# Making sense: workshop

4 slides, 71.75 of 90 minutes planned. ${HOW_TO_READ}

| Start | Section | Minutes | Slides |
| --- | --- | --- | --- |
| 0:00 | Opening | 1.75 | 1–2 |
| 1:45 | Economic | 70 | 3 |
| 1:11:45 | Sources | 0 | 4 |

## 0:00 Opening (1.75 min)

| Clock | Minutes | Slide | Title | What happens |
| --- | --- | --- | --- | --- |
| 0:00 | 0.5 | 1 | A deck |  |
| 0:30 | 1.25 | 2 | What did it pay for? | Poll bill |

## 1:45 Economic (70 min)

| Clock | Minutes | Slide | Title | What happens |
| --- | --- | --- | --- | --- |
| 1:45 | 70 | 3 | This \\| that | Exercise 04-bill (3 people); Break |

## 1:11:45 Sources (0 min)

| Clock | Minutes | Slide | Title | What happens |
| --- | --- | --- | --- | --- |
| 1:11:45 | 0 | 4 | Sources |  |
`.trimStart())
})

it('is short on a terminal', () => {
  expect(formatRunSheetOutline({ title: 'Making sense', track: WORKSHOP, slides: SLIDES })).toBe(`
Workshop: 4 slides, 71.75 of 90 minutes
     0:00  Opening     1.75 min
     1:45  Economic      70 min
  1:11:45  Sources        0 min
`.trim())
})

describe('npm run run-sheet', () => {
  it('writes a row for each slide of the track', async () => {
    const { code, stdout, stderr } = await runNode(['scripts/runSheet.ts', '--track', 'talk'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('dist/run-sheets/talk.md')
    const rows = [
      ...readFileSync(inRoot('dist', 'run-sheets', 'talk.md'), 'utf8').matchAll(
        /^\| [\d:]+ \| [\d.]+ \| (\d+) \| (.+?) \| /gm,
      ),
    ]
    const slides = slidesOf(await readDeck(root), 'talk')
    expect(rows.map(row => Number(row[1]))).toEqual(slides.map((_, i) => i + 1))
    expect(rows.filter(row => /<|Untitled/.test(row[2] ?? '')).map(row => row[0])).toEqual([])
  })

  it('refuses an unknown track', async () => {
    expect(await runNode(['scripts/runSheet.ts', '--track', 'long'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '--track is "long"; it must be one of talk, workshop, half-day.\n',
    })
  })
})

describe.each(['start', 'build'])('npm run %s', (name) => {
  it.each<[string[], NodeJS.ProcessEnv, string]>([
    [['--track', 'long'], {}, '--track'],
    [[], { DECK_TRACK: 'long' }, 'DECK_TRACK'],
  ])('refuses an unknown track of %j and %j', async (args, env, where) => {
    expect(await runNode([`scripts/${name}.ts`, ...args], env)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${where} is "long"; it must be one of talk, workshop, half-day, all.\n`,
    })
  })
})
