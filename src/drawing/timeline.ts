import type { Box } from './textMetrics.ts'
import type { AxisCell } from './timeAxis.ts'
import type { TimelineArrow } from './timelineArrow.ts'
import type { DatedEvent, EventSelection, TimelineLane } from './timelineEvents.ts'
import type { LabelPlace } from './timelineLabels.ts'
import type { TimelineWindow, WindowOptions } from './timelineWindow.ts'
import { scaleUtc } from 'd3-scale'
import { isDate } from '../content/calendar.ts'
import { textWidth } from './textMetrics.ts'
import { axisCells, extentOf } from './timeAxis.ts'
import { ARROW_ROOM, placeArrow } from './timelineArrow.ts'
import { checkLabels, datedEvents } from './timelineEvents.ts'
import { GAP, placeLabels } from './timelineLabels.ts'
import { placeWindow } from './timelineWindow.ts'

export interface TimelineOptions extends EventSelection, WindowOptions {
  /** Pixels. */
  width: number
  /** Pixels at most; the picture is lower where its events need less. */
  height: number
  /** First and last day, month or year of the axis; the events' own where left out. */
  from?: string | undefined
  to?: string | undefined
  /** Label of the event below the axis to which an arrow leads from the window. */
  leadsTo?: string | undefined
}

export interface PlacedEvent extends DatedEvent {
  /** Ends of the stem, from the bar outwards. */
  stem: [from: number, to: number]
  text: Box
  anchor: 'start' | 'end'
}

export interface PlacedLane {
  id: string
  name: string
  /** Baseline of the name, and the end of the bar at which it stands. */
  nameY: number
  nameAt: 'start' | 'end'
  events: PlacedEvent[]
}

export interface TimelinePicture {
  width: number
  height: number
  /** The bar of time. */
  axis: Box
  cells: AxisCell[]
  /** Size of the labels and of their dates. */
  type: { label: number, when: number }
  lanes: PlacedLane[]
  /** The stretch that lights up, with the height that it takes. */
  window?: TimelineWindow & { height: number } | undefined
  arrow?: TimelineArrow | undefined
}

/** Type of the names of lanes, px; Timeline.vue sets it so. */
const NAME_SIZE = 22
interface LabelSize {
  /** Type of an event's label and of its date, px. */
  label: number
  when: number
  /** Height of both lines, px. */
  height: number
  /** Distance from one level of labels to the next, px. */
  leastRow: number
  mostRow: number
}

/** Tried in turn, from the largest; none is smaller than can be read from the back of a hall. */
const LABEL_SIZES: readonly LabelSize[] = [
  { label: 26, when: 19, height: 50, leastRow: 56, mostRow: 84 },
  { label: 22, when: 18, height: 45, leastRow: 49, mostRow: 66 },
  { label: 19, when: 18, height: 41, leastRow: 43, mostRow: 58 },
]

/** px between the bar and the nearest text, for the marks of events. */
const CLEAR = 18
/** px, half a mark, so that none is cut at the ends of the axis. */
const INSET = 8
/** Height of the bar of time in px. */
const BAR_HEIGHT = 38

/** The events of one lane, placed along the axis but not yet away from it. */
interface DrawnLane extends TimelineLane { events: DatedEvent[] }

/**
 * Lays out one or two lanes of events on one bar of time: the first lane above it, the second below. A single lane that
 * does not fit above it is spread over both sides.
 *
 * @throws {Error} where there are no lanes or too many, a label is unknown or outside the axis, the axis has no length
 * or no event, the events or the words of the window do not fit, or the arrow would cross a label
 */
export function layOutTimeline(
  lanes: readonly TimelineLane[],
  { width, height, from, to, leadsTo, ...choice }: TimelineOptions,
): TimelinePicture {
  const title = `Timeline ${lanes.map(lane => lane.id).join(', ')}`
  if (lanes.length < 1 || lanes.length > 2)
    throw new Error(`${title}: ${lanes.length} series are named; name one or two.`)
  const [start, end] = extentOf(lanes, from, to)
  if (!(start < end) || [from, to].some(date => date !== undefined && !isDate(date))) {
    throw new Error(
      `${title}: the axis from ${from} to ${to} has no length; `
      + 'give two days, months or years such as 2022-10, the earlier first.',
    )
  }
  checkLabels(title, lanes, [start, end], choice)

  const x = scaleUtc([start, end], [INSET, width - INSET]).clamp(true)
  const drawn = lanes.map(lane => ({ ...lane, events: datedEvents(lane.series, [start, end], x, choice) }))
  const count = drawn.reduce((sum, lane) => sum + lane.events.length, 0)
  if (count === 0)
    throw new Error(`${title}: no event lies on the axis; widen from and to.`)

  const window = placeWindow(title, lanes, x, choice)
  const room = { width, height: height - (leadsTo === undefined ? 0 : ARROW_ROOM) }
  for (const size of LABEL_SIZES) {
    const placed = placeLanes(drawn, size, room) ?? placeOnBothSides(drawn, size, room)
    if (placed) {
      const type = { label: size.label, when: size.when }
      const picture = { width, cells: axisCells(start, end, x), type, ...placed }
      return { ...picture, ...windowParts(title, picture, window, leadsTo) }
    }
  }
  throw new Error(`${title}: ${count} events do not fit; pick fewer.`)
}

function windowParts(
  title: string,
  { height, lanes }: Pick<TimelinePicture, 'height' | 'lanes'>,
  window: TimelineWindow | undefined,
  leadsTo: string | undefined,
): Pick<TimelinePicture, 'height' | 'window' | 'arrow'> {
  const lit = window && { ...window, height }
  return leadsTo === undefined
    ? { height, window: lit }
    : { height: height + ARROW_ROOM, window: lit, arrow: placeArrow(title, lit, lanes[1]?.events ?? [], leadsTo) }
}

/**
 * Places the labels of all lanes in one size of type.
 *
 * @returns undefined where they do not fit
 */
function placeLanes(
  lanes: readonly DrawnLane[],
  size: LabelSize,
  { width, height }: { width: number, height: number },
): Pick<TimelinePicture, 'height' | 'axis' | 'lanes'> | undefined {
  const labels = lanes.map(({ events, name }) =>
    placeLabels(events.map(event => ({ x: event.x, width: labelWidth(event, size) })), width, nameWidth(name)),
  )
  const [above = 0, below = 0] = labels.map(lane => lane?.levels ?? Infinity)
  const room = height - BAR_HEIGHT - CLEAR * lanes.length
  if (above + below > Math.floor(room / size.leastRow))
    return undefined
  const row = Math.min(size.mostRow, room / (above + below))
  const axis = { x: INSET, y: above * row + CLEAR, width: width - 2 * INSET, height: BAR_HEIGHT }
  const bottom = axis.y + BAR_HEIGHT + (lanes.length > 1 ? CLEAR + below * row : 0)
  return {
    height: bottom,
    axis,
    lanes: lanes.map(({ id, name = '', events }, lane) => ({
      id,
      name,
      nameY: lane === 0 ? NAME_SIZE : bottom - 5,
      nameAt: labels[lane]?.nameAt ?? 'start',
      events: events.map((event, i) =>
        placeEvent(event, labels[lane]?.places[i] ?? { level: 1, side: 1 }, size, { axis, row, isAbove: lane === 0 })),
    })),
  }
}

/** Places every other event of a single lane below the bar. */
function placeOnBothSides(lanes: readonly DrawnLane[], size: LabelSize, room: { width: number, height: number }) {
  const [lane] = lanes
  if (lanes.length !== 1 || !lane)
    return
  const halves = [0, 1].map(half => ({
    ...lane,
    name: half === 0 ? lane.name : undefined,
    events: lane.events.filter((_, i) => i % 2 === half),
  }))
  const placed = placeLanes(halves, size, room)
  const [above, below] = placed?.lanes ?? []
  return placed && above && below && {
    ...placed,
    lanes: [{ ...above, events: [...above.events, ...below.events].toSorted((a, b) => a.x - b.x) }],
  }
}

function placeEvent(
  event: DatedEvent,
  { level, side }: LabelPlace,
  size: LabelSize,
  { axis, row, isAbove }: { axis: Box, row: number, isAbove: boolean },
): PlacedEvent {
  const width = labelWidth(event, size)
  const foot = axis.y + axis.height
  const y = isAbove ? axis.y - CLEAR - level * row : foot + CLEAR + level * row - size.height
  return {
    ...event,
    stem: isAbove ? [axis.y, y] : [foot, y + size.height],
    text: { x: side === 1 ? event.x + GAP : event.x - GAP - width, y, width, height: size.height },
    anchor: side === 1 ? 'start' : 'end',
  }
}

/** Width of an event's label and date, px. */
function labelWidth({ event, when }: DatedEvent, size: LabelSize): number {
  return Math.max(textWidth(event.label, size.label, true), textWidth(when, size.when))
}

/** Width that the name of a lane takes in its corner, px. */
function nameWidth(name = ''): number {
  return name === '' ? 0 : textWidth(name, NAME_SIZE, true) + 2 * GAP
}
