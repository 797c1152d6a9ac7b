import { describe, expect, it } from 'vitest'
import { createRandom } from '../../src/polls/random.ts'

const MANY = 20_000

const times = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw)
const meanOf = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
const medianOf = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN

describe('seeded chance', () => {
  it('is the same for the same name, and another for each other', () => {
    const begin = (...name: (string | number)[]) => times(4, createRandom(...name).next)
    expect(begin(7, 'person', 3)).toEqual(begin(7, 'person', 3))
    const names = [
      [7, 'person', 3],
      [8, 'person', 3],
      [7, 'person', 4],
      [7, 'absence', 3],
      [7, 'person', 3, 1],
      [7, 'person3'],
      [73, 'person'],
    ]
    expect(new Set(names.map(name => begin(...name).join())).size).toBe(names.length)
  })

  it('of names that count up has nothing in common at its first draw', () => {
    const first = times(MANY, (() => {
      let i = 0
      return () => createRandom(1, 'person', i++).next()
    })())
    const mean = meanOf(first)
    expect(mean).toBeCloseTo(0.5, 2)
    // Correlation of each with the next one; that of independent ones is about 1/√n.
    const variance = meanOf(first.map(value => (value - mean) ** 2))
    const covariance = meanOf(first.slice(1).map((value, i) => (value - mean) * ((first[i] ?? 0) - mean)))
    expect(Math.abs(covariance / variance)).toBeLessThan(0.03)
  })

  it('fills the range from 0 to 1 evenly', () => {
    const drawn = times(MANY, createRandom('tenths').next)
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...drawn)).toBeLessThan(1)
    const tenths = Object.values(Object.groupBy(drawn, value => Math.floor(value * 10))).map(
      item => (item?.length ?? 0) / MANY,
    )
    expect(tenths).toHaveLength(10)
    tenths.forEach(tenth => expect(tenth).toBeCloseTo(0.1, 1.5))
  })

  it('has the distributions that it promises', () => {
    const random = createRandom('shapes')
    const normal = times(MANY, random.normal)
    expect(meanOf(normal)).toBeCloseTo(0, 1.5)
    expect(meanOf(normal.map(value => value ** 2))).toBeCloseTo(1, 1)
    expect(meanOf(times(MANY, () => Number(random.chance(0.3))))).toBeCloseTo(0.3, 1.5)
    expect(meanOf(times(MANY, () => random.wait(50))) / 50).toBeCloseTo(1, 1)
    const long = times(MANY, () => random.logNormal(12, 0.7))
    expect(medianOf(long) / 12).toBeCloseTo(1, 1)
    expect(Math.min(...long)).toBeGreaterThan(0)
    // The mean of a log-normal lies above its median by the half of the squared spread.
    expect(meanOf(long) / 12).toBeCloseTo(Math.exp(0.7 ** 2 / 2), 1)
  })

  it.each([0, 1])('with a share of %d is none', (share) => {
    const random = createRandom('sure')
    expect(new Set(times(1000, () => random.chance(share)))).toEqual(new Set([share === 1]))
  })

  it('draws the heavier index more often, and none without weight', () => {
    const random = createRandom('weights')
    const drawn = times(MANY, () => random.weighted([3, 0, 1]))
    expect(drawn.filter(value => value === 0).length / MANY).toBeCloseTo(0.75, 1.5)
    expect(new Set(drawn)).toEqual(new Set([0, 2]))
  })

  it('shuffles into every order, and loses nothing', () => {
    const random = createRandom('orders')
    const list = ['a', 'b', 'c']
    const orders = times(600, () => random.shuffled(list).join(''))
    expect(new Set(orders)).toEqual(new Set(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']))
    expect(list).toEqual(['a', 'b', 'c'])
  })
})
