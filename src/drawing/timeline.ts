import type { Box } from './textMetrics.ts'
import type { AxisCell } from './timeAxis.ts'
import type { DatedEvent, EventChoice, TimelineLane } from './timelineEvents.ts'
import { scaleUtc } from 'd3-scale'
import { textWidth } from './textMetrics.ts'
import { cellsOf, extentOf } from './timeAxis.ts'
import { checkLabels, datedEvents } from './timelineEvents.ts'
import { GAP, placeFlags } from './timelineLabels.ts'

export interface TimelineOptions extends EventChoice {
  /** Pixels. */
  width: number
  /** Pixels at most; the picture is lower where its events need less. */
  height: number
  /** First and last day, month or year of the axis; the events' own where left out. */
  from?: string | undefined
  to?: string | undefined
}

export interface PlacedEvent extends DatedEvent {
  /** Ends of the stem, from the axis outwards. */
  stem: [from: number, to: number]
  text: Box
  anchor: 'start' | 'end'
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

/** Type of lanes' names in pixels, as in Timeline.vue. */
const NAME_SIZE = 22
/**
 * Sizes of an event's label and date, tried from the largest; `row` is how far apart they stand at least and at most.
 */
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
 * Lays out one or two lanes of events on one axis of time: the first lane above it, the second below.
 *
 * @throws {Error} where there are no lanes or too many, a label is unknown or outside the axis, the axis has no length
 * or no event, and the events do not fit
 */
export function layOutTimeline(
  lanes: readonly TimelineLane[],
  { width, height, from, to, ...choice }: TimelineOptions,
): TimelinePicture {
  const title = `Timeline ${lanes.map(lane => lane.id).join(', ')}`
  if (lanes.length < 1 || lanes.length > 2)
    throw new Error(`${title}: ${lanes.length} series are named; name one or two.`)
  const [start, end] = extentOf(lanes, from, to)
  if (!(start < end)) {
    throw new Error(
      `${title}: the axis from ${from} to ${to} has no length; give two days, months or years such as 2022-10, the earlier first.`,
    )
  }
  checkLabels(title, lanes, [start, end], choice)

  const x = scaleUtc([start, end], [INSET, width - INSET]).clamp(true)
  const cells = cellsOf(start, end, x)
  const band = cells.some(cell => cell.below) ? 46 : 28
  const drawn = lanes.map(lane => datedEvents(lane.series, [start, end], x, choice))
  if (drawn.flat().length === 0)
    throw new Error(`${title}: no event lies on the axis; widen from and to.`)

  for (const {
    label,
    when,
    height: textHeight,
    row: [least, most],
  } of TYPES) {
    const widthOf = (event: DatedEvent) =>
      Math.max(textWidth(event.event.label, label, true), textWidth(event.when, when))
    const room = Math.floor((height - band - CLEAR * lanes.length) / least)
    const places = drawn.map((events, i) =>
      placeFlags(
        events.map(event => ({ x: event.x, width: widthOf(event) })),
        width,
        widthOfName(lanes[i]?.name),
      ),
    )
    const [above = 0, below = 0] = places.map(place => place?.levels ?? Infinity)
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
        events: (drawn[lane] ?? []).map((event, i) => {
          const { level, side } = places[lane]?.places[i] ?? { level: 1, side: 1 }
          const textSize = widthOf(event)
          const y = lane === 0 ? axis.y - CLEAR - level * row : axis.y + band + CLEAR + level * row - textHeight
          return {
            ...event,
            stem: lane === 0 ? [axis.y, y] : [axis.y + band, y + textHeight],
            text: { x: side === 1 ? event.x + GAP : event.x - GAP - textSize, y, width: textSize, height: textHeight },
            anchor: side === 1 ? 'start' : 'end',
          }
        }),
      })),
    }
  }
  throw new Error(`${title}: ${drawn.flat().length} events do not fit; pick fewer.`)
}

/** The room that a lane's name takes at the left. */
function widthOfName(name = ''): number {
  return name === '' ? 0 : textWidth(name, NAME_SIZE, true) + 2 * GAP
}
