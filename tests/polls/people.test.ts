import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBase, formatPeople, formatPercent, formatProportion } from '../../src/polls/people.ts'

describe('people in words', () => {
  it.each([
    [0, '0 people'],
    [1, '1 person'],
    [2, '2 people'],
    [500, '500 people'],
    [1234, '1,234 people'],
  ])('%d are "%s"', (people, words) => {
    expect(formatPeople(people)).toBe(words)
  })

  it.each<[people: number, paper: number | undefined, words: string]>([
    [0, undefined, 'Nobody has answered'],
    [0, 0, 'Nobody has answered'],
    [1, undefined, '1 person'],
    [1, 1, '1 person, on paper'],
    [38, 0, '38 people'],
    [38, 4, '38 people, 4 of them on paper'],
    [38, 38, '38 people, on paper'],
    [4000, 1200, '4,000 people, 1,200 of them on paper'],
  ])('%d with %s on paper are "%s"', (people, paper, words) => {
    expect(formatBase({ people, ...(paper !== undefined && { paper }) })).toBe(words)
  })
})

describe('a share in words', () => {
  it.each([
    [0, 0, '0%'],
    [0, 5, '0%'],
    [1, 3, '33%'],
    [2, 3, '67%'],
    [5, 5, '100%'],
    [1, 200, '1%'],
    [1, 201, '<1%'],
    [199, 200, '>99%'],
    [198, 200, '99%'],
  ])('%d of %d is %s', (count, people, words) => {
    expect(formatPercent(count, people)).toBe(words)
  })

  it('says none only of nobody and all only of everybody', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (people, some) => {
      const count = Math.min(people, some)
      expect(formatPercent(count, people) === '0%').toBe(count === 0)
      expect(formatPercent(count, people) === '100%').toBe(count === people)
    }))
  })
})

describe('a proportion in words', () => {
  it.each<[count: number, people: number, words: string]>([
    [0, 186, 'Nobody'],
    [1, 1, 'The one answer'],
    [7, 7, 'All 7'],
    [1200, 1200, 'All 1,200'],
    [2, 5, '2 of 5'],
    [23, 186, '1 in 8'],
    [1, 1200, '1 in 1,200'],
    [93, 186, 'Half'],
    [30, 100, '3 in 10'],
    [33, 100, '1 in 3'],
    [62, 100, '6 in 10'],
    [94, 100, '9 in 10'],
    [99, 100, 'Nearly everybody'],
  ])('of %d of %d is "%s"', (count, people, words) => {
    expect(formatProportion(count, people)).toBe(words)
  })
})
