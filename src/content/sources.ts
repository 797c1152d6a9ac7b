import type { Source } from './evidenceSchema.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * `2025-01-27` or `2025-01` as `Jan 2025`, `2025` as it is, `2022-2024` as `2022–2024`.
 *
 * @param date ISO, to the day, month or year, or a range of years
 */
export function formatMonth(date: string): string {
  const [, from, to] = /^(\d{4})-(\d{4})\b/.exec(date) ?? []
  if (from !== undefined)
    return `${from}–${to}`
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?\b/.exec(date) ?? []
  return year === undefined ? date : month === undefined ? year : `${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** Host of an address without `www.`, as a reader would name the site. */
export function siteOf(address: string): string {
  return new URL(address).host.replace(/^www\./, '')
}

/** How we know a source, where we did not read the original at its publisher; otherwise empty. */
export function formatAccess({ kind, copy, read }: Source): string {
  if (kind === 'mirror')
    return 'a copy or digest, its original not found'
  if (copy !== undefined)
    return `read in a copy at ${siteOf(copy)}`
  return read ? '' : 'known through reports'
}

/** With a full stop, unless it has a mark of its own at the end, as `Inc.` and `Why now?` have. */
export function endSentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`
}

/** A source in one line of notes: title, publisher, date, and how we know it. */
export function formatReference(source: Source): string {
  const access = formatAccess(source)
  return `${endSentence(source.title)} ${source.publisher}, ${source.date}${access && ` (${access})`}.`
}
