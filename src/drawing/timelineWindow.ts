import type { TimelineLane } from './timelineEvents.ts'
import { timeSpanOf } from '../content/eventDates.ts'
import { textWidth } from './textMetrics.ts'

const DAY_MS = 86_400_000
/** Type of the words in the bar, px; Timeline.vue sets it so. */
export const WINDOW_SIZE = 20

export interface WindowOptions {
  /** Labels of the events that open and close it, each on a known day. */
  window?: readonly string[] | undefined
  /** What follows the number of days: `days to the rule`. */
  windowWords?: string | undefined
}

/** The stretch between two events, px, and its length as words. */
export interface TimelineWindow { x: number, width: number, days: number, words: string }

/**
 * The stretch from the day of one event to that of another, which a timeline lights up through all lanes.
 *
 * @param title of the timeline, for the error
 * @param x pixels of a moment in milliseconds
 * @returns undefined where none is asked for
 * @throws {Error} where an event is unknown or has no day, the order is wrong, or the words do not fit into the bar
 */
export function placeWindow(
  title: string,
  lanes: readonly TimelineLane[],
  x: (date: number) => number,
  { window: labels, windowWords = 'days' }: WindowOptions,
): TimelineWindow | undefined {
  if (labels === undefined)
    return
  const [opens, closes] = labels
  if (opens === undefined || closes === undefined || labels.length > 2) {
    throw new Error(
      `${title}: the window names ${labels.length} events; name the one that opens it and the one that closes it.`,
    )
  }
  const [start, end] = [dayOf(title, lanes, opens), dayOf(title, lanes, closes)]
  const days = Math.round((end - start) / DAY_MS)
  if (days <= 0)
    throw new Error(`${title}: the window closes ("${closes}") before it opens ("${opens}"); swap the two.`)
  const [left, right] = [x(start), x(end)]
  const words = `${days} ${windowWords}`
  if (textWidth(words, WINDOW_SIZE) > right - left) {
    throw new Error(
      `${title}: "${words}" does not fit into a window of ${Math.round(right - left)} px; `
      + 'shorten windowWords or the axis.',
    )
  }
  return { x: left, width: right - left, days, words }
}

function dayOf(title: string, lanes: readonly TimelineLane[], label: string): number {
  const event = lanes.flatMap(lane => lane.series.events).find(item => item.label === label)
  if (event === undefined || event.date.length < 10) {
    throw new Error(
      `${title}: the window needs the day of "${label}"; name an event of evidence/series.yaml whose date has a day.`,
    )
  }
  return timeSpanOf(event.date)[0]
}
