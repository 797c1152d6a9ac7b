import { describe, expect, it } from 'vitest'
import { createRandom } from '../../src/polls/random.ts'
import {
  isSmall,
  mergeNeighbours,
  mergeSmall,
  MIN_GROUP,
  reportMoves,
  reportTexts,
  roundMean,
  tenthsOf,
} from '../../src/report/privacy.ts'

const IDS = ['a', 'b', 'c', 'd']
const voteOf = (counts: number[]) => Object.fromEntries(counts.map((people, i) => [IDS[i] ?? '', people]))
const sumOf = (counts: number[]) => counts.reduce((sum, people) => sum + people, 0)

/** All lists of so many whole numbers up to `most`. */
function* lists(length: number, most: number): Generator<number[]> {
  for (let index = 0; index < (most + 1) ** length; index++)
    yield Array.from({ length }, (_, at) => Math.floor(index / (most + 1) ** at) % (most + 1))
}

/** What a report tells of a vote. */
function publish(counts: number[]): string {
  const merged = mergeSmall([voteOf(counts)])
  const told = counts.map((people, i) => merged.has(IDS[i] ?? '') ? '?' : people)
  return JSON.stringify([told, sumOf(counts)])
}

/**
 * Votes of which a page gives a small group away, since no other vote leads to it.
 *
 * @param pages votes by what is told of them
 * @param most how large an answer was tried: of more people not all votes are known
 */
function givenAway(pages: Map<string, number[][]>, most: number): (number[] | undefined)[] {
  return [...pages.values()].filter(([first = [], ...others]) => sumOf(first) <= most
    && first.some((people, i) => isSmall(people) && others.every(vote => vote[i] === people))).map(([first]) => first)
}

describe('merged answers', () => {
  it.each<[counts: number[], merged: string]>([
    [[40, 30, 20], ''],
    [[40, 30, 0], ''],
    [[40, 30, 3], 'bc'],
    [[40, 3, 2, 30], 'bc'],
    [[40, 1, 1, 30], 'bcd'],
    [[40, 4, 4, 30], 'bcd'],
    [[1, 1, 1, 2], 'abcd'],
    [[40, 3], 'ab'],
    [[3, 3, 0], 'ab'],
  ])('of %j people are those of “%s”', (counts, merged) => {
    expect([...mergeSmall([voteOf(counts)])].sort().join('')).toBe(merged)
  })

  /** The attack: whoever knows the rule goes through all votes that would have led to the same page. */
  it.each([[2, 30], [3, 30], [4, 24]])('can be worked out by nobody, of %i options with up to %i people', (n, most) => {
    const pages = new Map<string, number[][]>()
    for (const counts of lists(n, most)) {
      if (sumOf(counts) >= MIN_GROUP && sumOf(counts) <= most) {
        const page = publish(counts)
        pages.set(page, [...pages.get(page) ?? [], counts])
      }
    }
    expect(givenAway(pages, most)).toEqual([])
  })

  it('cannot be worked out from another report of one of the votes', () => {
    for (const counts of lists(3, 9)) {
      const other = [3, 12, 5]
      const both = mergeSmall([voteOf(counts), voteOf(other)])
      for (const one of [counts, other])
        expect([...mergeSmall([voteOf(one)])].filter(id => !both.has(id)), `${one}`).toEqual([])
    }
  })
})

describe('merged neighbours', () => {
  it.each<[counts: number[], groups: [number, number][]]>([
    [[5, 5, 5], [[0, 0], [1, 1], [2, 2]]],
    [[1, 4, 5, 0], [[0, 1], [2, 3]]],
    [[0, 0, 9, 1, 1], [[0, 4]]],
    [[1, 1, 1, 1], []],
  ])('of %j people are %j', (counts, groups) => {
    expect(mergeNeighbours(counts)).toEqual(groups)
  })

  it('can be worked out by nobody', () => {
    const pages = new Map<string, number[][]>()
    for (const counts of lists(4, 16)) {
      const told = mergeNeighbours(counts).map(([from, to]) => [from, to, sumOf(counts.slice(from, to + 1))])
      const page = JSON.stringify(told)
      if (sumOf(counts) >= MIN_GROUP)
        pages.set(page, [...pages.get(page) ?? [], counts])
    }
    expect(givenAway(pages, 16)).toEqual([])
  })
})

/** All tables with these sums and these known cells: a solver that knows nothing of circles. */
function solutions(rows: number[], columns: number[], known: (number | undefined)[][], most: number): number[][][] {
  const [row, ...others] = rows
  if (row === undefined)
    return columns.every(left => left === 0) ? [[]] : []
  const [cells = []] = known
  const ways: number[][] = []
  const fill = (way: number[], left: number) => {
    if (way.length === columns.length) {
      if (left === 0)
        ways.push(way)
      return
    }
    const at = way.length
    const room = Math.min(left, columns[at] ?? 0)
    const fixed = cells[at]
    for (let value = fixed ?? 0; value <= (fixed ?? Math.min(room, most)); value++) {
      if (value <= room)
        fill([...way, value], left - value)
    }
  }
  fill([], row)
  return ways.flatMap((way) => {
    const left = columns.map((people, at) => people - (way[at] ?? 0))
    return solutions(others, left, known.slice(1), most).map(rest => [way, ...rest])
  })
}

describe('moves', () => {
  const none = { before: [0, 0, 0], after: [0, 0, 0] }

  it('of five people and more are told', () => {
    expect(reportMoves([[20, 6, 7], [8, 30, 5], [9, 9, 9]], none)).toEqual([
      [true, true, true],
      [true, true, true],
      [true, true, true],
    ])
  })

  it('hide others where a row or a column would give a small one away', () => {
    const told = reportMoves([[20, 6, 3], [8, 30, 5], [9, 9, 9]], none)
    expect(told.flat().filter(isTold => !isTold).length).toBe(4)
    expect(told[0]?.[2]).toBe(false)
  })

  it('hide fewer where those who took part once only leave some open', () => {
    const told = reportMoves([[20, 6, 3], [8, 30, 5], [9, 9, 9]], { before: [2, 2, 0], after: [1, 0, 3] })
    expect(told.flat().filter(isTold => !isTold).length).toBe(3)
  })

  it('can be worked out by nobody', () => {
    const random = createRandom(7, 'moves')
    const [pick, small] = [(most: number) => Math.floor(random.next() * (most + 1)), [0, 1, 3, 5, 8]]
    for (let n = 0; n < 500; n++) {
      const size = 2 + pick(1)
      const cells = Array.from({ length: size }, () => Array.from({ length: size }, () => small[pick(4)] ?? 0))
      const alone = Array.from({ length: 2 }, () => cells.map(() => n % 2 === 0 ? 0 : pick(4)))
      const [before = [], after = []] = alone
      const told = reportMoves(cells, { before, after })
      const known = [
        ...cells.map((row, i) => [...row.map((people, j) => told[i]?.[j] ? people : undefined), undefined]),
        [...after.map(() => undefined), 0],
      ]
      const rows = [...cells.map((row, i) => sumOf(row) + (before[i] ?? 0)), sumOf(after)]
      const columns = [...cells.map((_, j) => sumOf(cells.map(row => row[j] ?? 0)) + (after[j] ?? 0)), sumOf(before)]
      // Answers of fewer than five people were merged before, and so few who took part once only are not told of.
      if ([...rows, ...columns].some(isSmall))
        continue
      const fits = solutions(rows, columns, known, 12)
      const all = [...cells.map((row, i) => [...row, before[i] ?? 0]), [...after, 0]]
      const open = (i: number, j: number) => new Set(fits.map(table => table[i]?.[j])).size > 1
      const closed = all.flatMap((row, i) => row.flatMap((people, j) => isSmall(people) && !open(i, j) ? [[i, j]] : []))
      expect(closed, JSON.stringify({ cells, alone, told })).toEqual([])
    }
  })
})

describe('an average', () => {
  it.each<[mean: number, people: number, isMerged: boolean, told: number | undefined]>([
    [2.3456, 7, false, 2.3],
    [2.3456, 150, true, 2.3],
    [2.3456, 40, true, 2.5],
    [2.3456, 12, true, undefined],
    [2.3456, 4, false, undefined],
  ])('of %d from %i people, others merged: %s, is %s', (mean, people, isMerged, told) => {
    expect(roundMean(mean, people, isMerged)).toBe(told)
  })
})

it('tells shares in tenths only where a tenth is a group', () => {
  expect([tenthsOf(20, 49), tenthsOf(20, 50), tenthsOf(71, 180)]).toEqual([undefined, 4, 4])
})

it('withholds the number beside a second text where it is withheld of one alone', () => {
  expect(reportTexts([12, 8, 3])).toEqual([true, false, false])
  expect(reportTexts([12, 8, 3, 2])).toEqual([true, true, false, false])
  expect(reportTexts([3])).toEqual([false])
  expect(reportTexts([8, 6])).toEqual([true, true])
})
