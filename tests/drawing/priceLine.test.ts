import type { Close } from '../../src/drawing/priceLine.ts'
import { describe, expect, it } from 'vitest'
import { checkStates, closesOf, dayX, layOutPrice } from '../../src/drawing/priceLine.ts'
import { seriesOf } from './charts/support/smallSeries.ts'

const SPACE = { width: 864, top: 26, axisY: 296 }
const CLOSES: Close[] = [
  { date: '2025-01-17', value: 137 },
  { date: '2025-01-24', value: 142 },
  { date: '2025-01-27', value: 118 },
  { date: '2025-01-28', value: 129 },
  { date: '2025-02-03', value: 116 },
  { date: '2025-02-20', value: 140 },
]
const ends = (path: string) => [path.split('L')[0]?.slice(1), path.split('L').at(-1)]

describe('layOutPrice', () => {
  const picture = layOutPrice(CLOSES, '2025-01-27', SPACE)

  it('joins the three stretches at the eve and at the bottom of the fall', () => {
    expect(ends(picture.before)[1]).toBe(ends(picture.fall)[0])
    expect(ends(picture.fall)[1]).toBe(ends(picture.after)[0])
  })

  it('names the eve, the bottom, and the lowest and highest close after it', () => {
    expect([picture.eve, picture.bottom, picture.lowest, picture.highest].map(point => point.date)).toEqual([
      '2025-01-24',
      '2025-01-27',
      '2025-02-03',
      '2025-02-20',
    ])
  })

  it('puts every close on one scale of money that starts at a multiple of five below the lowest', () => {
    expect(picture.scaleStart).toBe(115)
    const [first, second] = [picture.points[0]!, picture.points[1]!]
    const perDollar = (first.y - second.y) / (second.value - first.value)
    for (const { y, value } of picture.points)
      expect(y).toBeCloseTo(first.y + (first.value - value) * perDollar, 9)
    expect(Math.min(...picture.points.map(point => point.y))).toBeCloseTo(SPACE.top, 9)
    expect(Math.max(...picture.points.map(point => point.y))).toBeLessThan(SPACE.axisY)
  })

  it('gives each day of the calendar the same room', () => {
    const day = dayX(picture, '2025-01-18') - dayX(picture, '2025-01-17')
    expect(dayX(picture, '2025-02-20') - dayX(picture, '2025-02-19')).toBeCloseTo(day, 9)
    for (const { x, date } of picture.points)
      expect(x).toBeCloseTo(dayX(picture, date), 9)
  })

  it('has a tick for each Monday, also one without a close', () => {
    expect(picture.ticks.map(tick => tick.label)).toEqual(['20 Jan', '27 Jan', '3 Feb', '10 Feb', '17 Feb'])
    expect(new Set(picture.ticks.slice(1).map((tick, i) => Math.round(tick.x - (picture.ticks[i]?.x ?? 0)))).size)
      .toBe(1)
  })

  it.each([
    ['a day without a close', CLOSES, '2025-01-26', /needs a close of its own/],
    ['the first day', CLOSES, '2025-01-17', /one before it/],
    ['the last day', CLOSES, '2025-02-20', /one after it/],
    ['closes out of order', [...CLOSES].reverse(), '2025-01-27', /2025-02-03 is out of order/],
    ['two closes of one day', [...CLOSES.slice(0, 2), ...CLOSES.slice(1)], '2025-01-27', /2025-01-24 is out of order/],
  ])('refuses %s', (_, closes, day, message) => {
    expect(() => layOutPrice(closes, day, SPACE)).toThrow(message)
  })
})

describe('closesOf', () => {
  it('takes day and close of every point', () => {
    const series = seriesOf([{ date: '2025-01-24', value: 142 }, { date: '2025-01-27', value: 118 }], { unit: 'usd' })
    expect(closesOf('daily', series)).toEqual([
      { date: '2025-01-24', value: 142 },
      { date: '2025-01-27', value: 118 },
    ])
  })

  it.each([
    ['another unit', 'percent', '2025-01-27', /PriceLine daily: needs a series of points in usd/],
    ['a point known to the month only', 'usd', '2025-01', /PriceLine daily: "b" has no day/],
    ['a point without a date', 'usd', undefined, /PriceLine daily: "b" has no day/],
  ] as const)('refuses %s', (_, unit, date, message) => {
    const last = { label: 'b', value: 118, ...(date && { date }) }
    const series = seriesOf([{ date: '2025-01-24', value: 142 }, last], { unit })
    expect(() => closesOf('daily', series)).toThrow(message)
  })
})

describe('checkStates', () => {
  const closes = [{ date: '2025-01-24', value: 142 }, { date: '2025-01-27', value: 118 }]
  const titles = ['Before', 'The fall', 'After']

  it('takes a note with words on a day without a close', () => {
    expect(() => checkStates(closes, { titles, notes: [{ at: 0, date: '2025-01-25', words: 'closed', under: '' }] }))
      .not
      .toThrow()
  })

  it.each([
    ['two titles', { titles: titles.slice(1) }, '2 titles are named'],
    ['a note at no state', { titles, notes: [{ at: 7, date: '2025-01-27', under: '' }] }, 'is at 7'],
    ['a note without a close', { titles, notes: [{ at: 1, date: '2025-01-25', under: '' }] }, 'has no close to give'],
    ['a note off the axis', { titles, notes: [{ at: 1, date: '2025-02-25', words: 'late', under: '' }] }, 'no close'],
  ])('refuses %s', (_, states, says) => {
    expect(() => checkStates(closes, states)).toThrow(says)
  })
})
