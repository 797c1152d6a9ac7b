import { describe, expect, it } from 'vitest'
import { fitInGlass, GLASS } from '../../src/drawing/glass.ts'
import { textWidth } from '../../src/drawing/textMetrics.ts'

describe('words in the magnifier', () => {
  it.each([
    [['a fraction', 'of the', 'compute']],
    [['gone', 'in a day']],
    [['export', 'bans have', 'failed']],
    [['does', 'it again']],
  ])('%j are set whole inside of its rim', (words) => {
    const { size, lines } = fitInGlass(words)
    expect(size).toBeGreaterThanOrEqual(48)
    for (const { line, y } of lines) {
      const half = textWidth(line, size, true) / 2
      expect(Math.hypot(half, y - 0.69 * size - GLASS.y)).toBeLessThan(GLASS.radius)
      expect(Math.hypot(half, y + 0.2 * size - GLASS.y)).toBeLessThan(GLASS.radius)
    }
  })

  it('are as large as they can be', () => {
    expect(fitInGlass(['six', 'to one']).size).toBe(71)
    expect(fitInGlass(['everything', 'that anybody', 'has said']).size).toBeLessThan(71)
  })

  it('refuse more than the glass holds', () => {
    expect(() => fitInGlass(['a very long line of words that nobody reads']))
      .toThrow(/^loud "a very .* shorter lines\.$/)
  })
})
