import { describe, expect, it } from 'vitest'
import { layOutFlows } from '../../../src/polls/shift/flows.ts'
import { formatDifference, formatFlows, formatMatched, formatMoved } from '../../../src/polls/shift/flowText.ts'
import { optionsOf } from '../support/drawnPolls.ts'

const drawn = (...flows: [from: string, to: string, people: number][]) =>
  layOutFlows(
    optionsOf(['Hype', 'Hope', 'Fear']),
    { flows: flows.map(([from, to, people]) => ({ from, to, people })) },
    { width: 864, height: 312 },
  )

describe('who changed their answer', () => {
  it.each<[people: number, moved: number, said: string, exact: string]>([
    [5, 0, 'All 5 stood by their answer', ''],
    [9, 3, '3 of 9 people changed their answer', ''],
    [38, 1, '1 of 38 people changed their answer', ''],
    [38, 14, '4 in 10 changed their answer', '14 of 38 people'],
    [500, 1, '1 of 500 people changed their answer', ''],
    [500, 499, '499 of 500 people changed their answer', ''],
    [5, 5, 'All 5 changed their answer', ''],
    [0, 0, 'No answers are left to compare', ''],
  ])('of %d people %d: %s', (people, moved, said, exact) => {
    expect(formatMoved({ people, moved })).toEqual({ text: said, exact })
  })

  it.each([[34, 51, 'up 17'], [27, 23, 'down 4'], [8, 8, 'as before']])('from %d to %d: %s', (before, after, said) => {
    expect(formatDifference(before, after)).toBe(said)
  })

  it.each<[people: number, before: number, after: number, said: string]>([
    [5, 5, 5, 'The same 5 people answered both'],
    [38, 41, 40, '38 answered both; 41 before, 40 after'],
    [38, 38, 40, '38 answered both; 38 before, 40 after'],
  ])('%d of %d and %d: %s', (people, before, after, said) => {
    expect(formatMatched(people, before, after)).toBe(said)
  })
})

it.each<[what: string, flows: [string, string, number][], said: string]>([
  [
    'many moved',
    [
      ['a', 'a', 12],
      ['a', 'b', 8],
    ],
    '4 in 10 changed their answer, 8 of 20 people. Most went from “Hype” to “Hope”: 8.',
  ],
  [
    'nobody moved',
    [
      ['a', 'a', 3],
      ['b', 'b', 2],
    ],
    'All 5 stood by their answer.',
  ],
  [
    'some moved',
    [
      ['a', 'a', 3],
      ['a', 'b', 2],
      ['c', 'b', 4],
    ],
    '6 of 9 people changed their answer. Most went from “Fear” to “Hope”: 4.',
  ],
  ['all moved', [['a', 'c', 5]], 'All 5 changed their answer. Most went from “Hype” to “Fear”: 5.'],
  [
    'two ways are as wide',
    [
      ['a', 'b', 3],
      ['b', 'a', 3],
    ],
    'All 6 changed their answer. Most went from “Hype” to “Hope”: 3.',
  ],
])('says what the flows show when %s', (_, flows, said) => {
  expect(formatFlows(drawn(...flows), optionsOf(['Hype', 'Hope', 'Fear']))).toBe(said)
})
