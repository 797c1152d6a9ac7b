import type { Chosen } from './chosen.ts'
import { scaleUtc } from 'd3-scale'
import { monthOf } from '../sources.ts'

const YEAR_ONLY = /^\d{4}$/
const TICKS = 4
const MOST_MONTHS = 30

/**
 * Where a date stands in time: the middle of its year, month or day.
 *
 * @param date ISO, to the day, month or year
 * @returns ms since 1970, UTC
 */
export function timeOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number)
  return month === undefined ? Date.UTC(year, 6) : Date.UTC(year, month - 1, day ?? 15, 12)
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

/** The dates to write under a chart: each year of yearly figures, else a few round months or years. */
export function timeTicks({ points }: Chosen, times: number[]): { time: number, label: string }[] {
  const dates = [...new Set(points.flatMap(it => it.date ?? []))]
  if (dates.every(it => YEAR_ONLY.test(it)))
    return dates.map(it => ({ time: timeOf(it), label: it }))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const months = (last - first) / 30.4 / 86_400_000
  return scaleUtc().domain([first, last]).ticks(TICKS).map((it) => {
    const iso = it.toISOString()
    return { time: it.getTime(), label: months > MOST_MONTHS ? iso.slice(0, 4) : monthOf(iso.slice(0, 7)) }
  })
}
