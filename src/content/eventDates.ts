import type { SeriesEvent } from './evidenceSchema.ts'
import { formatMonth } from './sources.ts'

/**
 * `7 Oct 2022`, `Oct 2022` or `2022`, as exact as it is known; a period without what its ends share: `9–15 Apr 2025`.
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

/** Day, month and year of a date, as far as they are known. */
export function dateParts(date: string): string[] {
  const day = date.slice(8)
  return [...day ? [String(Number(day))] : [], ...formatMonth(date).split(' ')]
}

/** First moment of a day, month or year, and the first after it, in milliseconds. */
export function timeSpanOf(date: string): [start: number, end: number] {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined)
    return [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
  return day === undefined
    ? [Date.UTC(year, month - 1), Date.UTC(year, month)]
    : [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day + 1)]
}

/** All the time in which an event may have been, or a period was. */
export function timeSpanOfEvent({ date, until = date }: SeriesEvent): [start: number, end: number] {
  return [timeSpanOf(date)[0], timeSpanOf(until)[1]]
}
