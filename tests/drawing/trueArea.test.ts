import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutArea } from '../../src/drawing/trueArea.ts'

const SLIDE = { width: 980, height: 552 }

describe('layOutArea', () => {
  it('draws the part and the canvas in the ratio of the two amounts, whatever they are', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e12, noNaN: true }), fc.double({ min: 1e-9, max: 0.03, noNaN: true }), (
        whole,
        share,
      ) => {
        const { side, wholePixels } = layOutArea(whole, whole * share, SLIDE)
        expect(side ** 2 / wholePixels).toBeCloseTo(share, 12)
      }),
    )
  })

  it('draws 5.576 million of 251 billion as twelve pixels of a slide', () => {
    const { side, partPixels, wholePixels } = layOutArea(251e9, 5.576e6, SLIDE)
    expect(wholePixels).toBe(540_960)
    expect(Math.round(partPixels)).toBe(12)
    expect(side).toBeCloseTo(3.467, 3)
  })

  it.each([
    ['a part of nothing', 0, 0, /is not a part of/],
    ['a part larger than its whole', 5, 6, /is not a part of 5/],
    ['a negative part', 5, -1, /is not a part of/],
    ['a part that would cover the words', 5, 2, /would cover the words/],
  ])('refuses %s', (_, whole, part, message) => {
    expect(() => layOutArea(whole, part, SLIDE)).toThrow(message)
  })
})
