import type { Move } from '../../src/polls/store.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movesOf } from '../../src/polls/moves.ts'

const move = (from: Move['from'], to: Move['to'], people: number): Move => ({ from, to, people })

describe('who moved where', () => {
  it.each<[name: string, moves: Move[]]>([
    ['nobody', []],
    ['one', [move(['a'], ['b'], 1)]],
    ['four', [move(['a'], ['b'], 2), move(['b'], ['b'], 2)]],
    // Each of these could be told from the one flow that is left.
    ['five of whom one ticked two', [move(['a'], ['b'], 4), move(['a', 'b'], ['b'], 1)]],
    ['five of whom one ticked none', [move(['a'], ['b'], 4), move(['a'], [], 1)]],
    ['five on boards', [move({ ask: [], up: [] }, { ask: [], up: [] }, 5)]],
  ])('of %s is not told', (_, moves) => {
    expect(movesOf(moves)).toBeUndefined()
  })

  it('has people, those who moved, and the flows', () => {
    expect(movesOf([move(['a'], ['b'], 3), move(['b'], ['b'], 2), move(['b'], ['a'], 1)])).toEqual({
      people: 6,
      moved: 4,
      flows: [{ from: 'a', to: 'b', people: 3 }, { from: 'b', to: 'b', people: 2 }, { from: 'b', to: 'a', people: 1 }],
    })
  })

  it('follows options, however sure people are', () => {
    expect(
      movesOf([
        move({ value: ['a'], sure: true }, ['b'], 3),
        move(['a'], { value: ['b'], sure: false }, 2),
        move({ value: ['b'], sure: false }, { value: ['b'], sure: true }, 1),
      ]),
    ).toEqual({
      people: 6,
      moved: 5,
      flows: [{ from: 'a', to: 'b', people: 5 }, { from: 'b', to: 'b', people: 1 }],
    })
  })

  it('follows points of a scale, however sure people are', () => {
    const moves = [
      move({ value: 2, sure: true }, 4, 2),
      move({ value: 2, sure: false }, 4, 2),
      move(4, { value: 4, sure: true }, 1),
    ]
    expect(movesOf(moves)).toEqual({
      people: 5,
      moved: 4,
      flows: [
        { from: '2', to: '4', people: 4 },
        { from: '4', to: '4', people: 1 },
      ],
    })
  })

  it('keeps ids apart whose concatenations are equal', () => {
    expect(movesOf([move(['a-b'], ['c'], 5), move(['a'], ['b-c'], 5)])?.flows).toHaveLength(2)
  })

  it('puts everybody into one flow, and tells nothing of fewer than five', () => {
    const id = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            from: fc.array(id, { maxLength: 2 }),
            to: fc.array(id, { maxLength: 2 }),
            people: fc.integer({ min: 1, max: 4 }),
          }),
        ),
        (moves) => {
          const single = moves.filter(move => move.from.length === 1 && move.to.length === 1)
          const people = single.reduce((sum, move) => sum + move.people, 0)
          const moved = single.filter(move => move.from[0] !== move.to[0]).reduce((sum, move) => sum + move.people, 0)
          const found = movesOf(moves)
          expect(
            found && {
              people: found.people,
              moved: found.moved,
              sum: found.flows.reduce((sum, flow) => sum + flow.people, 0),
            },
          ).toEqual(people < 5 ? undefined : { people, moved, sum: people })
          const pairs = found?.flows.map(flow => `${flow.from} ${flow.to}`) ?? []
          expect(new Set(pairs).size).toBe(pairs.length)
        },
      ),
    )
  })
})
