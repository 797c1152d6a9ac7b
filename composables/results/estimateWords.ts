import type { EstimatePoll, EstimateTally } from '../../room/protocol.ts'
import { readSpan } from '../charts/readings.ts'
import { ESTIMATE_BINS, placeOf, valueAt } from '../estimateAxis.ts'
import { NOBODY, peopleWords } from './people.ts'

/** Significant digits of a number that the room arrived at: more would pretend to know more. */
const DIGITS = 2

/** A number that the room arrived at, with more digits only where the axis needs them to tell two of its steps apart. */
export function readRounded(poll: EstimatePoll, value: number): string {
  const { unit } = poll
  const place = placeOf(poll, value)
  const step = valueAt(poll, place + 1 / ESTIMATE_BINS) - value
  const needed = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(step)) + 1
  const rounded = Number(value.toPrecision(Math.max(DIGITS, needed)))
  return readSpan({ low: rounded, high: rounded }, unit)
}

/** The reference value or its range, in full. */
export function readReference({ unit }: Pick<EstimatePoll, 'unit'>, [low, high]: [number, number]): string {
  return readSpan({ low, high }, unit)
}

/** Quartiles of fewer are somebody's answer. */
const LEAST_FOR_HALVES = 4

/**
 * The middle half of a room, and its ends as they are read.
 *
 * @returns undefined for too few people, and where both ends are read the same: then half the room says just that
 */
export function halfOf(poll: EstimatePoll, tally: EstimateTally): { ends: [number, number], read: [string, string] } | undefined {
  if (!tally.middle || tally.people < LEAST_FOR_HALVES || isAgreed(poll, tally))
    return undefined
  const [low, high] = tally.middle
  return { ends: [low, high], read: [readRounded(poll, low), readRounded(poll, high)] }
}

/** Whether the middle half of the room says the same, as it is read. */
function isAgreed(poll: EstimatePoll, { middle }: EstimateTally): boolean {
  return middle !== undefined && readRounded(poll, middle[0]) === readRounded(poll, middle[1])
}

/** What stands at the median, the shorter wording last. */
export function medianWords(poll: EstimatePoll, tally: EstimateTally): string[] {
  const { people, median } = tally
  if (median === undefined)
    return []
  const value = readRounded(poll, median)
  if (people === 1)
    return [`one answer: ${value}`]
  const said = isAgreed(poll, tally) ? `says ${value}` : `below ${value}`
  return [`half the room ${said}`, `half ${said}`]
}

/** What the histogram of an estimate says. */
export function estimateMessage(poll: EstimatePoll, tally: EstimateTally, reference?: [number, number]): string {
  const { people, median } = tally
  if (median === undefined)
    return `${NOBODY}.`
  const record = reference ? ` The record: ${readReference(poll, reference)}.` : ''
  const value = readRounded(poll, median)
  if (people === 1)
    return `One person estimates ${value}.${record}`
  if (isAgreed(poll, tally))
    return `Half of ${peopleWords(people)} say ${value}.${record}`
  const band = halfOf(poll, tally)
  return `Half of ${peopleWords(people)} are below ${value}${band ? `, the middle half from ${band.read[0]} to ${band.read[1]}` : ''}.${record}`
}
