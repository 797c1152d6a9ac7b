import type { Rule, TextLine } from './drawing.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { formatEventDate } from '../../content/eventDates.ts'
import { timeOf } from './dates.ts'
import { GAP, SMALL } from './drawing.ts'

/** px between two rows, for the line of an event and its words. */
export const EVENT_HEIGHT = 32

/**
 * The event of a series as an upright line through a chart over time, its words at the top, on the side with more room;
 * undefined where it lies outside.
 */
export function eventUpright(
  series: SelectedSeries,
  x: (time: number) => number,
  { top, bottom, width }: { top: number, bottom: number, width: number },
): { rule: Rule, text: TextLine } | undefined {
  if (!series.event)
    return
  const at = x(timeOf(series.event.date))
  if (at < 0 || at > width)
    return
  return {
    rule: { x1: at, x2: at, y1: top, y2: bottom, role: 'event' },
    text: {
      x: at > width / 2 ? at - GAP : at + GAP,
      y: top + 17,
      anchor: at > width / 2 ? 'end' : 'start',
      runs: [{ text: eventWords(series), size: SMALL, voice: 'plain' }],
      emphasis: false,
    },
  }
}

/** The first row after the event of a series, where it lies between two of its rows. */
export function rowAfterEvent({ event, points }: SelectedSeries): number | undefined {
  if (!event)
    return
  const after = points.findIndex(({ date }) => date !== undefined && timeOf(date) > timeOf(event.date))
  return after > 0 ? after : undefined
}

/** `27 Jan 2025: Nvidia falls` */
function eventWords({ event }: SelectedSeries): string {
  return event ? `${formatEventDate(event.date)}: ${event.label}` : ''
}

/** The event of a series as a line across the chart above the row that starts at `top`, its words at the right. */
export function eventAcross(
  series: SelectedSeries,
  top: number,
  [left, right]: [number, number],
): { rule: Rule, text: TextLine } {
  return {
    rule: { x1: left, x2: right, y1: top - 5, y2: top - 5, role: 'event' },
    text: {
      x: right,
      y: top - 12,
      anchor: 'end',
      runs: [{ text: eventWords(series), size: SMALL, voice: 'plain' }],
      emphasis: false,
    },
  }
}
