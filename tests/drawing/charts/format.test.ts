import type { Bound, Unit } from '../../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { formatRange, formatTick, valueRuns } from '../../../src/drawing/charts/format.ts'
import { selectSeries } from '../../../src/drawing/charts/selectedSeries.ts'
import { seriesOf } from './support/smallSeries.ts'

describe('formatRange', () => {
  it.each<[low: number, high: number, unit: Unit, read: string]>([
    [5.576, 5.576, 'usd-million', '$5.576M'],
    [0.00067, 0.00067, 'usd-million', '$670'],
    [0.16, 0.16, 'usd-million', '$160,000'],
    [294_672, 294_672, 'usd', '$294,672'],
    [5e11, 5e11, 'usd', '$500bn'],
    [1.3e9, 1.6e9, 'usd', '$1.3–1.6bn'],
    [0.5, 2, 'usd-million', '$0.5–2M'],
    [900, 2e6, 'usd', '$900–2,000,000'],
    [0.27, 0.27, 'usd', '$0.27'],
    [630, 660, 'usd-billion', '$630–660bn'],
    [-16.97, -16.97, 'percent-change', '−16.97%'],
    [11, 14, 'percent', '11–14%'],
    [2788, 2788, 'thousand', '2,788K'],
    [7, 10, 'months', '7–10 months'],
  ])('formats %d to %d %s as %s', (low, high, unit, read) => {
    expect(formatRange({ low, high }, unit)).toBe(read)
  })
})

describe('a number that is open to one side', () => {
  it.each<[bound: Bound, unit: Unit, read: string]>([
    ['above', 'count', '>400'],
    ['below', 'percent', '<400%'],
    ['above', 'usd-billion', '>$400bn'],
  ])('%s in %s is formatted as %s', (bound, unit, read) => {
    expect(formatRange({ low: 400, high: 400, bound }, unit)).toBe(read)
  })

  it.each<[value: number, bound: Bound, read: string]>([
    [-20, 'below', 'over −20%'],
    [3, 'above', 'over +3%'],
    [-20, 'above', 'under −20%'],
  ])('a change of %d and %s is formatted as %s', (value, bound, read) => {
    expect(formatRange({ low: value, high: value, bound }, 'percent-change')).toBe(read)
  })
})

describe('formatTick', () => {
  it.each<[value: number, unit: Unit, read: string]>([
    [1e6, 'usd', '$1M'],
    [1e-4, 'usd-million', '$100'],
    [0.1, 'usd', '$0.1'],
    [1e3, 'usd-billion', '$1tn'],
    [0, 'usd-billion', '$0'],
    [-5, 'usd-billion', '−$5bn'],
    [10_000, 'count', '10,000'],
    [40, 'percent', '40%'],
    [8, 'months', '8'],
    [12, 'ratio', '12'],
  ])('formats %d %s as %s', (value, unit, read) => {
    expect(formatTick(value, unit)).toBe(read)
  })
})

describe('valueRuns', () => {
  const measures = { a: 'stored', b: 'used', c: 'sold' }
  const read = (series: ReturnType<typeof selectSeries>) =>
    series.points.map((_, i) =>
      series.order.map(measure =>
        valueRuns(series, i, measure, 20)
          .map(valueRun => valueRun.text)
          .join(''),
      ),
    )

  it('names each of two measures at its first value', () => {
    const two = seriesOf([{ values: { a: 1 } }, { values: { a: 2, b: 3 } }, { values: { a: 4, b: 5 } }], { measures })
    expect(read(selectSeries('x', two, { measures: ['b', 'a'] }))).toEqual([
      ['', '1 stored'],
      ['3 used', '2'],
      ['5', '4'],
    ])
  })

  it('has the leading one of two measures in bold', () => {
    const two = selectSeries('x', seriesOf([{ values: { a: 1, b: 2 } }, { values: { a: 3, b: 4 } }], { measures }), {
      measures: ['b', 'a'],
    })
    expect(two.order.map(measure => valueRuns(two, 0, measure, 20)[0]?.voice)).toEqual(['value', 'second'])
  })

  it('names each of three measures everywhere', () => {
    const three = seriesOf([{ values: { a: 1, b: 2 } }, { values: { a: 3, b: 4, c: 5 } }], { measures })
    expect(read(selectSeries('x', three))).toEqual([['1 stored', '2 used', ''], ['3 stored', '4 used', '5 sold']])
  })

  it('names a status only where it differs from that of the series, or has a word of its own', () => {
    const points = [{ value: 1 }, { value: 2, status: 'disputed' }, { value: 3, word: 'planned' }] as const
    expect(read(selectSeries('x', seriesOf([...points])))).toEqual([['1'], ['2 disputed'], ['3 planned']])
    expect(
      read(
        selectSeries(
          'x',
          seriesOf([
            { value: 1, status: 'estimated' },
            { value: 2, status: 'estimated' },
          ], { status: 'estimated' }),
        ),
      ),
    ).toEqual([['1'], ['2']])
  })

  it('names the status of a point once, at its last measure', () => {
    const two = seriesOf([{ values: { a: 1, b: 2 } }, { values: { a: 3, b: 4 }, status: 'estimated' }], { measures })
    expect(read(selectSeries('x', two, { measures: ['a', 'b'] }))[1]).toEqual(['3', '4 estimated'])
  })

  it('never sets text smaller than 18 px', () => {
    const series = selectSeries('x', seriesOf([{ value: 1 }, { value: 2, status: 'disputed' }]))
    const runs = valueRuns(series, 1, 'value', 21)
    expect(Math.min(...runs.map(run => run.size))).toBe(18)
  })
})
