/**
 * `2025-01-27` or `2025-01` as `January 2025`, `2025` as it is.
 *
 * @param date ISO, to the day, month or year
 */
export function formatLongMonth(date: string): string {
  return /^\d{4}-\d{2}/.test(date)
    ? new Date(date).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
    : date
}
