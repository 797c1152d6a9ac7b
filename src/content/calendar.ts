/** Whether this is a year, month or day of the calendar: `2025`, `2025-02`, `2025-02-28`. */
export function isDate(date: string): boolean {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(date))
    return false
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(date)
}
