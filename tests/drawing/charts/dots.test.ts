import type { Mark } from '../../../src/drawing/charts/drawing.ts'
import { describe, expect, it } from 'vitest'
import { layOutChart } from '../../../src/drawing/charts/chart.ts'
import { textBounds } from '../../../src/drawing/charts/drawing.ts'
import { seriesOf, textOf, textStarting } from './support/smallSeries.ts'

const measures = { r1: 'R1', o1: 'o1' }
const middle = ({ x, width }: Mark) => x + width / 2

describe('dots', () => {
  it('stand evenly by decades on a logarithmic axis, whose decades are labelled', () => {
    const drawing = layOutChart(
      'x',
      seriesOf([{ value: 1e5 }, { value: 1e6 }, { value: 1e7 }, { value: 1e9 }], { unit: 'usd' }),
      { as: 'dots', log: true },
    )
    const [a = 0, b = 0, c = 0, d = 0] = drawing.marks.map(middle)
    expect(c - b).toBeCloseTo(b - a, 6)
    expect(d - c).toBeCloseTo(2 * (b - a), 6)
    for (const [label, at] of [
      ['$100K', a],
      ['$1M', b],
      ['$10M', c],
      ['$1bn', d],
    ] as const) {
      expect(drawing.texts.find(text => textOf(text) === label && text.anchor === 'middle')?.x, label).toBeCloseTo(
        at,
        6,
      )
    }
  })

  it('have an axis of at least two decades, however close the values', () => {
    const { texts } = layOutChart('x', seriesOf([{ value: 20 }, { value: 30 }], { unit: 'usd' }), {
      as: 'dots',
      log: true,
    })
    expect(texts.filter(text => text.anchor === 'middle').map(textOf)).toEqual(['$10', '$100'])
  })

  it('stand evenly on a linear axis, which need not begin at zero', () => {
    const [a = 0, b = 0, c = 0] = layOutChart('x', seriesOf([{ value: 50 }, { value: 60 }, { value: 80 }]), {
      as: 'dots',
    }).marks.map(middle)
    expect(c - b).toBeCloseTo(2 * (b - a), 6)
  })

  it.each<[r1: number, o1: number, left: string, right: string]>([
    [30.1, 47, '30.1 R1', '47 o1'],
    [79.8, 79.2, '79.2 o1', '79.8 R1'],
    [72, 72, '72 R1', '72 o1'],
  ])('of two measures, %d and %d, put the lower value on the left', (r1, o1, left, right) => {
    const drawing = layOutChart('x', seriesOf([{ values: { r1, o1 } }, { values: { r1: 10, o1: 90 } }], { measures }), {
      as: 'dots',
    })
    const row = drawing.marks.filter(mark => mark.y < drawing.height / 3)
    const [first, last] = row.map(mark => mark.x).sort((a, b) => a - b)
    expect(row).toHaveLength(2)
    expect(textBounds(textStarting(drawing, left)).right).toBeLessThan(first ?? 0)
    expect(textBounds(textStarting(drawing, right)).left).toBeGreaterThan(last ?? Infinity)
  })

  it('of two measures are linked, with the leading one on top', () => {
    const drawing = layOutChart('x', seriesOf([{ values: { r1: 50, o1: 60 } }, { values: { r1: 13 } }], { measures }), {
      as: 'dots',
    })
    const link = drawing.rules.filter(rule => rule.role === 'link')
    const [o1, r1, alone] = drawing.marks
    expect(drawing.marks.map(mark => mark.tone)).toEqual(['neutral', 'lens', 'lens'])
    expect(link).toHaveLength(1)
    expect([link[0]?.x1, link[0]?.x2]).toEqual([r1, o1].map(mark => expect.closeTo(mark ? middle(mark) : 0, 6)))
    expect(alone && textStarting(drawing, '13').x).toBeGreaterThan(alone ? middle(alone) : Infinity)
  })

  it('of a range are an interval, never narrower than a dot', () => {
    const drawing = layOutChart(
      'x',
      seriesOf([{ value: [4, 14] }, { value: 4 }, { value: 14 }, { value: [7, 7.01] }], { unit: 'months' }),
      { as: 'dots' },
    )
    const [interval, low, high, narrow] = drawing.marks
    expect(drawing.marks.map(mark => mark.shape)).toEqual(['bar', 'dot', 'dot', 'dot'])
    expect(interval?.x).toBeCloseTo(low ? middle(low) : 0, 6)
    expect(interval && interval.x + interval.width).toBeCloseTo(high ? middle(high) : 0, 6)
    expect(narrow?.width).toBe(low?.width)
  })

  it('that would meet stand one above the other, the leading one on top', () => {
    const drawing = layOutChart(
      'x',
      seriesOf([{ values: { r1: 97.3, o1: 97.4 } }, { values: { r1: 1, o1: 99 } }], { measures }),
      { as: 'dots' },
    )
    const [o1, r1] = ['neutral', 'lens'].map(tone => drawing.marks.find(mark => mark.tone === tone))
    expect(r1 && r1.y + r1.height).toBeLessThan(o1?.y ?? 0)
    expect(drawing.rules.filter(rule => rule.role === 'link')).toHaveLength(1)
  })

  it('say where their scale starts, if not at zero', () => {
    const startOf = (...values: number[]) =>
      layOutChart('x', seriesOf(values.map(value => ({ value })), { unit: 'percent' }), { as: 'dots' })
        .texts
        .map(textOf)
        .filter(text => text.startsWith('Scale'))
    expect(startOf(70, 95)).toEqual(['Scale from 70%'])
    expect(startOf(4, 14)).toEqual([])
  })

  it.each([true, false])('have no mark beyond the first or last tick, log %j', (log) => {
    const drawing = layOutChart('x', seriesOf([{ value: 290 }, { value: 5_000_000 }]), { as: 'dots', log })
    const strokes = drawing.rules.filter(rule => rule.role === 'axis' && rule.x1 === rule.x2).map(rule => rule.x1)
    for (const at of drawing.marks.map(middle)) {
      expect(at).toBeGreaterThanOrEqual(Math.min(...strokes))
      expect(at).toBeLessThanOrEqual(Math.max(...strokes))
    }
  })

  it('refuse more than two measures in a row', () => {
    const three = seriesOf([{ values: { a: 1, b: 2, c: 3 } }, { values: { a: 1, b: 2, c: 3 } }], {
      measures: { a: 'A', b: 'B', c: 'C' },
    })
    expect(() => layOutChart('x', three, { as: 'dots' })).toThrow(
      'Series x has 3 measures, and a row of dots holds two; draw bars or name two measures.',
    )
    expect(layOutChart('x', three, { as: 'dots', measures: ['c', 'a'] }).marks).toHaveLength(4)
  })

  it.each([0, -3])('cannot stand at %d on a logarithmic axis', (value) => {
    expect(() => layOutChart('x', seriesOf([{ value }, { value: 2 }]), { as: 'dots', log: true })).toThrow(
      'Series x has a value of zero or less, which no logarithmic axis holds; draw it without log.',
    )
  })
})
