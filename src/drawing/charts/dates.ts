import type { SelectedSeries } from './selectedSeries.ts'
import { scaleUtc } from 'd3-scale'
import { formatEventDate, timeSpanOf } from '../../content/eventDates.ts'

const YEAR_ONLY = /^\d{4}$/
/** About as many dates as fit under a chart. */
const TICKS = 4
const MONTH_MS = 30.4 * 86_400_000
/** ms; an axis up to this long has ticks by the day, a longer one by the month, then by the year. */
const MOST_FOR_DAYS_MS = 4 * MONTH_MS
const MOST_FOR_MONTHS_MS = 30 * MONTH_MS

/**
 * Where a date stands in time: the middle of its year, month or day.
 *
 * @param date ISO, to the day, month or year
 * @returns ms since 1970, UTC
 */
export function timeOf(date: string): number {
  const [start, end] = timeSpanOf(date)
  return (start + end) / 2
}

/**
 * When each point of a series was.
 *
 * @returns ms since 1970, in the order of the points
 * @throws {Error} naming the first point without a date
 */
export function timesOf({ id, points }: SelectedSeries): number[] {
  return points.map(({ label, date }) => {
    if (date === undefined)
      throw new Error(`Point "${label}" of series ${id} has no date, which a line needs; add one or draw bars or dots.`)
    return timeOf(date)
  })
}

/**
 * The dates under a chart: every year of yearly figures, else those of the first and last point and a few round days,
 * months or years between them, so that no point lies beyond the last date.
 */
export function timeTicks({ points }: SelectedSeries, times: number[]): { time: number, label: string }[] {
  const dates = [...new Set(points.flatMap(point => point.date ?? []))]
  if (dates.every(date => YEAR_ONLY.test(date)))
    return dates.map(date => ({ time: timeOf(date), label: date }))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const dateLength = last - first <= MOST_FOR_DAYS_MS ? 10 : last - first <= MOST_FOR_MONTHS_MS ? 7 : 4
  const round = scaleUtc()
    .domain([first, last])
    .ticks(TICKS)
    .map(tick => ({ time: tick.getTime(), label: formatEventDate(tick.toISOString().slice(0, dateLength)) }))
    .filter(({ time }) => time > first && time < last)
  const ends = [first, last].map((time) => {
    const { date = '' } = points[times.indexOf(time)] ?? {}
    return { time, label: formatEventDate(date.slice(0, dateLength)) }
  })
  const [start, end] = ends
  return [...start ? [start] : [], ...round, ...end && last > first ? [end] : []]
}
