import type { SeriesEvent } from './evidenceSchema.ts'
import { formatMonth } from './sources.ts'

/**
 * A date as exact as it is known: `7 Oct 2022`, `Oct 2022` or `2022`. In a period, what both ends share is written
 * once: `9–15 Apr 2025`.
 */
export function formatEventDate(date: string, until?: string): string {
  const to = dateParts(until ?? date)
  if (until === undefined)
    return to.join(' ')
  const from = dateParts(date)
  let shared = 0
  while (shared < from.length - 1 && from.at(-1 - shared) === to.at(-1 - shared))
    shared++
  const start = from.slice(0, from.length - shared)
  return `${start.join(' ')}${start.length === 1 && to.length - shared === 1 ? '–' : ' – '}${to.join(' ')}`
}

/** Day, month and year of a date as texts, without those that are not known. */
export function dateParts(date: string): string[] {
  const day = date.slice(8)
  return [...day ? [String(Number(day))] : [], ...formatMonth(date).split(' ')]
}

/** Start of a day, month or year, and start of the next one, in milliseconds since 1970 (UTC). */
export function timeSpanOf(date: string): [start: number, end: number] {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined)
    return [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
  return day === undefined
    ? [Date.UTC(year, month - 1), Date.UTC(year, month)]
    : [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day + 1)]
}

/** The time in which an event may have happened, or which a period covers, in milliseconds since 1970 (UTC). */
export function timeSpanOfEvent({ date, until = date }: SeriesEvent): [start: number, end: number] {
  return [timeSpanOf(date)[0], timeSpanOf(until)[1]]
}
