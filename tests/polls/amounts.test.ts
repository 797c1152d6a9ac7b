import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UNITS } from '../../src/content/evidenceSchema.ts'
import { formatRange } from '../../src/drawing/charts/format.ts'
import { formatShare, formatSpan } from '../../src/polls/amounts.ts'
import { formatPercent } from '../../src/polls/people.ts'

describe('amounts in English', () => {
  const number = fc.oneof(fc.integer({ min: -1000, max: 1e6 }), fc.double({ min: 0.001, max: 1e5, noNaN: true }))

  it('are written as those of the ledger, numbers and ranges', () => {
    fc.assert(fc.property(number, number, fc.constantFrom(...UNITS), (a, b, unit) => {
      const [low, high] = a < 0 || b < 0 ? [a, a] : [Math.min(a, b), Math.max(a, b)]
      expect(formatSpan(low, high, unit)).toBe(formatRange({ low, high }, unit))
    }), { numRuns: 3000 })
  })

  it('are shares as on the wall', () => {
    fc.assert(fc.property(fc.nat(500), fc.nat(500), (count, people) => {
      expect(formatShare(count, people)).toBe(formatPercent(count, people))
    }))
  })
})
