import type { Entry } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clipHeight,
  layOutQuestions,
  layOutSpotlight,
  LIST,
  NEXT,
  nextHeight,
  rowHeight,
} from '../../../src/drawing/polls/questionBoard.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { entriesOf, textOf } from '../../polls/support/drawnPolls.ts'

const SHOWN = { width: 868, height: 406 }
const ASKED = { width: 656, height: 290 }

const questions = (count: number, length = 30, state: Entry['state'] = 'shown') =>
  entriesOf(Array.from({ length: count }, (_, i) => [textOf(length), count - i, state]))
const lit = (text: string): Entry => ({ id: 'lit', text, people: 47, state: 'spotlight' })
const anyQuestions = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: 1, max: 200 }).map(textOf), fc.constantFrom('人工智能'.repeat(50), 'W'.repeat(200))),
    fc.integer({ min: 1, max: 900 }),
    fc.constantFrom<Entry['state']>('shown', 'answered'),
  ),
  { maxLength: 30 },
).map(entriesOf)

describe('a question in the spotlight', () => {
  it.each<[length: number, size: number]>([
    [20, 73],
    [80, 66],
    [120, 54],
    [160, 44],
    [200, 44],
  ])('of %d characters is set in %d px', (length, size) => {
    expect(layOutSpotlight([lit(textOf(length)), ...questions(4)], SHOWN)?.size).toBe(size)
  })

  it('is none where nobody put one there', () => {
    expect(layOutSpotlight(questions(3), SHOWN)).toBeUndefined()
  })

  it('stands above the next two that are still to be answered', () => {
    const [first, second, third] = questions(3) as [Entry, Entry, Entry]
    const board = layOutSpotlight([lit('Why now?'), { ...first, state: 'answered' }, second, third], SHOWN)
    expect(board?.spotlight.text).toBe('Why now?')
    expect(board?.next.map(({ question }) => question)).toEqual([second, third])
  })

  it('fits with what comes next, each of which has one line', () => {
    const texts = fc.oneof(fc.integer({ min: 1, max: 200 }).map(textOf), fc.constant('人工智能'.repeat(50)))
    fc.assert(fc.property(texts, anyQuestions, fc.constantFrom(SHOWN, ASKED), (text, others, space) => {
      const board = layOutSpotlight([lit(text), ...others], space)
      const below = nextHeight(board?.next.length ?? 0)
      expect(clipHeight(text, board?.size ?? 0, space.width) + below).toBeLessThanOrEqual(space.height)
      for (const { line } of board?.next ?? [])
        expect(textWidthAnyScript(line, NEXT.size)).toBeLessThanOrEqual(space.width - NEXT.label - NEXT.column)
    }))
  })
})

describe('a list of questions', () => {
  it.each<[what: string, entries: Entry[], size: number, rows: number, more: number]>([
    ['of nobody is empty', [], 34, 0, 0],
    ['of one question is large', questions(1), 34, 1, 0],
    ['holds five and says how many more', questions(30), 30, 5, 25],
    ['has fewer rows where questions are long', questions(30, 200), 30, 1, 29],
  ])('%s', (_, entries, size, rows, more) => {
    const list = layOutQuestions(entries, ASKED)
    expect([list.size, list.rows.length, list.more]).toEqual([size, rows, more])
  })

  it('can be read from the back, fits, keeps the order and counts the rest', () => {
    fc.assert(
      fc.property(anyQuestions, fc.nat(300), fc.constantFrom(SHOWN, ASKED), (entries, unlisted, space) => {
        const { size, column, rows, more } = layOutQuestions(entries, space, unlisted)
        const height = (some: Entry[]) =>
          some.reduce((sum, entry) => sum + rowHeight(entry, size, space.width - column), 0)
        expect(size).toBeGreaterThanOrEqual(24)
        expect(rows).toEqual(entries.slice(0, rows.length))
        expect(rows.length + more).toBe(entries.length + unlisted)
        expect(height(rows) + (more > 0 ? LIST.moreLine : 0)).toBeLessThanOrEqual(space.height)
        const next = entries[rows.length]
        if (next) {
          expect(height(rows) + rowHeight(next, size, space.width - column) + LIST.moreLine)
            .toBeGreaterThan(space.height)
        }
        for (const { people } of rows)
          expect(textWidthAnyScript(people.toLocaleString('en-US'), size * 1.1, true)).toBeLessThanOrEqual(column)
      }),
    )
  })
})
