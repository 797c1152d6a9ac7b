import { describe, expect, it } from 'vitest'
import { formatRoundDollars } from '../../src/drawing/moneyAxis.ts'

describe('formatRoundDollars', () => {
  it.each([
    [1, '$1'],
    [100, '$100'],
    [1e3, '$1K'],
    [1e5, '$100K'],
    [1e6, '$1M'],
    [1e8, '$100M'],
    [1e9, '$1bn'],
    [1e10, '$10bn'],
    [1e12, '$1tn'],
    [1e13, '$10tn'],
  ])('formats %d as %s', (usd, read) => {
    expect(formatRoundDollars(usd)).toBe(read)
  })
})
