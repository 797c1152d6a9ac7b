import type { EventSeries } from '../content/evidenceSchema.ts'
import { dateParts, timeSpanOf } from '../content/eventDates.ts'
import { textWidth } from './textMetrics.ts'

const DAY_MS = 86_400_000
/** An axis up to this long has cells for days, a longer one for months, then for years. */
export const DAYS_UP_TO_MS = 21 * DAY_MS
const MONTHS_UP_TO_MS = 620 * DAY_MS
/** Type of the axis, px; Timeline.vue sets it so. */
const AXIS_SIZE = 15

/** A day, month or year of the axis, px; a label without room is empty. */
export interface AxisCell { x: number, width: number, label: string, below: string, weekend: boolean }

/**
 * Ends of the axis in ms since 1970, UTC. Left out, they are those of the events, rounded to whole months on an axis
 * longer than `DAYS_UP_TO_MS`.
 */
export function extentOf(
  lanes: readonly { series: EventSeries }[],
  from?: string,
  to?: string,
): [start: number, end: number] {
  const events = lanes.flatMap(lane => lane.series.events)
  const first = from ?? events.map(event => event.date).reduce((a, b) => (timeSpanOf(a)[0] <= timeSpanOf(b)[0] ? a : b))
  const ends = events.map(event => event.until ?? event.date)
  const last = to ?? ends.reduce((a, b) => (timeSpanOf(a)[1] >= timeSpanOf(b)[1] ? a : b))
  const isShort = timeSpanOf(last)[1] - timeSpanOf(first)[0] <= DAYS_UP_TO_MS
  return [
    timeSpanOf(from === undefined && !isShort ? first.slice(0, 7) : first)[0],
    timeSpanOf(to === undefined && !isShort ? last.slice(0, 7) : last)[1],
  ]
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/**
 * The days, months or years of an axis.
 *
 * @param start ms since 1970, UTC
 * @param end ms since 1970, UTC
 * @param x px at a time in ms
 */
export function axisCells(start: number, end: number, x: (date: number) => number): AxisCell[] {
  const unit = end - start <= DAYS_UP_TO_MS ? 10 : end - start <= MONTHS_UP_TO_MS ? 7 : 4
  const cells: AxisCell[] = []
  let shown = ''
  for (let at = start; at < end;) {
    const iso = new Date(at).toISOString().slice(0, unit)
    const next = Math.min(timeSpanOf(iso)[1], end)
    const [left, right] = [x(at), x(next)]
    const fits = (text: string) => textWidth(text, AXIS_SIZE) <= right - left ? text : ''
    // Day, month and year; or month and year; or the year alone.
    const [first = '', second = ''] = dateParts(iso)
    const weekday = new Date(at).getUTCDay()
    const isNew = second !== '' && second !== shown && fits(second) !== ''
    shown = isNew ? second : shown
    cells.push({
      x: left,
      width: right - left,
      label: fits(unit === 10 && isNew ? `${first} ${second}` : first),
      below: unit === 10 ? fits(WEEKDAYS[weekday] ?? '') : isNew ? second : '',
      weekend: unit === 10 && weekday % 6 === 0,
    })
    at = next
  }
  return cells
}
