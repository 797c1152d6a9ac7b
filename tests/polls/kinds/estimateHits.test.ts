import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitsOf, isHit } from '../../../src/polls/kinds/estimate/hits.ts'
import { estimatePoll, estimatesOf } from '../support/drawnPolls.ts'

const money = estimatePoll({ unit: 'usd-million', min: 1, max: 10_000, log: true })
const change = estimatePoll({ unit: 'percent-change', min: -50, max: 50 })
const count = estimatePoll({ unit: 'count', min: -100, max: 100 })

describe('a hit', () => {
  it.each<[what: string, poll: typeof money, record: [number, number], hits: number[], misses: number[]]>([
    ['10% of the record', money, [100, 100], [90, 100, 110], [89.9, 110.1]],
    ['10% beyond a range', money, [100, 200], [90, 150, 220], [89.9, 220.1]],
    ['5 points of a percentage', estimatePoll(), [2, 2], [0, 7], [7.1]],
    ['5 points of a change', change, [-17, -17], [-22, -12], [-22.1, -11.9]],
    ['10% of a number below 0', count, [-50, -50], [-55, -45], [-55.1, -44.9]],
    ['nothing but 0 where that is the record', count, [0, 0], [0], [0.01, -0.01]],
  ])('is within %s', (_, poll, record, hits, misses) => {
    expect(hits.filter(value => !isHit(poll, record, value))).toEqual([])
    expect(misses.filter(value => isHit(poll, record, value))).toEqual([])
  })

  it('is counted for everybody who made it', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 }), (values) => {
      const tally = estimatesOf(money, values)
      expect(hitsOf(money, tally, [100, 100])).toBe(values.filter(value => value >= 90 && value <= 110).length)
    }))
  })
})
