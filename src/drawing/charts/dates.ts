import type { Chosen } from './chosen.ts'
import { scaleUtc } from 'd3-scale'
import { dateWords, spanOf } from '../../content/eventDates.ts'

const YEAR_ONLY = /^\d{4}$/
const TICKS = 4
const MONTH = 30.4 * 86_400_000
/** Up to so long an axis names days, then months, then years. */
const DAYS_UP_TO = 4 * MONTH
const MONTHS_UP_TO = 30 * MONTH

/**
 * Where a date stands in time: the middle of its year, month or day.
 *
 * @param date ISO, to the day, month or year
 * @returns ms since 1970, UTC
 */
export function timeOf(date: string): number {
  const [start, end] = spanOf(date)
  return (start + end) / 2
}

/**
 * When each point of a series was.
 *
 * @returns ms since 1970, in the order of the points
 * @throws {Error} naming the first point without a date
 */
export function timesOf({ id, points }: Chosen): number[] {
  return points.map(({ label, date }) => {
    if (date === undefined)
      throw new Error(`Point "${label}" of series ${id} has no date, which a line needs; add one or draw bars or dots.`)
    return timeOf(date)
  })
}

/** The dates to write under a chart: each year of yearly figures, else a few round days, months or years. */
export function timeTicks({ points }: Chosen, times: number[]): { time: number, label: string }[] {
  const dates = [...new Set(points.flatMap(point => point.date ?? []))]
  if (dates.every(date => YEAR_ONLY.test(date)))
    return dates.map(date => ({ time: timeOf(date), label: date }))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const length = last - first <= DAYS_UP_TO ? 10 : last - first <= MONTHS_UP_TO ? 7 : 4
  return scaleUtc()
    .domain([first, last])
    .ticks(TICKS)
    .map(tick => ({ time: tick.getTime(), label: dateWords(tick.toISOString().slice(0, length)) }))
}
