import type { EstimatePoll, EstimateTally } from './answer.ts'
import { formatSpan } from '../../amounts.ts'
import { formatPeople, NOBODY } from '../../people.ts'
import { ESTIMATE_BINS, MIN_FOR_QUARTILES, placeOf, valueAt } from './axis.ts'

/** Significant digits of a number that comes from the room's answers: more would suggest a precision that it lacks. */
const DIGITS = 2

/**
 * A number that comes from the room's answers, with two significant digits, or with as many as it takes to tell two
 * steps of the histogram apart.
 */
export function formatRounded(poll: EstimatePoll, value: number): string {
  const { unit } = poll
  const place = placeOf(poll, value)
  const step = valueAt(poll, place + 1 / ESTIMATE_BINS) - value
  const needed = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(step)) + 1
  const rounded = Number(value.toPrecision(Math.max(DIGITS, needed)))
  return formatSpan(rounded, rounded, unit)
}

/** The reference value or its range, in full. */
export function formatReference({ unit }: Pick<EstimatePoll, 'unit'>, [low, high]: [number, number]): string {
  return formatSpan(low, high, unit)
}

/**
 * The quartiles between which the middle half of a room lies, as numbers and as texts.
 *
 * @returns undefined for too few people, and where both ends have the same text: then half the room agrees on it
 */
export function middleHalfOf(
  poll: EstimatePoll,
  { people, middle }: EstimateTally,
): { ends: [number, number], texts: [string, string] } | undefined {
  if (!middle || people < MIN_FOR_QUARTILES)
    return undefined
  const [low, high] = middle
  const texts: [string, string] = [formatRounded(poll, low), formatRounded(poll, high)]
  return texts[0] === texts[1] ? undefined : { ends: [low, high], texts }
}

/**
 * Whether half the room answered with the median itself, so that "below" it would be wrong. A median at an end of the
 * axis has nobody beyond it.
 */
function isMedianShared(poll: EstimatePoll, { median, middle }: EstimateTally): boolean {
  const haveSameText = middle && formatRounded(poll, middle[0]) === formatRounded(poll, middle[1])
  return haveSameText || median === poll.min || median === poll.max
}

/** The median as a number, and what it is; undefined if nobody has answered. */
export function formatMedian(
  poll: EstimatePoll,
  { people, median }: EstimateTally,
): [value: string, words: string] | undefined {
  return median === undefined
    ? undefined
    : [formatRounded(poll, median), people === 1 ? 'the one answer' : 'the room’s middle guess']
}

/** The results of an estimate in sentences, for a screen reader. */
export function formatEstimateResults(poll: EstimatePoll, tally: EstimateTally, reference?: [number, number]): string {
  const { people, median } = tally
  if (median === undefined)
    return `${NOBODY}.`
  const record = reference ? ` The record: ${formatReference(poll, reference)}.` : ''
  const value = formatRounded(poll, median)
  if (people === 1)
    return `One person estimates ${value}.${record}`
  const half = `Half of ${formatPeople(people)} ${isMedianShared(poll, tally) ? 'say' : 'are below'} ${value}`
  const band = middleHalfOf(poll, tally)
  return `${half}${band ? `, the middle half from ${band.texts[0]} to ${band.texts[1]}` : ''}.${record}`
}
