import type { Mark } from '../../../src/drawing/charts/drawing.ts'
import { describe, expect, it } from 'vitest'
import { layOutChart } from '../../../src/drawing/charts/chart.ts'
import { ARROW, textBounds } from '../../../src/drawing/charts/drawing.ts'
import { seriesOf, textStarting } from './support/smallSeries.ts'

const bars = (...[points, more]: Parameters<typeof seriesOf>) =>
  layOutChart('x', seriesOf(points, more), { as: 'bars' })
const right = ({ x, width }: Mark) => x + width

describe('bars', () => {
  it('are as long as their values, from one zero line', () => {
    const { marks, rules } = bars([{ value: 100 }, { value: 25 }, { value: 50 }])
    const zero = rules.find(rule => rule.role === 'axis')
    expect(marks.map(mark => mark.x)).toEqual([zero?.x1, zero?.x1, zero?.x1])
    expect(marks.map(mark => mark.width / (marks[0]?.width ?? 0))).toEqual([
      1,
      expect.closeTo(0.25, 9),
      expect.closeTo(0.5, 9),
    ])
  })

  it('run to either side of the zero line, to one scale, with their values outside', () => {
    const drawing = bars([{ value: -17 }, { value: 3.4 }], { unit: 'percent-change' })
    const [fall, rise] = drawing.marks
    const zero = drawing.rules.find(rule => rule.role === 'axis')?.x1 ?? Number.NaN
    expect(fall && right(fall)).toBeCloseTo(zero, 9)
    expect(rise?.x).toBeCloseTo(zero, 9)
    expect((fall?.width ?? 0) / (rise?.width ?? 1)).toBeCloseTo(5, 9)
    expect(textBounds(textStarting(drawing, '−17%')).right).toBeLessThan(fall?.x ?? 0)
    expect(textBounds(textStarting(drawing, '+3.4%')).left).toBeGreaterThan(rise ? right(rise) : Infinity)
  })

  it('stay visible for tiny values', () => {
    expect(bars([{ value: 0.001 }, { value: 1000 }]).marks[0]?.width).toBe(2)
  })

  it('of a range end at its lower end, with a whisker to the upper', () => {
    const [bar, whisker, cap, full] = bars([{ value: [50, 75], status: 'disputed' }, { value: 100 }]).marks
    expect((bar?.width ?? 0) / (full?.width ?? 1)).toBeCloseTo(0.5, 9)
    expect(whisker && (right(whisker) - whisker.x) / (full?.width ?? 1)).toBeCloseTo(0.25, 9)
    expect(whisker?.x).toBeCloseTo(bar ? right(bar) : 0, 9)
    expect(whisker?.height).toBeLessThan((bar?.height ?? 0) / 3)
    expect(cap && right(cap)).toBeCloseTo(whisker ? right(whisker) : 0, 9)
    expect(cap?.height).toBeGreaterThan(whisker?.height ?? Infinity)
  })

  it('of a range too narrow to see have no whisker', () => {
    expect(bars([{ value: [589, 593] }, { value: 357 }]).marks).toHaveLength(2)
  })

  it('stack several measures in the order asked for, with names at the first', () => {
    const points = [
      { label: 'V3', values: { total: 671, active: 37 } },
      { label: 'Qwen', values: { total: 72, active: 72 } },
    ]
    const series = seriesOf(points, { measures: { total: 'stored', active: 'used' } })
    const drawing = layOutChart('x', series, { as: 'bars', measures: ['active', 'total'] })
    expect(drawing.marks.map(mark => mark.tone)).toEqual(['lens', 'neutral', 'lens', 'neutral'])
    expect(drawing.marks.map(mark => mark.y)).toEqual(drawing.marks.map(mark => mark.y).sort((a, b) => a - b))
    expect(textStarting(drawing, '37 used').y).toBeLessThan(textStarting(drawing, '671 stored').y)
    expect(drawing.texts.filter(text => text.runs[0]?.text === '72')).toHaveLength(2)
  })

  it('have their label in the middle of their row, in bold where emphasised', () => {
    const drawing = bars([{ label: 'One', value: 1, emphasis: true }, { label: 'Two', value: 2 }])
    for (const [i, label] of ['One', 'Two'].entries()) {
      const { top, bottom } = textBounds(textStarting(drawing, label))
      const mark = drawing.marks[i]
      expect(Math.abs((top + bottom) / 2 - (mark ? mark.y + mark.height / 2 : 0))).toBeLessThan(3)
    }
    expect(['One', 'Two'].map(text => textStarting(drawing, text).runs[0]?.voice)).toEqual(['strong', 'plain'])
    expect(drawing.marks.map(mark => mark.emphasis)).toEqual([true, false])
  })

  it('fill the given height, and are refused where they do not fit unless they may grow', () => {
    const points = Array.from({ length: 8 }, (_, value) => ({
      value: value + 1,
      detail: 'a few words of detail that are too long to stand beside it',
    }))
    const eight = seriesOf(points)
    expect(layOutChart('x', seriesOf(points.slice(0, 3)), { as: 'bars', height: 300 }).height).toBe(300)
    expect(() => layOutChart('x', eight, { as: 'bars', height: 200 })).toThrow(
      /^Series x has 8 rows, which need \d+ px of height and have 200; pick fewer points, shorten their labels or give/,
    )
    expect(layOutChart('x', eight, { as: 'bars', height: 200, grow: true }).height).toBeGreaterThan(300)
  })

  it('hold their values where they are long and thick enough', () => {
    const { marks, texts } = bars([{ value: 100 }, { value: 1 }])
    const [long, short] = marks
    const [inside, outside] = ['100', '1'].map(value => texts.find(text => text.runs[0]?.text === value))
    expect(inside).toMatchObject({ on: 'lens', anchor: 'end' })
    expect(inside && textBounds(inside).right).toBeLessThan(long ? right(long) : 0)
    expect(outside?.on).toBeUndefined()
    expect(outside && textBounds(outside).left).toBeGreaterThan(short ? right(short) : Infinity)
  })

  it('of "more than" and "less than" are open at their end, their values behind it', () => {
    const drawing = bars([{ value: 60, bound: 'above' }, { value: 30, bound: 'below' }])
    expect(drawing.marks.map(mark => mark.open)).toEqual(['right', 'left'])
    expect(drawing.marks.map(mark => mark.width / (drawing.marks[0]?.width ?? 0))).toEqual([1, 0.5])
    const [more] = drawing.marks
    expect(textBounds(textStarting(drawing, '>60')).left).toBeGreaterThan(more ? right(more) + ARROW : Infinity)
    expect(textStarting(drawing, '<30').on).toBeUndefined()
  })

  it('of a fall of more than that point left', () => {
    const drawing = bars([{ value: -20, bound: 'below' }, { value: -28 }], { unit: 'percent-change' })
    const [more] = drawing.marks
    expect([more?.open, more?.end]).toEqual(['left', 'left'])
    expect(textBounds(textStarting(drawing, 'over −20%')).right).toBeLessThan((more?.x ?? 0) - ARROW)
  })

  it('leave out a number that is unknown, whose blank of one size lies beside the axis', () => {
    const drawing = bars([
      { label: 'People', status: 'unknown', word: 'not published' },
      { label: 'Run', value: 9 },
      { label: 'Trials', status: 'unknown', word: 'not found' },
    ])
    const [bar] = drawing.marks
    expect(drawing.marks).toHaveLength(1)
    expect(drawing.blanks.map(({ width, height }) => [width, height])).toEqual([[104, 24], [104, 24]])
    for (const blank of drawing.blanks)
      expect(blank.x).toBeGreaterThan(bar ? right(bar) : Infinity)
    expect(textBounds(textStarting(drawing, 'not published')).left).toBeGreaterThan(bar ? right(bar) : Infinity)
  })

  it('are divided by an event between two of them', () => {
    const drawing = bars(
      [{ date: '2024', value: 1 }, { date: '2025', value: 2 }],
      { event: { date: '2025-01-27', label: 'The fall' } },
    )
    const [before, after] = drawing.marks
    const rule = drawing.rules.find(item => item.role === 'event')
    expect(rule?.y1).toBeGreaterThan(before ? before.y + before.height : Infinity)
    expect(rule?.y1).toBeLessThan(after?.y ?? 0)
    expect(textStarting(drawing, '27 Jan 2025: The fall').y).toBeLessThan(rule?.y1 ?? 0)
  })

  it('cannot be logarithmic', () => {
    expect(() => layOutChart('x', seriesOf([{ value: 1 }, { value: 2 }]), { as: 'bars', log: true })).toThrow(
      'Series x cannot be logarithmic bars, whose lengths would mean nothing; draw dots.',
    )
  })
})
