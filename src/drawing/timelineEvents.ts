import type { EventSeries, Series, SeriesEvent } from '../content/evidenceSchema.ts'
import { formatEventDate, timeSpanOfEvent } from '../content/eventDates.ts'
import { DAYS_UP_TO_MS } from './timeAxis.ts'

/** Events of one series, on one side of the axis. */
export interface TimelineLane {
  /** Its id in evidence/series.yaml. */
  id: string
  series: EventSeries
  /** A few words at the left; without them the lane has no name. */
  name?: string | undefined
}

/** Which events of its series a timeline draws. */
export interface EventSelection {
  /** Labels of the events to draw; all on the axis where left out. */
  pick?: readonly string[] | undefined
  /** Labels of the events drawn in the lens colour. */
  emphasis?: readonly string[] | undefined
  /** Whether the date says what an event does to the rules. @default true */
  directions?: boolean | undefined
}

/** An event that has its place along the axis. */
export interface DatedEvent {
  event: SeriesEvent
  /** `17 Oct 2023 · tighter` */
  when: string
  x: number
  /** A period on the axis, or the month or year in which it fell where no day is known. */
  bar?: { x: number, width: number, vague: boolean } | undefined
  emphasised: boolean
}

/** What an event does to the rules; a plain event has no word. */
export const DIRECTION_WORDS = { event: '', tighten: 'tighter', loosen: 'looser', mixed: 'both ways' } as const

/** px, a little more than a mark: what lasts longer on the axis is drawn as long as it is. */
const LEAST_BAR_WIDTH = 16

/**
 * @param id of a series, as written on the slide
 * @throws {Error} where the series has points in place of events
 */
export function eventsOf(id: string, series: Series): EventSeries {
  if (series.kind !== 'events') {
    throw new Error(
      `Timeline ${id}: the series has points and no events; name one of kind events in evidence/series.yaml.`,
    )
  }
  return series
}

/**
 * @param title of the timeline, for the error
 * @param axis its ends in milliseconds
 * @throws {Error} where a label that is picked, emphasised or of the window is unknown or not drawn
 */
export function checkLabels(
  title: string,
  lanes: readonly TimelineLane[],
  axis: [start: number, end: number],
  { pick, emphasis = [], window = [] }: EventSelection & { window?: readonly string[] | undefined },
): void {
  const all = lanes.flatMap(lane => lane.series.events)
  for (const label of [...pick ?? [], ...emphasis, ...window]) {
    const named = all.filter(event => event.label === label)
    if (named.length === 0)
      throw new Error(`${title}: there is no event "${label}"; take a label of evidence/series.yaml.`)
    if (!named.some(event => isDrawn(event, axis, pick))) {
      throw new Error(
        `${title}: the event "${label}" is not in the picture; widen from and to, pick it, or leave it out.`,
      )
    }
  }
}

/**
 * The events of a series that are drawn, from left to right.
 *
 * @param axis its ends in milliseconds
 * @param x pixels of a moment in milliseconds
 */
export function datedEvents(
  series: EventSeries,
  axis: [start: number, end: number],
  x: (date: number) => number,
  { pick, emphasis = [], directions = true }: EventSelection,
): DatedEvent[] {
  const isByDay = axis[1] - axis[0] <= DAYS_UP_TO_MS
  return series.events
    .filter(event => isDrawn(event, axis, pick))
    .map((event): DatedEvent => {
      const date = event.when ?? formatEventDate(event.date, event.until)
      const when = [isByDay ? date.replace(/ \d{4}/g, '') : date, directions && DIRECTION_WORDS[event.direction]]
        .filter(Boolean)
        .join(' · ')
      const [start, end] = timeSpanOfEvent(event)
      const [left, right] = [x(start), x(end)]
      const bar = barOf(event, left, right)
      // The label of a long period stands at its start, any other in the middle of its day, month or year.
      return {
        event,
        when,
        bar,
        x: bar && event.until !== undefined ? left : (left + right) / 2,
        emphasised: emphasis.includes(event.label),
      }
    })
    .sort((a, b) => a.x - b.x)
}

function isDrawn(event: SeriesEvent, [start, end]: [number, number], pick: readonly string[] | undefined): boolean {
  const [from, to] = timeSpanOfEvent(event)
  return from < end && to > start && (pick?.includes(event.label) ?? true)
}

/** A bar for a period, a month or a year, where it is wide enough to be told from a mark. */
function barOf({ date, until }: SeriesEvent, start: number, end: number): DatedEvent['bar'] {
  const vague = until === undefined
  const width = end - start
  return (vague && date.length > 7) || width < LEAST_BAR_WIDTH ? undefined : { x: start, width, vague }
}
