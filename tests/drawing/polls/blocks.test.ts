import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areSingle, barLength, blockScale, blocksPath } from '../../../src/drawing/polls/blocks.ts'

const blocksIn = (path: string) => path.split('z').filter(block => block !== '').length

describe('a bar of people', () => {
  it('has a block for each of them, and fits its width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 120, max: 900 }), (longest, width) => {
        const scale = blockScale(longest, width)
        expect(barLength(longest, scale)).toBeLessThanOrEqual(width + 1e-6)
        expect(blocksIn(blocksPath(longest, 20, scale))).toBe(scale.solid ? 1 : longest)
      }),
    )
  })

  it('is as long as its share of the longest', () => {
    const scale = blockScale(1000, 500)
    expect([1000, 500, 250].map(people => barLength(people, scale))).toEqual([500, 250, 125])
  })

  it.each([
    [0, '', 0],
    [1, 'M0 0h38.4v20h-38.4z', 38.4],
  ])('of %d people does not look like a full one', (people, path, length) => {
    const scale = blockScale(people, 868)
    expect(blocksPath(people, 20, scale)).toBe(path)
    expect(barLength(people, scale)).toBeCloseTo(length, 6)
  })

  it('is solid where blocks would run together, or are too many', () => {
    expect(blockScale(200, 590).solid).toBe(true)
    expect(blockScale(190, 590).solid).toBe(false)
    expect(blockScale(100, 800, 251).solid).toBe(true)
    expect([0, 1, 2, 250, 251].map(areSingle)).toEqual([false, false, true, true, false])
  })
})
