import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ranksOf } from '../../../src/polls/kinds/rank/ranks.ts'
import { rankPoll, ranksFrom } from '../support/drawnPolls.ts'

const poll = rankPoll(['Technical', 'Economic', 'Domestic'])

describe('the ranks of options', () => {
  it.each<
    [
      what: string,
      orders: [string[], number][],
      ranks: [id: string, place: number | undefined, points: number, first: number][],
    ]
  >([
    [
      'are the author’s where nobody has answered',
      [],
      [
        ['a', undefined, 0, 0],
        ['b', undefined, 0, 0],
        ['c', undefined, 0, 0],
      ],
    ],
    [
      'are one person’s order',
      [[['c', 'a', 'b'], 1]],
      [
        ['c', 1, 2, 1],
        ['a', 2, 1, 0],
        ['b', 3, 0, 0],
      ],
    ],
    [
      'are by points, not by first places',
      [
        [['a', 'b', 'c'], 3],
        [['b', 'c', 'a'], 2],
      ],
      [
        ['b', 1, 7, 2],
        ['a', 2, 6, 3],
        ['c', 3, 2, 0],
      ],
    ],
    [
      'leave out a place after a tie, in the author’s order',
      [
        [['c', 'a', 'b'], 1],
        [['a', 'c', 'b'], 1],
      ],
      [
        ['a', 1, 3, 1],
        ['c', 1, 3, 1],
        ['b', 3, 0, 0],
      ],
    ],
    [
      'are all the first where all are equal',
      [
        [['a', 'b', 'c'], 1],
        [['b', 'c', 'a'], 1],
        [['c', 'a', 'b'], 1],
      ],
      [
        ['a', 1, 3, 1],
        ['b', 1, 3, 1],
        ['c', 1, 3, 1],
      ],
    ],
  ])('%s', (_, orders, ranks) => {
    const found = ranksOf(poll, ranksFrom(poll, orders))
    expect(found.map(rank => [rank.id, rank.place, rank.points, rank.places[0]])).toEqual(ranks)
  })

  it('are in the author’s order, without a place, before the results', () => {
    expect(ranksOf(poll, undefined)).toEqual([
      { id: 'a', text: 'Technical', number: 1, points: 0, places: [0, 0, 0], share: 0 },
      { id: 'b', text: 'Economic', number: 2, points: 0, places: [0, 0, 0], share: 0 },
      { id: 'c', text: 'Domestic', number: 3, points: 0, places: [0, 0, 0], share: 0 },
    ])
  })

  const orders = fc.array(
    fc.tuple(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }), fc.integer({ min: 1, max: 100 })),
    { minLength: 1, maxLength: 6 },
  )

  it('share out all points, relative to an option that everybody puts first', () => {
    fc.assert(fc.property(orders, (some) => {
      const five = rankPoll(5)
      const people = some.reduce((sum, [, count]) => sum + count, 0)
      const ranks = ranksOf(five, ranksFrom(five, some))
      expect(ranks.reduce((sum, rank) => sum + rank.points, 0)).toBe(people * 10)
      expect(ranks.reduce((sum, rank) => sum + (rank.places[0] ?? 0), 0)).toBe(people)
      for (const { share, points, place } of ranks) {
        expect(share).toBeCloseTo(points / (people * 4) * 100, 9)
        expect(share).toBeLessThanOrEqual(100)
        expect(place).toBe(1 + ranks.filter(rank => rank.points > points).length)
      }
      expect(ranks.map(rank => rank.points)).toEqual(ranks.map(rank => rank.points).sort((a, b) => b - a))
    }))
  })
})
