import type { EventSeries } from '../content/evidenceSchema.ts'
import { dateParts, timeSpanOf } from '../content/eventDates.ts'
import { textWidth } from './textMetrics.ts'

const DAY_MS = 86_400_000
/** An axis up to this long has cells for days, a longer one for months, then for years. */
export const DAYS_UP_TO_MS = 21 * DAY_MS
const MONTHS_UP_TO_MS = 620 * DAY_MS
/** Type in the bar, px; Timeline.vue sets it so. */
export const AXIS_SIZE = 17

/** A day, month or year of the axis, px; a label without room is empty. `isFirst`: of a year, or of a month of days. */
export interface AxisCell { x: number, width: number, label: string, isFirst: boolean, weekend: boolean }

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

/**
 * The days, months or years of an axis. A day names its month where that changes; January stands as its year.
 *
 * @param start ms since 1970, UTC
 * @param end ms since 1970, UTC
 * @param x px at a time in ms
 */
export function axisCells(start: number, end: number, x: (date: number) => number): AxisCell[] {
  const unit = end - start <= DAYS_UP_TO_MS ? 10 : end - start <= MONTHS_UP_TO_MS ? 7 : 4
  const cells: AxisCell[] = []
  for (let at = start; at < end;) {
    const iso = new Date(at).toISOString().slice(0, unit)
    const next = Math.min(timeSpanOf(iso)[1], end)
    const [left, right] = [x(at), x(next)]
    const isFirst = unit === 4 || (unit === 7 ? iso.endsWith('-01') : at === start || iso.endsWith('-01'))
    const label = labelOf(iso, isFirst)
    cells.push({
      x: left,
      width: right - left,
      label: textWidth(label, AXIS_SIZE) <= right - left ? label : '',
      isFirst,
      weekend: unit === 10 && new Date(at).getUTCDay() % 6 === 0,
    })
    at = next
  }
  return cells
}

/** `20 Jan` or `21`; `2025` for its January or `Feb`; `2025`. */
function labelOf(iso: string, isFirst: boolean): string {
  const [first = '', second = ''] = dateParts(iso)
  if (iso.length === 10)
    return isFirst ? `${first} ${second}` : first
  return iso.length === 7 && isFirst ? second : first
}
