import type { GridTally } from '../../../src/polls/kinds/grid/answer.ts'
import type { Answer } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../../src/polls/counting.ts'
import { cellOf, placeOfCell } from '../../../src/polls/kinds/grid/answer.ts'
import { findMiddle, middlesOf } from '../../../src/polls/kinds/grid/middles.ts'
import { ownPlates } from '../../../src/polls/kinds/grid/plates.ts'
import { gridSchema } from '../../../src/polls/kinds/grid/schema.ts'
import { formatGridResults } from '../../../src/polls/kinds/grid/text.ts'
import { checkAnswer, exportCells, isUnfinished } from '../../../src/polls/kinds/rules.ts'
import { formatGuideLine, formatNote } from '../../../src/polls/kinds/text.ts'
import { answerTo } from '../../../src/rehearsal/answers.ts'
import { personOf } from '../../../src/rehearsal/people.ts'
import { anyAnswers, oneEach } from '../support/anyAnswer.ts'

const define = (...ids: string[]) => gridSchema.parse({
  id: 'plane',
  kind: 'grid',
  question: 'Where?',
  across: { name: 'Evidence', ends: ['little evidence', 'much evidence'] },
  up: { name: 'Impact', ends: ['little impact', 'much impact'] },
  items: ids.map(id => ({ id, text: `Claim ${id}` })),
})
const poll = define('a', 'b', 'c')
const puts = (places: Record<string, [number, number]>, people = 1) => ({ answer: { places } as Answer, people })
const count = (answers: { answer: Answer, people: number }[], of = poll) => tallyOf(of, answers) as GridTally

describe('an answer on a grid', () => {
  it('is kept in the order of the poll, whether all items have a place or not', () => {
    const read = checkAnswer(poll, { places: { c: [5, 1], a: [2, 3] } })
    expect(JSON.stringify(read)).toBe('{"answer":{"places":{"a":[2,3],"c":[5,1]}}}')
    expect(isUnfinished(poll, { places: { a: [2, 3], c: [5, 1] } })).toBe(true)
    expect(isUnfinished(poll, { places: { a: [2, 3], b: [1, 1], c: [5, 1] } })).toBe(false)
  })

  it.each<[places: unknown, fault: string]>([
    [{}, 'place at least one item'],
    [{ a: [0, 1] }, 'a place is two whole numbers from 1 to 5'],
    [{ a: [1, 6] }, 'a place is two whole numbers from 1 to 5'],
    [{ a: [1.5, 2] }, 'a place is two whole numbers from 1 to 5'],
    [{ a: [Number.NaN, 2] }, 'a place is two whole numbers from 1 to 5'],
    [{ a: [1] }, 'a place is two whole numbers from 1 to 5'],
    [{ a: [1, 2, 3] }, 'a place is two whole numbers from 1 to 5'],
    [{ a: ['1', '2'] }, 'a place is two whole numbers from 1 to 5'],
    [{ a: null }, 'a place is two whole numbers from 1 to 5'],
    [{ a: [1, 2], d: [1, 2] }, 'place the items of this poll'],
    [{ constructor: [1, 2] }, 'place the items of this poll'],
    [JSON.parse('{"__proto__":[1,2]}'), 'place the items of this poll'],
    [null, 'send places of items'],
  ])('is never %j', (places, fault) => {
    expect(checkAnswer(poll, { places })).toEqual({ fault })
  })

  it('is exported as items with their steps', () => {
    expect(exportCells('grid', { places: { a: [2, 3], c: [5, 1] } })).toEqual(['a 2/3 | c 5/1', ''])
  })
})

describe('a tally of places', () => {
  it('counts people by item and place, with the mean and how far apart they are', () => {
    const tally = count([puts({ a: [1, 5], b: [3, 3] }, 2), puts({ a: [3, 5] }, 2), puts({ c: [5, 1] })])
    expect(tally.people).toBe(5)
    expect(tally.cells.a?.[cellOf([1, 5])]).toBe(2)
    expect(tally.centres).toEqual({
      a: { across: 2, up: 5, spread: 1 },
      b: { across: 3, up: 3, spread: 0 },
      c: { across: 5, up: 1, spread: 0 },
    })
  })

  it('keeps people whose item is gone, and knows no place for a new one', () => {
    const before = [puts({ gone: [1, 1] }), puts({ gone: [1, 1], a: [2, 2] }), { answer: 4, people: 2 }]
    const tally = count(before, define('a', 'n'))
    expect(tally).toMatchObject({ people: 2, centres: { a: { across: 2, up: 2 } } })
    expect(tally.centres).not.toHaveProperty('n')
    expect(Object.keys(tally.cells)).toEqual(['a', 'n'])
  })

  it('counts each place that was given', () => {
    fc.assert(fc.property(anyAnswers(poll), (answers) => {
      const { cells, centres } = count(oneEach(answers))
      for (const [id, counts] of Object.entries(cells)) {
        const placed = answers.filter(answer => Object.hasOwn((answer as { places: object }).places, id)).length
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(placed)
        expect(Object.hasOwn(centres, id)).toBe(placed > 0)
      }
    }))
  })

  it('has every cell for a place of its own', () => {
    const cells = Array.from({ length: 25 }, (_, cell) => cell)
    expect(new Set(cells.map(cell => placeOfCell(cell).join())).size).toBe(25)
    expect(cells.map(cell => cellOf(placeOfCell(cell)))).toEqual(cells)
  })
})

describe('what places come to', () => {
  it('has the middle of the room, which may lie between two steps', () => {
    const tally = count([puts({ a: [1, 5], b: [1, 1] }), puts({ a: [2, 5], b: [5, 1] }), puts({ b: [5, 2] })])
    const [a, b, c] = middlesOf(poll, tally)
    expect([a?.middle, b?.middle, c?.middle]).toEqual([[1.5, 5], [5, 1], undefined])
    expect([a?.people, b?.people, c?.people]).toEqual([2, 3, 0])
  })

  it.each<[what: string, tally: GridTally, found: string | undefined]>([
    ['nobody', count([]), undefined],
    ['two people', count([puts({ a: [1, 5] }, 2)]), undefined],
    [
      'little evidence',
      count([puts({ a: [2, 4], b: [1, 5], c: [5, 5] }, 3)]),
      'Much impact, little evidence: “Claim b”',
    ],
    ['agreement elsewhere', count([puts({ a: [4, 4], b: [5, 1], c: [3, 5] }, 9)]), undefined],
    [
      'a divided room',
      count([puts({ a: [4, 4], b: [5, 1] }, 5), puts({ a: [4, 4], b: [1, 1] }, 5)]),
      'The room is divided on “Claim b”',
    ],
  ])('of %s', (_, tally, found) => {
    expect(findMiddle(poll, tally)).toBe(found)
  })

  it('is told to a screen reader and in the line below', () => {
    const tally = count([puts({ a: [1, 5] }), puts({ a: [2, 5] })])
    expect(formatGridResults(poll, tally)).toBe(
      'The middle of the room, from 1 to 5. “Claim a”: Evidence 1.5, Impact 5, by 2 people.',
    )
    expect(formatGridResults(poll, count([]))).toBe('Nobody has answered.')
    expect(formatNote(poll, tally)).toBe('2 people; each number marks the room’s middle')
    expect(formatGuideLine(poll)).toBe('place 3 items by Evidence and Impact')
  })

  it('has the numbers that lie on a phone’s own plane', () => {
    expect(ownPlates(poll, { places: { c: [5, 1] } })).toEqual([
      { cell: cellOf([5, 1]), number: 3, colour: 'var(--option-3)', own: true },
    ])
    expect(ownPlates(poll, ['a'])).toEqual([])
  })
})

it('has a rehearsed room with an opinion, in which a few leave some items without a place', () => {
  const room = Array.from({ length: 200 }, (_, i) =>
    ({ answer: answerTo(personOf(5, i), poll, { round: 1, turn: 0 }), people: 1 }))
  const tally = count(room)
  const middles = middlesOf(poll, tally)
  expect(tally.people).toBe(200)
  expect(new Set(middles.map(({ middle }) => middle?.join())).size).toBeGreaterThan(1)
  // Places drawn at random would be two steps apart.
  expect(Math.min(...middles.map(({ spread }) => spread))).toBeLessThan(1.6)
  expect(middles.at(-1)?.people).toBeLessThan(200)
})
