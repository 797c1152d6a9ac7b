import type { Mark } from '../../../src/drawing/charts/drawing.ts'
import { describe, expect, it } from 'vitest'
import { layOutChart } from '../../../src/drawing/charts/chart.ts'
import { timeOf } from '../../../src/drawing/charts/dates.ts'
import { markBounds, overlap, textBounds } from '../../../src/drawing/charts/drawing.ts'
import { seriesOf, textOf, textStarting } from './support/smallSeries.ts'

const centre = ({ x, y, width, height }: Mark) => ({ x: x + width / 2, y: y + height / 2 })

describe('timeOf', () => {
  it.each([
    ['2025-01-27', '2025-01-27T12:00'],
    ['2025-04', '2025-04-16T00:00'],
    ['2025', '2025-07-02T12:00'],
  ])('%s is placed in the middle of its period', (date, middle) => {
    expect(new Date(timeOf(date)).toISOString()).toBe(`${middle}:00.000Z`)
  })
})

describe('lines', () => {
  it.each<[dates: string[], ticks: string[]]>([
    [
      ['2025-01-20', '2025-02-03'],
      ['20 Jan 2025', '24 Jan 2025', '28 Jan 2025', '1 Feb 2025', '3 Feb 2025'],
    ],
    [
      ['2025-01-20', '2025-12-03'],
      ['Jan 2025', 'Apr 2025', 'Jul 2025', 'Oct 2025', 'Dec 2025'],
    ],
    [
      ['2020-01', '2025-12'],
      ['2020', '2022', '2024', '2025'],
    ],
  ])('over %j have an axis that names no date twice', (dates, ticks) => {
    const drawing = layOutChart('x', seriesOf(dates.map((date, i) => ({ date, value: 20 + i }))), { as: 'lines' })
    const names = drawing.texts.filter(text => text.y > drawing.height - 20).map(textOf)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(ticks)
  })

  it('are sorted by time, whatever the order of points, on an axis with zero', () => {
    const drawing = layOutChart(
      'x',
      seriesOf([
        { date: '2025-03-02', value: 40 },
        { date: '2025-01-01', value: 20 },
        { date: '2025-01-31', value: 30 },
      ]),
      { as: 'lines' },
    )
    const [a, b, c] = drawing.marks.map(centre)
    const base = drawing.rules.find(rule => rule.role === 'axis')?.y1 ?? Number.NaN
    expect(((b?.x ?? 0) - (a?.x ?? 0)) / ((c?.x ?? 0) - (b?.x ?? 0))).toBeCloseTo(1, 6)
    expect([a, b, c].map(item => (base - (item?.y ?? 0)) / (base - (a?.y ?? 0)))).toEqual([
      1,
      expect.closeTo(1.5, 6),
      expect.closeTo(2, 6),
    ])
    expect(drawing.segments).toHaveLength(2)
  })

  it('are named at their end, with a value at each point', () => {
    const drawing = layOutChart(
      'x',
      seriesOf(
        [
          { date: '2024', values: { us: 40, china: 15 } },
          { date: '2025', values: { us: 50, china: 30 } },
        ],
        { measures: { us: 'United States', china: 'China' } },
      ),
      { as: 'lines' },
    )
    expect(drawing.texts.map(textOf).sort()).toEqual(['15', '2024', '2025', '30 China', '40', '50 United States'])
    expect(drawing.segments.map(stretch => stretch.tone)).toEqual(['lens', 'neutral'])
  })

  it('have names at their ends that do not meet, even where the lines do', () => {
    const drawing = layOutChart(
      'x',
      seriesOf(
        [
          { date: '2024', values: { a: 1, b: 9, c: 5 } },
          { date: '2025', values: { a: 5, b: 5.1, c: 0 } },
        ],
        { measures: { a: 'A', b: 'B', c: 'C' } },
      ),
      { as: 'lines' },
    )
    const ends = ['5 A', '5.1 B', '0 C'].map(text => textBounds(textStarting(drawing, text)))
    expect(ends.flatMap((a, i) => ends.slice(i + 1).filter(b => overlap(a, b)))).toEqual([])
    expect(Math.max(...ends.map(end => end.bottom))).toBeLessThanOrEqual(drawing.rules[0]?.y1 ?? 0)
  })

  it('have labels clear of the line and the points', () => {
    const drawing = layOutChart(
      'x',
      seriesOf(
        [
          ['2025-01-27', 2.9],
          ['2025-04', 2.3],
          ['2025-05', 3.3],
          ['2025-07', 4],
          ['2025-10-29', 5],
        ].map(([date, value], i) => ({ date: String(date), value: Number(value), label: `Some words at ${i}` })),
      ),
      { as: 'lines' },
    )
    const labels = drawing.texts.filter(text => textOf(text).startsWith('Some'))
    expect(labels).toHaveLength(5)
    for (const box of labels.map(textBounds))
      expect(drawing.marks.filter(mark => overlap(markBounds(mark), box))).toEqual([])
  })

  it('leave out a label that has no room, never one that is emphasised', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => ({
      date: `2025-03-${String((i % 28) + 1).padStart(2, '0')}`,
      value: 50 + (i % 3),
      label: `Point number ${i}`,
      emphasis: i === 20,
    }))
    const texts = layOutChart('x', seriesOf([...crowd, { date: '2025-12-31', value: 1 }]), { as: 'lines' }).texts.map(
      textOf,
    )
    expect(texts).toContain('Point number 20')
    expect(texts.filter(text => text.startsWith('Point number')).length).toBeLessThan(20)
  })

  it('are dashed to and from what is not reported', () => {
    const { segments } = layOutChart(
      'x',
      seriesOf([
        { date: '2022', value: 1 },
        { date: '2023', value: 2 },
        { date: '2024', value: 3, status: 'estimated' },
      ]),
      { as: 'lines' },
    )
    expect(segments.map(stretch => stretch.dashed)).toEqual([false, true])
  })

  it('stand evenly by decades on a logarithmic axis', () => {
    const drawing = layOutChart(
      'x',
      seriesOf([
        { date: '2020', value: 100 },
        { date: '2022', value: 1000 },
        { date: '2024', value: 100_000 },
      ]),
      { as: 'lines', log: true },
    )
    const [a = 0, b = 0, c = 0] = drawing.marks.map(mark => centre(mark).y)
    expect((b - c) / (a - b)).toBeCloseTo(2, 6)
    const scale = drawing.texts.filter(text => text.runs[0]?.voice === 'quiet' && text.anchor === 'end').map(textOf)
    expect(scale.slice(0, 4)).toEqual(['100', '1,000', '10,000', '100,000'])
  })

  it('need a date at every point', () => {
    expect(() =>
      layOutChart(
        'x',
        seriesOf([
          { date: '2024', value: 1 },
          { label: 'Later', value: 2 },
        ]),
        { as: 'lines' },
      ),
    ).toThrow('Point "Later" of series x has no date, which a line needs; add one or draw bars or dots.')
  })
})
