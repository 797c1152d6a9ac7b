import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRounded, roundTo } from '../../src/pdf/precision.ts'

describe('a rounded number as it is written', () => {
  it.each<[value: number, digits: number, written: string]>([
    [1.2000001, 2, '1.2'],
    [-0.001, 2, '0'],
    [-0.4, 0, '0'],
    [100, 0, '100'],
    [99.999, 2, '100'],
    [0.0000004, 6, '0'],
    [-12.5, 1, '-12.5'],
  ])('%d with %d digits is "%s"', (value, digits, written) => {
    expect(formatRounded(value, digits)).toBe(written)
  })

  it('is what the number would be written as', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20_000, max: 20_000, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, digits) => {
          expect(formatRounded(value, digits)).toBe(String(roundTo(value, digits)))
        },
      ),
    )
  })
})
