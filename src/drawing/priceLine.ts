import type { Series } from '../content/evidenceSchema.ts'
import { dateParts, timeSpanOf } from '../content/eventDates.ts'

const DAY_MS = 86_400_000
/** A scale begins at a multiple of this below the lowest close, in the unit of the closes. */
const SCALE_STEP = 5
/** px kept free for the dot on the first close and for the last stretch of the line. */
const LEFT = 8
const RIGHT = 24
/** px between the lowest close and the axis, at least. */
const ABOVE_AXIS = 10
const MONDAY = 1
/** Before the fall, the fall, after it. */
const STATES = 3

/** A closing price. */
export interface Close { date: string, value: number }

export interface PricePoint extends Close { x: number, y: number }

/** A tick of the time axis: a Monday. */
export interface MondayTick { date: string, x: number, label: string }

export interface PricePicture {
  points: PricePoint[]
  /** The line up to the fall, the fall itself, and what came after it, as SVG paths that join. */
  before: string
  fall: string
  after: string
  /** Last close before the fall, the close of that day, the lowest and the highest after it. */
  eve: PricePoint
  bottom: PricePoint
  lowest: PricePoint
  highest: PricePoint
  axisY: number
  ticks: MondayTick[]
  /** Where the scale starts, in the unit of the closes. */
  scaleStart: number
}

/** Where the line may be drawn, px: the axis lies at its foot. */
export interface PriceSpace { width: number, top: number, axisY: number }

/**
 * A price day by day, in three stretches that are drawn one after the other on one scale: up to the eve of a fall, the
 * day of the fall, and all days after it. Days lie apart as on the calendar, so a weekend takes its room.
 *
 * @param closes in the order of time
 * @param fallDay ISO date of the close that ends the fall
 * @param space px
 * @throws {Error} where the closes are not in order, or none lies before, on or after the day of the fall
 */
export function layOutPrice(closes: readonly Close[], fallDay: string, space: PriceSpace): PricePicture {
  const fallAt = closes.findIndex(close => close.date === fallDay)
  const unsorted = closes.find((close, i) => i > 0 && close.date <= (closes[i - 1]?.date ?? ''))
  if (unsorted)
    throw new Error(`PriceLine: the close of ${unsorted.date} is out of order; sort the series by date.`)
  if (fallAt < 1 || fallAt >= closes.length - 1) {
    throw new Error(
      `PriceLine: ${fallDay} needs a close of its own, one before it and one after it; mend the day or the series.`,
    )
  }
  const points = placePoints(closes, space)
  const rest = points.slice(fallAt + 1)
  const by = (isBetter: (a: PricePoint, b: PricePoint) => boolean) => rest.reduce((a, b) => isBetter(a, b) ? a : b)
  const [eve, bottom] = points.slice(fallAt - 1) as [PricePoint, PricePoint]
  return {
    points,
    before: pathOf(points.slice(0, fallAt)),
    fall: pathOf([eve, bottom]),
    after: pathOf(points.slice(fallAt)),
    eve,
    bottom,
    lowest: by((a, b) => a.value <= b.value),
    highest: by((a, b) => a.value >= b.value),
    axisY: space.axisY,
    ticks: mondays(points),
    scaleStart: startOf(closes),
  }
}

/** The x of any day on the axis of a picture, px; days without a close too. */
export function dayX({ points }: Pick<PricePicture, 'points'>, date: string): number {
  const [first, last] = [points[0], points.at(-1)] as [PricePoint, PricePoint]
  const share = (dayOf(date) - dayOf(first.date)) / (dayOf(last.date) - dayOf(first.date))
  return first.x + share * (last.x - first.x)
}

/** A note under a day of the axis, from a state on; without words it gives the close of that day. */
export interface DayNote { at: number, date: string, words?: string | undefined, under: string }

/**
 * What the three states say.
 *
 * @throws {Error} where a state has no title, or a note has no state or no day on the axis
 */
export function checkStates(
  closes: readonly Close[],
  { titles, notes = [] }: { titles: readonly string[], notes?: readonly DayNote[] | undefined },
): void {
  if (titles.length !== STATES)
    throw new Error(`PriceLine: ${titles.length} titles are named; write one for each of the ${STATES} states.`)
  for (const { at, date, words } of notes) {
    if (![...titles.keys()].includes(at))
      throw new Error(`PriceLine: the note of ${date} is at ${at}; name its state, 0 to ${STATES - 1}.`)
    const isOnAxis = date >= (closes[0]?.date ?? '') && date <= (closes.at(-1)?.date ?? '')
    if (!isOnAxis || (words === undefined && !closes.some(close => close.date === date)))
      throw new Error(`PriceLine: the note of ${date} has no close to give; name a day of the series, or words.`)
  }
}

function placePoints(closes: readonly Close[], { width, top, axisY }: PriceSpace): PricePoint[] {
  const [first, last] = [closes[0], closes.at(-1)] as [Close, Close]
  const days = dayOf(last.date) - dayOf(first.date)
  const start = startOf(closes)
  const most = Math.max(...closes.map(close => close.value))
  const scale = (axisY - ABOVE_AXIS - top) / (most - start)
  return closes.map(close => ({
    ...close,
    x: LEFT + (dayOf(close.date) - dayOf(first.date)) / days * (width - LEFT - RIGHT),
    y: axisY - ABOVE_AXIS - (close.value - start) * scale,
  }))
}

function startOf(closes: readonly Close[]): number {
  return Math.floor(Math.min(...closes.map(close => close.value)) / SCALE_STEP) * SCALE_STEP
}

function mondays(points: readonly PricePoint[]): MondayTick[] {
  const [first, last] = [points[0], points.at(-1)] as [PricePoint, PricePoint]
  const days = Array.from({ length: dayOf(last.date) - dayOf(first.date) + 1 }, (_, i) => dayOf(first.date) + i)
  return days
    .map(day => new Date(day * DAY_MS))
    .filter(day => day.getUTCDay() === MONDAY)
    .map((day) => {
      const date = day.toISOString().slice(0, 10)
      return { date, x: dayX({ points: [...points] }, date), label: dateParts(date).slice(0, 2).join(' ') }
    })
}

/** Days since 1970. */
function dayOf(date: string): number {
  return timeSpanOf(date)[0] / DAY_MS
}

function pathOf(points: readonly PricePoint[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}

/**
 * The closes of a series of points.
 *
 * @param id of the series
 * @throws {Error} where the series is one of events, has no unit of money, or a point has no day
 */
export function closesOf(id: string, series: Series): Close[] {
  if (series.kind !== 'points' || series.unit !== 'usd')
    throw new Error(`PriceLine ${id}: needs a series of points in usd; name one of evidence/series.yaml.`)
  return series.points.map(({ label, date, values }) => {
    const value = values.value?.low
    if (date?.length !== 10 || value === undefined)
      throw new Error(`PriceLine ${id}: "${label}" has no day or no value; add both in evidence/series.yaml.`)
    return { date, value }
  })
}
