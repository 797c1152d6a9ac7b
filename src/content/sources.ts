import type { Source } from './evidenceSchema.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * `2025-01-27` or `2025-01` as `Jan 2025`, `2025` as it is.
 *
 * @param date ISO, to the day, month or year
 */
export function formatMonth(date: string): string {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(date) ?? []
  return year === undefined ? date : month === undefined ? year : `${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** A source in a few words, for the foot of a slide; it says so if we have not read the source. */
export function formatSource({ title, publisher, date, read }: Source): string {
  const name = title.length > 48 ? publisher : title
  return `${name} (${formatMonth(date)}${read ? '' : ', not read by us'})`
}
