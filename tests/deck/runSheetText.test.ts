import type { RunSheetRow } from '../../src/deck/runSheetText.ts'
import { expect, it } from 'vitest'
import { TRACKS } from '../../src/content/tracks.ts'
import { formatRunSheet, formatRunSheetOutline } from '../../src/deck/runSheetText.ts'

const [, WORKSHOP] = TRACKS
const HOW_TO_READ
  = '3 to arrive and join, 71.75 for the slides with all exercises and breaks, 3 for the feedback form. '
    + 'The rest is for the slowest table. The clock starts with the first slide and shows minutes and '
    + 'seconds, with hours in front once there are any.'
const SLIDES: RunSheetRow[] = [
  { title: 'A deck', events: [], minutes: 0.5, section: 'Opening' },
  {
    title: 'What did it pay for?',
    events: ['Poll bill'],
    late: { what: 'skip', saves: 1.25 },
    minutes: 1.25,
    section: 'Opening',
  },
  {
    title: 'This | that',
    events: ['Exercise 04-bill (3 people)', 'Break'],
    late: { what: 'Leave out the visit', saves: 3 },
    minutes: 70,
    section: 'Economic',
  },
  { title: 'Sources', events: [], minutes: 0, section: 'Sources' },
]

it('formats a run sheet as Markdown, sections first, then slides, on one clock', () => {
  expect(formatRunSheet({ title: 'Making sense', track: WORKSHOP, slides: SLIDES })).toBe(`
# Making sense: workshop

4 slides, 77.75 of 90 minutes planned: ${HOW_TO_READ}

| Start | Section | Minutes | Slides |
| --- | --- | --- | --- |
| 0:00 | Opening | 1.75 | 1–2 |
| 1:45 | Economic | 70 | 3 |
| 1:11:45 | Sources | 0 | 4 |

## 0:00 Opening (1.75 min)

| Clock | Minutes | Slide | Title | What happens | Late? |
| --- | --- | --- | --- | --- | --- |
| 0:00 | 0.5 | 1 | A deck |  |  |
| 0:30 | 1.25 | 2 | What did it pay for? | Poll bill | skip |

## 1:45 Economic (70 min)

| Clock | Minutes | Slide | Title | What happens | Late? |
| --- | --- | --- | --- | --- | --- |
| 1:45 | 70 | 3 | This \\| that | Exercise 04-bill (3 people); Break | Leave out the visit (3 min) |

## 1:11:45 Sources (0 min)

| Clock | Minutes | Slide | Title | What happens | Late? |
| --- | --- | --- | --- | --- | --- |
| 1:11:45 | 0 | 4 | Sources |  |  |
`.trimStart())
})

it('formats a short outline for the terminal', () => {
  expect(formatRunSheetOutline({ title: 'Making sense', track: WORKSHOP, slides: SLIDES })).toBe(`
Workshop: 4 slides, 77.75 of 90 minutes planned
     0:00  Opening     1.75 min
     1:45  Economic      70 min
  1:11:45  Sources        0 min
`.trim())
})
