import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf, valueAt } from '../../../src/polls/kinds/estimate/axis.ts'

const LINEAR = { min: 0, max: 100, log: false }
const LOG = { min: 2, max: 20_000, log: true }

describe('the axis of an estimate', () => {
  it.each([
    ['begins with the least', LINEAR, 0, 0],
    ['ends with the most', LINEAR, 100, 1],
    ['is even where it is linear', LINEAR, 46, 0.46],
    ['begins with the least on a log axis', LOG, 2, 0],
    ['ends with the most on a log axis', LOG, 20_000, 1],
    ['gives each decade the same length', LOG, 200, 0.5],
    ['goes below nothing', { min: -10, max: 10, log: false }, -5, 0.25],
  ])('%s', (_, axis, value, place) => {
    expect(placeOf(axis, value)).toBeCloseTo(place, 9)
    expect(valueAt(axis, place)).toBeCloseTo(value, 6)
  })

  it('keeps values in order, and converts a place back to its value', () => {
    const place = fc.integer({ min: 0, max: 1000 }).map(value => value / 1000)
    fc.assert(fc.property(fc.constantFrom(LINEAR, LOG), place, place, (axis, a, b) => {
      expect(placeOf(axis, valueAt(axis, a))).toBeCloseTo(a, 9)
      if (Math.abs(a - b) > 1e-9)
        expect(valueAt(axis, a) < valueAt(axis, b)).toBe(a < b)
    }))
  })
})
