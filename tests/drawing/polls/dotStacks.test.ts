import type { Cover, PlacedPerson } from '../../../src/drawing/polls/dotStacks.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stackDots } from '../../../src/drawing/polls/dotStacks.ts'
import { SLACK } from '../../polls/support/drawnPolls.ts'

const SPACE = { width: 824, height: 260 }
/** Many of them in few places, as people like round numbers. */
const anyX = fc.oneof(
  fc.constantFrom(0, SPACE.width / 4, SPACE.width / 2, SPACE.width),
  fc.integer({ min: 0, max: SPACE.width }),
)
const anyPerson: fc.Arbitrary<PlacedPerson> = fc.record({ x: anyX, isHit: fc.boolean() })
const anyRoom = fc.oneof(
  { arbitrary: fc.array(anyPerson, { minLength: 1, maxLength: 250 }), weight: 4 },
  { arbitrary: fc.array(anyPerson, { minLength: 251, maxLength: 520 }), weight: 1 },
)
const anyCover: fc.Arbitrary<Cover> = fc.record({
  from: fc.integer({ min: 0, max: 600 }),
  to: fc.integer({ min: 601, max: SPACE.width }),
  height: fc.integer({ min: 40, max: 140 }),
})
const anyCentre = fc.option(fc.integer({ min: 0, max: SPACE.width }), { nil: undefined })

describe('people as stacks of dots', () => {
  it('are all there, apart, above the axis and below what is written over them', () => {
    fc.assert(fc.property(anyRoom, anyCentre, anyCover, (people, centre, cover) => {
      const { stacks, dots, solid, pitch } = stackDots(people, SPACE, { centre, covers: [cover] })
      expect(stacks.reduce((sum, stack) => sum + stack.people, 0)).toBe(people.length)
      expect(stacks.reduce((sum, stack) => sum + stack.hits, 0)).toBe(people.filter(person => person.isHit).length)
      for (const { x, width, height } of stacks) {
        expect(x).toBeGreaterThanOrEqual(-width / 2 - SLACK)
        expect(x + width).toBeLessThanOrEqual(SPACE.width + width / 2 + SLACK)
        const isUnder = x + width > cover.from + SLACK && x < cover.to - SLACK
        expect(height).toBeLessThanOrEqual(SPACE.height - (isUnder ? cover.height : 0) + SLACK)
      }
      const sorted = stacks.toSorted((a, b) => a.x - b.x)
      expect(sorted.filter(({ x }, i) => i > 0 && x < (sorted[i - 1]?.x ?? 0) + (sorted[i - 1]?.width ?? 0) - SLACK))
        .toEqual([])
      expect(solid).toBe(people.length > 250)
      expect(dots.length).toBe(solid ? 0 : people.length)
      if (solid)
        return
      expect(pitch).toBeGreaterThanOrEqual(3)
      const places = new Set(dots.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`))
      expect(places.size).toBe(dots.length)
      expect(dots.filter(({ y }) => y < pitch / 2 - SLACK)).toEqual([])
    }), { numRuns: 60 })
  })

  it('stand within half a bin of their place', () => {
    fc.assert(fc.property(fc.array(anyPerson, { maxLength: 120 }), anyCentre, (people, centre) => {
      const { dots, stacks } = stackDots(people, SPACE, { centre })
      const bin = stacks[0]?.width ?? 0
      expect(dots.filter(({ x }, i) => Math.abs(x - (people[i]?.x ?? 0)) > bin + SLACK)).toEqual([])
    }), { numRuns: 60 })
  })

  it('have marked ones at the foot of their stack', () => {
    const people = [false, true, false, true].map(isHit => ({ x: 100, isHit }))
    const { dots } = stackDots(people, SPACE)
    expect(dots.toSorted((a, b) => a.y - b.y).map(dot => dot.isHit)).toEqual([true, true, false, false])
  })

  it.each([0, 57, 412, SPACE.width])('has a bin whose middle is at %d where that is asked for', (centre) => {
    const { stacks } = stackDots([{ x: centre, isHit: true }], SPACE, { centre })
    expect((stacks[0]?.x ?? 0) + (stacks[0]?.width ?? 0) / 2).toBeCloseTo(centre, 6)
  })

  it('are no larger than a few people may be', () => {
    const { pitch, stacks } = stackDots([{ x: 400, isHit: false }], SPACE)
    expect(pitch).toBe(40)
    expect(stacks).toHaveLength(1)
  })

  it('stand in rows where all of a hall agree', () => {
    const { pitch, solid } = stackDots(Array.from({ length: 250 }, () => ({ x: 400, isHit: false })), SPACE)
    expect(solid).toBe(false)
    expect(pitch).toBeGreaterThan(5)
  })

  it('of nobody are none', () => {
    expect(stackDots([], SPACE)).toMatchObject({ stacks: [], dots: [] })
  })
})
