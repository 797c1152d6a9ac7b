import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitRange } from '../../../src/drawing/charts/fitRange.ts'

describe('fitRange', () => {
  it.each<[what: string, items: Parameters<typeof fitRange>[0], range: [number, number]]>([
    ['nothing stands on the axis', [], [100, 900]],
    ['words at its end shorten it', [{ at: 1, before: 0, after: 50 }], [100, 850]],
    ['words at its start shift it', [{ at: 0, before: 50, after: 0 }], [150, 900]],
    [
      'long words at a short bar do not shorten it',
      [
        { at: 0.1, before: 0, after: 300 },
        { at: 1, before: 0, after: 50 },
      ],
      [100, 850],
    ],
    ['words too long for their half do', [{ at: 0.5, before: 0, after: 600 }], [100, 500]],
  ])('%s', (_, items, [start, end]) => {
    const range = fitRange(items, 100, 900, 'x')
    expect(range[0]).toBeCloseTo(start, 6)
    expect(range[1]).toBeCloseTo(end, 6)
  })

  it('leaves room for all labels, whatever their widths', () => {
    const item = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      before: fc.integer({ min: 0, max: 200 }),
      after: fc.integer({ min: 0, max: 200 }),
    })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 9 }), (items) => {
        const [start, end] = fitRange(items, 0, 864, 'x')
        for (const { at, before, after } of items) {
          const x = start + at * (end - start)
          expect(x - before).toBeGreaterThan(-0.5)
          expect(x + after).toBeLessThan(864.5)
        }
      }),
    )
  })

  it('says which chart is too narrow', () => {
    expect(() => fitRange([{ at: 1, before: 0, after: 90 }], 0, 100, 'arena-gap')).toThrow(
      'The words of series arena-gap leave no room for its marks; give the chart more width or pick fewer points.',
    )
  })
})
