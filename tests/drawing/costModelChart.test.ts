import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AXIS, layOutBills } from '../../src/drawing/costModelChart.ts'
import { textWidth } from '../../src/drawing/textMetrics.ts'

const HEADLINE = 5_576_000
const bill = (low: number, high = low) => ({ label: 'this bill', span: { low, high }, status: 'reported' as const })
const at = (usd: number) => (Math.log10(usd / AXIS[0]) / Math.log10(AXIS[1] / AXIS[0])) * 100
const markOf = (low: number, high = low) =>
  layOutBills([bill(low, high)], [], HEADLINE).bills[0] ?? { left: Number.NaN, width: Number.NaN, side: '' }

describe('layOutBills', () => {
  it('has a tick at every decade and the headline where its logarithm lies', () => {
    const { ticks, headlineAt } = layOutBills([], [], HEADLINE)
    expect(ticks.map(tick => tick.label)).toEqual(['$100K', '$1M', '$10M', '$100M', '$1bn', '$10bn'])
    ticks.forEach(tick =>
      expect(tick.at).toBeCloseTo(
        at(
          Number(tick.label.replace(/\D+$/, '').slice(1))
          * { K: 1e3, M: 1e6, bn: 1e9 }[tick.label.replace(/^\W\d+/, '') as 'K' | 'M' | 'bn'],
        ),
        9,
      ),
    )
    expect(headlineAt).toBeCloseTo(at(HEADLINE), 9)
  })

  it('draws a range from end to end', () => {
    const { left, width } = markOf(42e6, 199e6)
    expect(left).toBeCloseTo(at(42e6), 9)
    expect(left + width).toBeCloseTo(at(199e6), 9)
  })

  it('draws a point around its amount, wide enough to see', () => {
    const { left, width } = markOf(HEADLINE)
    expect(width).toBeGreaterThanOrEqual(1)
    expect(left + width / 2).toBeCloseTo(at(HEADLINE), 9)
  })

  it('keeps every mark on the chart', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e12, noNaN: true }),
        fc.double({ min: 0, max: 1e12, noNaN: true }),
        (a, b) => {
          const { left, width } = markOf(Math.min(a, b), Math.max(a, b))
          expect(left).toBeGreaterThanOrEqual(0)
          expect(left + width).toBeLessThanOrEqual(100 + 1e-9)
        },
      ),
    )
  })

  it.each([
    [6e6, 'right'],
    [3e6, 'left'],
    [2e5, 'right'],
    [9e9, 'left'],
  ])('puts the label of %d on its %s', (usd, side) => {
    expect(markOf(usd).side).toBe(side)
  })

  it('keeps models in their rows clear of each other', () => {
    const peer = fc.record({
      label: fc.string({ minLength: 3, maxLength: 22 }),
      span: fc.double({ min: 5, max: 10, noNaN: true }).map(ten => ({ low: 10 ** ten, high: 10 ** ten })),
      status: fc.constant('reported' as const),
    })
    fc.assert(
      fc.property(fc.array(peer, { maxLength: 7 }), (peers) => {
        const drawn = layOutBills([], peers, HEADLINE).peers.map(({ left, width, side, row, label }) => {
          const length = textWidth(label, 15) / 8.64
          return {
            row,
            from: side === 'left' ? left - length : left,
            to: side === 'left' ? left + width : left + width + length,
          }
        })
        for (const [i, a] of drawn.entries())
          expect(drawn.slice(i + 1).filter(b => b.row === a.row && a.from < b.to && b.from < a.to)).toEqual([])
      }),
    )
  })
})
