import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hallField } from '../../src/phone/hall.ts'

const strokesIn = (path: string) => [...path.matchAll(/M([\d.]+) ([\d.]+)v([\d.]+)/g)].map(([, x, y, length]) =>
  ({ x: Number(x), top: Number(y), bottom: Number(y) + Number(length) }))

describe('the field of strokes', () => {
  it.each([
    [1, 0, 0, 1],
    [2, 1, 1, 1],
    [250, 0, 249, 1],
    [251, 250, 125, 2],
    [10_000, 9999, 249, 40],
  ])('for %d phones, this one at place %d, has %d other strokes, each for %d', (here, mine, others, phonesEach) => {
    const field = hallField(here, mine)
    expect([strokesIn(field.others).length, field.phonesEach]).toEqual([others, phonesEach])
    expect(strokesIn(field.mine)).toHaveLength(1)
  })

  it('never leaves its box, never draws two at one place, and mine is the tallest', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(4000), (here, mine) => {
      const field = hallField(here, mine)
      const others = strokesIn(field.others)
      const [own = expect.unreachable('there is one')] = strokesIn(field.mine)
      for (const { x, top, bottom } of [...others, own]) {
        expect(x).toBeGreaterThan(0)
        expect(x).toBeLessThan(field.width)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(bottom).toBeLessThanOrEqual(field.height)
      }
      const middle = (stroke: typeof own) => `${stroke.x}/${(stroke.top + stroke.bottom) / 2}`
      expect(new Set([...others, own].map(middle)).size).toBe(others.length + 1)
      expect(Math.max(0, ...others.map(stroke => stroke.bottom - stroke.top))).toBeLessThan(own.bottom - own.top)
    }))
  })
})
