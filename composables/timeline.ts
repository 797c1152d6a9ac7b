import type { EventSeries, Series, SeriesEvent } from './evidenceSchema.ts'
import type { Box } from './textBox.ts'
import type { AxisCell } from './timeAxis.ts'
import { scaleUtc } from 'd3-scale'
import { dateWords, spanOfEvent } from './eventDates.ts'
import { GAP, placeFlags } from './flags.ts'
import { textWidth } from './textBox.ts'
import { cellsOf, extentOf, MOST_DAYS } from './timeAxis.ts'

/** Events of one series, on one side of the axis. */
export interface TimelineLane {
  /** Its id in evidence/series.yaml. */
  id: string
  series: EventSeries
  /** A few words at the left; without them the lane has no name. */
  name?: string | undefined
}

export interface TimelineOptions {
  /** Pixels. */
  width: number
  /** Pixels at most; the picture is lower where its events need less. */
  height: number
  /** First and last day, month or year of the axis; the events' own where left out. */
  from?: string | undefined
  to?: string | undefined
  /** Labels of the events to draw; all on the axis where left out. */
  pick?: readonly string[] | undefined
  /** Labels of the events drawn in the lens colour. */
  emphasis?: readonly string[] | undefined
}

export interface PlacedEvent {
  event: SeriesEvent
  /** `17 Oct 2023 · tighter` */
  when: string
  x: number
  /** Ends of the stem, from the axis outwards. */
  stem: [from: number, to: number]
  text: Box
  anchor: 'start' | 'end'
  /** A period on the axis, or the month or year in which it fell where no day is known. */
  bar?: { x: number, width: number, vague: boolean } | undefined
  emphasised: boolean
}

export interface TimelinePicture {
  width: number
  height: number
  axis: Box
  cells: AxisCell[]
  /** Size of the labels and of their dates. */
  type: { label: number, when: number }
  lanes: { id: string, name: string, nameY: number, events: PlacedEvent[] }[]
}

/** What a direction does to the rules; a plain event needs no word. */
export const DIRECTION_WORDS = { event: '', tighten: 'tighter', loosen: 'looser', mixed: 'mixed' } as const

/** Type of lanes' names in pixels, as in Timeline.vue. */
const NAME_SIZE = 22
/** Sizes of an event's label and date, tried from the largest; `row` is how far apart they stand at least and at most. */
const TYPES = [
  { label: 22, when: 17, height: 44, row: [50, 66] },
  { label: 19, when: 16, height: 39, row: [43, 58] },
  { label: 17, when: 15, height: 36, row: [38, 52] },
] as const

/** Room for marks between the axis and the nearest text. */
const CLEAR = 16
/** Half a mark, so that none is cut at the ends of the axis. */
const INSET = 8
/**
 * @param id of a series, as written on the slide
 * @throws {Error} where the series has points in place of events
 */
export function eventsOf(id: string, series: Series): EventSeries {
  if (series.kind !== 'events')
    throw new Error(`Timeline ${id}: the series has points and no events; name one of kind events in evidence/series.yaml.`)
  return series
}

/**
 * Lays out one or two lanes of events on one axis of time: the first lane above it, the second below.
 *
 * @throws {Error} where a label is unknown or outside the axis, the axis has no length or no event, and the events do not fit
 */
export function layOutTimeline(lanes: readonly TimelineLane[], { width, height, from, to, pick, emphasis = [] }: TimelineOptions): TimelinePicture {
  const title = `Timeline ${lanes.map(it => it.id).join(', ')}`
  const [start, end] = extentOf(lanes, from, to)
  if (!(start < end))
    throw new Error(`${title}: the axis from ${from} to ${to} has no length; give two days, months or years such as 2022-10, the earlier first.`)
  const isOnAxis = (it: SeriesEvent) => spanOfEvent(it)[0] < end && spanOfEvent(it)[1] > start
  const all = lanes.flatMap(it => it.series.events)
  for (const label of [...pick ?? [], ...emphasis]) {
    const named = all.filter(it => it.label === label)
    if (named.length === 0)
      throw new Error(`${title}: there is no event "${label}"; take a label of evidence/series.yaml.`)
    if (!named.some(it => isOnAxis(it) && (pick?.includes(label) ?? true)))
      throw new Error(`${title}: the event "${label}" is not in the picture; widen from and to, pick it, or leave it out.`)
  }

  const x = scaleUtc([start, end], [INSET, width - INSET]).clamp(true)
  const cells = cellsOf(start, end, x)
  const isByDay = end - start <= MOST_DAYS
  const band = cells.some(it => it.below) ? 46 : 28
  const drawn = lanes.map(lane => lane.series.events
    .filter(it => isOnAxis(it) && (pick?.includes(it.label) ?? true))
    .map((event) => {
      const date = dateWords(event.date, event.until)
      const when = [isByDay ? date.replace(/ \d{4}/g, '') : date, DIRECTION_WORDS[event.direction]].filter(Boolean).join(' · ')
      const [from, to] = spanOfEvent(event).map(x) as [number, number]
      // A period stands at its start, anything else in the middle of what is known of its date.
      return { event, when, bar: barOf(event, from, to), x: event.until === undefined ? (from + to) / 2 : from, emphasised: emphasis.includes(event.label) }
    })
    .sort((a, b) => a.x - b.x))
  if (drawn.flat().length === 0)
    throw new Error(`${title}: no event lies on the axis; widen from and to.`)

  for (const { label, when, height: textHeight, row: [least, most] } of TYPES) {
    const widthOf = (it: { event: SeriesEvent, when: string }) => Math.max(textWidth(it.event.label, label, true), textWidth(it.when, when))
    const room = Math.floor((height - band - CLEAR * lanes.length) / least)
    const places = drawn.map((events, i) => placeFlags(events.map(it => ({ x: it.x, width: widthOf(it) })), width, widthOfName(lanes[i]?.name)))
    const [above = 0, below = 0] = places.map(it => it?.levels ?? Infinity)
    if (above + below > room)
      continue
    const row = Math.min(most, (height - band - CLEAR * lanes.length) / (above + below))
    const axis = { x: INSET, y: above * row + CLEAR, width: width - 2 * INSET, height: band }
    const bottom = axis.y + band + (lanes.length > 1 ? CLEAR + below * row : 0)

    return {
      width,
      height: bottom,
      axis,
      cells,
      type: { label, when },
      lanes: lanes.map(({ id, name = '' }, lane) => ({
        id,
        name,
        nameY: lane === 0 ? NAME_SIZE : bottom - 5,
        events: (drawn[lane] ?? []).map((it, i) => {
          const { level, side } = places[lane]?.places[i] ?? { level: 1, side: 1 }
          const textSize = widthOf(it)
          const y = lane === 0 ? axis.y - CLEAR - level * row : axis.y + band + CLEAR + level * row - textHeight
          return {
            ...it,
            stem: lane === 0 ? [axis.y, y] : [axis.y + band, y + textHeight],
            text: { x: side === 1 ? it.x + GAP : it.x - GAP - textSize, y, width: textSize, height: textHeight },
            anchor: side === 1 ? 'start' : 'end',
          }
        }),
      })),
    }
  }
  throw new Error(`${title}: ${drawn.flat().length} events do not fit; pick fewer.`)
}

/** A period; or the whole month or year, where no day is known and that is more than the width of a mark. */
function barOf({ date, until }: SeriesEvent, start: number, end: number): PlacedEvent['bar'] {
  const vague = until === undefined
  return vague && (date.length > 7 || end - start < 2 * CLEAR) ? undefined : { x: start, width: end - start, vague }
}

/** The room that a lane's name takes at the left. */
function widthOfName(name = ''): number {
  return name === '' ? 0 : textWidth(name, NAME_SIZE, true) + 2 * GAP
}
