import type { Entry } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOARD, clipHeight, layOutBoard, rowHeight } from '../../../src/polls/kinds/questions/layOutBoard.ts'
import { entriesOf, SPACE, textOf } from '../support/drawnPolls.ts'

const questions = (count: number, length = 30, state: Entry['state'] = 'shown') =>
  entriesOf(Array.from({ length: count }, (_, i) => [textOf(length), count - i, state]))

/** px that a board takes. */
function heightOf({ spotlight, rows, more }: ReturnType<typeof layOutBoard>): number {
  return (
    (spotlight ? clipHeight(spotlight, SPACE.width) : 0)
    + rows.reduce((sum, row) => sum + rowHeight(row, SPACE.width), 0)
    + (more > 0 ? BOARD.moreLine : 0)
  )
}

describe('a question board', () => {
  it.each<[what: string, entries: Entry[], rows: number, more: number]>([
    ['of nobody is empty', [], 0, 0],
    ['of one question has one row', questions(1), 1, 0],
    ['has no line for more where all just fit', questions(8), 8, 0],
    ['has a line for more that takes the room of a row', questions(30), 7, 23],
    ['has fewer rows where questions are long', questions(30, 200), 2, 28],
  ])('%s', (_, entries, rows, more) => {
    const board = layOutBoard(entries, SPACE)
    expect([board.rows.length, board.more, board.spotlight]).toEqual([rows, more, undefined])
  })

  it('puts the spotlit question on top, and not among the others', () => {
    const [first, second] = questions(2)
    const lit: Entry = { id: 'lit', text: 'Why now?', people: 1, state: 'spotlight' }
    const { spotlight, rows } = layOutBoard([lit, ...first ? [first] : [], ...second ? [second] : []], SPACE)
    expect(spotlight).toEqual({ ...lit, size: 32 })
    expect(rows).toEqual([first, second])
  })

  it.each<[length: number, size: number]>([
    [20, 32],
    [100, 32],
    [150, 25],
    [200, 20],
  ])('sets a question of %d characters in the spotlight at %d px', (length, size) => {
    const lit: Entry = { id: 'lit', text: textOf(length), people: 1, state: 'spotlight' }
    expect(layOutBoard([lit], SPACE).spotlight?.size).toBe(size)
  })

  it('fits the questions it shows, in order, and counts the rest', () => {
    const texts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom<Entry['state']>('shown', 'answered')),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(texts, fc.boolean(), fc.integer({ min: 200, max: 320 }), (some, hasSpotlight, height) => {
        const others = some.map(([length, state], i): Entry => ({
          id: String(i),
          text: textOf(length),
          people: 30 - i,
          state,
        }))
        const lit: Entry[] = hasSpotlight ? [{ id: 'lit', text: textOf(200), people: 1, state: 'spotlight' }] : []
        const board = layOutBoard([...lit, ...others], { width: SPACE.width, height })
        expect(heightOf(board)).toBeLessThanOrEqual(height)
        expect(board.rows).toEqual(others.slice(0, board.rows.length))
        expect(board.rows.length + board.more).toBe(others.length)
        const next = others[board.rows.length]
        if (next)
          expect(heightOf(board) + rowHeight(next, SPACE.width)).toBeGreaterThan(height)
      }),
    )
  })
})
