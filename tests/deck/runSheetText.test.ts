import type { RunSheetRow } from '../../src/deck/runSheetText.ts'
import { expect, it } from 'vitest'
import { TRACKS } from '../../src/content/tracks.ts'
import { formatRunSheet, formatRunSheetOutline } from '../../src/deck/runSheetText.ts'

const [, WORKSHOP] = TRACKS
const HOW_TO_READ
  = 'breaks included; the rest is for joining, questions and delays. '
    + 'The clock starts with the first slide: minutes and seconds, with hours before them where there are any.'
const SLIDES: RunSheetRow[] = [
  { title: 'A deck', events: [], minutes: 0.5, section: 'Opening' },
  { title: 'What did it pay for?', events: ['Poll bill'], minutes: 1.25, section: 'Opening' },
  { title: 'This | that', events: ['Exercise 04-bill (3 people)', 'Break'], minutes: 70, section: 'Economic' },
  { title: 'Sources', events: [], minutes: 0, section: 'Sources' },
]

it('formats a run sheet as Markdown, sections first, then slides, on one clock', () => {
  expect(formatRunSheet({ title: 'Making sense', track: WORKSHOP, slides: SLIDES })).toBe(`
# Making sense: workshop

4 slides, 71.75 of 90 minutes planned, ${HOW_TO_READ}

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

it('formats a short outline for the terminal', () => {
  expect(formatRunSheetOutline({ title: 'Making sense', track: WORKSHOP, slides: SLIDES })).toBe(`
Workshop: 4 slides, 71.75 of 90 minutes
     0:00  Opening     1.75 min
     1:45  Economic      70 min
  1:11:45  Sources        0 min
`.trim())
})
