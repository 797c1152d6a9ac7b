import type { EstimatePoll, EstimateTally } from './answer.ts'
import { formatRange } from '../../../drawing/charts/format.ts'
import { formatPeople, NOBODY } from '../../people.ts'
import { ESTIMATE_BINS, LEAST_FOR_HALVES, placeOf, valueAt } from './axis.ts'

/** Significant digits of a number that the room arrived at: more would pretend to know more. */
const DIGITS = 2

/**
 * A number that the room arrived at, with more digits only where the axis needs them to tell two of its steps apart.
 */
export function formatRounded(poll: EstimatePoll, value: number): string {
  const { unit } = poll
  const place = placeOf(poll, value)
  const step = valueAt(poll, place + 1 / ESTIMATE_BINS) - value
  const needed = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(step)) + 1
  const rounded = Number(value.toPrecision(Math.max(DIGITS, needed)))
  return formatRange({ low: rounded, high: rounded }, unit)
}

/** The reference value or its range, in full. */
export function formatReference({ unit }: Pick<EstimatePoll, 'unit'>, [low, high]: [number, number]): string {
  return formatRange({ low, high }, unit)
}

/**
 * The middle half of a room, and its ends as they are read.
 *
 * @returns undefined for too few people, and where both ends are read the same: then half the room says just that
 */
export function halfOf(
  poll: EstimatePoll,
  { people, middle }: EstimateTally,
): { ends: [number, number], read: [string, string] } | undefined {
  if (!middle || people < LEAST_FOR_HALVES)
    return undefined
  const [low, high] = middle
  const read: [string, string] = [formatRounded(poll, low), formatRounded(poll, high)]
  return read[0] === read[1] ? undefined : { ends: [low, high], read }
}

/** Whether half the room or more says the median itself: nobody is below the least, nor above the most. */
function isAgreed(poll: EstimatePoll, { median, middle }: EstimateTally): boolean {
  const sayTheSame = middle && formatRounded(poll, middle[0]) === formatRounded(poll, middle[1])
  return sayTheSame || median === poll.min || median === poll.max
}

/** What stands at the median, the shorter wording last. */
export function formatMedian(poll: EstimatePoll, tally: EstimateTally): string[] {
  const { people, median } = tally
  if (median === undefined)
    return []
  const value = formatRounded(poll, median)
  if (people === 1)
    return [`one answer: ${value}`]
  const said = isAgreed(poll, tally) ? `says ${value}` : `below ${value}`
  return [`half the room ${said}`, `half ${said}`]
}

/** What the histogram of an estimate says. */
export function formatEstimateResults(poll: EstimatePoll, tally: EstimateTally, reference?: [number, number]): string {
  const { people, median } = tally
  if (median === undefined)
    return `${NOBODY}.`
  const record = reference ? ` The record: ${formatReference(poll, reference)}.` : ''
  const value = formatRounded(poll, median)
  if (people === 1)
    return `One person estimates ${value}.${record}`
  const half = `Half of ${formatPeople(people)} ${isAgreed(poll, tally) ? 'say' : 'are below'} ${value}`
  const band = halfOf(poll, tally)
  return `${half}${band ? `, the middle half from ${band.read[0]} to ${band.read[1]}` : ''}.${record}`
}
