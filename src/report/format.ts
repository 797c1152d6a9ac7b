import type { Cell, ComparisonReport, Measure } from './model.ts'
import { numberInWords } from '../content/numbers.ts'
import { formatPercent, listNames } from '../polls/people.ts'
import { MIN_GROUP } from './privacy.ts'

const DATE = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** The day of a moment in milliseconds since 1970, by this machine's clock: `Tuesday 24 November 2026`. */
export const formatDate = (time: number): string => DATE.format(time).replace(',', '')
/** `14:05` */
export const formatTime = (time: number): string => TIME.format(time)
/** `14:05 to 14:09`, or `14:05` */
export function formatSpan(from: number, to: number): string {
  const [start, end] = [formatTime(from), formatTime(to)]
  return start === end ? start : `${start} to ${end}`
}

export const FEW = `fewer than ${numberInWords(MIN_GROUP)}`

/** Measures that are people, and so are withheld where they are few. */
const DIGITS: Partial<Record<Measure, number>> = { place: 1, points: 0 }

/** A cell of a table as text. */
export function formatCell(measure: Measure, value: Cell): string {
  if (value === undefined)
    return measure === 'people' ? FEW : 'withheld'
  if (typeof value === 'string')
    return value
  if (measure === 'share' || measure === 'before' || measure === 'after')
    return formatPercent(value, 1)
  if (measure === 'difference')
    return formatDifference(value)
  const digits = DIGITS[measure] ?? 0
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** `+12 points`, `−3 points`, `no change` */
function formatDifference(value: number): string {
  const points = Math.round(value * 100)
  const size = Math.abs(points)
  return points === 0 ? 'same' : `${points > 0 ? '+' : '−'}${size} ${size === 1 ? 'point' : 'points'}`
}

/** Both names: `“Monday” and “Tuesday”`. */
export const formatSessions = ({ sessions }: ComparisonReport): string =>
  listNames(sessions.map(({ session }) => `“${session}”`))
