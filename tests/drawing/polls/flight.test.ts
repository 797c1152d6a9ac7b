import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockScale } from '../../../src/drawing/polls/blocks.ts'
import { flightsOf } from '../../../src/drawing/polls/flight.ts'

const [WIDTH, LINE, LEFT] = [868, 380, 250]
const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 })
const flightsTo = (people: number[]) => {
  const scale = blockScale(Math.max(...people), WIDTH - LEFT, people.reduce((sum, count) => sum + count, 0))
  const bars = people.map((count, i) => ({ people: count, left: LEFT, foot: 60 * (i + 1) }))
  return { scale, bars, flights: flightsOf(bars, scale, WIDTH, LINE) }
}

describe('the flight of the blocks', () => {
  it('starts with everybody side by side on one line, and nobody on top of another', () => {
    fc.assert(fc.property(counts, (people) => {
      const { bars, flights } = flightsTo(people)
      const starts = flights.flatMap(({ blocks }, i) =>
        blocks.map(({ x, dx, dy }) => ({ x: LEFT + x + dx, y: (bars[i]?.foot ?? 0) + dy })))
      expect(starts.every(({ x, y }) => x >= -1e-6 && x <= WIDTH && y === LINE)).toBe(true)
      expect(new Set(starts.map(({ x }) => Math.round(x * 1000))).size).toBe(starts.length)
    }))
  })

  it('brings each person to a place of their own, all within a second', () => {
    fc.assert(fc.property(counts, (people) => {
      const { scale, flights } = flightsTo(people)
      flights.forEach(({ blocks, landed }, i) => {
        expect(blocks).toHaveLength(scale.solid ? 0 : people[i] ?? 0)
        expect(blocks.map(({ x }) => x)).toEqual(blocks.map((_, block) => block * scale.pitch))
        expect(blocks.every(({ wait }) => wait + 400 <= landed)).toBe(true)
        expect(landed).toBeLessThanOrEqual(900)
      })
    }))
  })

  it('keeps the longest bar for the end', () => {
    const { flights } = flightsTo([3, 20, 7])
    expect(flights.map(({ landed }) => landed)).toEqual([600, 900, 750])
  })
})
