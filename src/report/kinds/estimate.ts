import type { EstimateTally } from '../../polls/kinds/estimate/answer.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { Fact, Row } from '../model.ts'
import type { CountedRound, Telling } from './telling.ts'
import { ESTIMATE_BINS, placeOf, valueAt } from '../../polls/kinds/estimate/axis.ts'
import {
  formatEstimateResults,
  formatReference,
  formatRounded,
  middleHalfOf,
} from '../../polls/kinds/estimate/format.ts'
import { formatTolerance, isHit } from '../../polls/kinds/estimate/hits.ts'
import { solutionOf } from '../../polls/pollsFile.ts'
import { canTellMedian, canTellQuartiles, isSmall, mergeNeighbours } from '../privacy.ts'
import { drawnPoll, shownState } from './telling.ts'

type EstimatePoll = Extract<Poll, { kind: 'estimate' }>

/** Estimates from one value to the next, with how many they are. */
interface Range {
  from: number
  to: number
  people: number
  /** Whether all of them are close to the record; undefined where there is none, or too few are. */
  isHit?: boolean
}

export function reportEstimate({ poll, round, tally }: CountedRound<EstimatePoll, EstimateTally>): Telling {
  const { reference } = solutionOf(poll)
  const ranges = rangesOf(poll, tally, reference)
  const told = toldTally(poll, tally, ranges)
  const areHitsTold = ranges.some(({ isHit: isNear }) => isNear !== undefined)
  return {
    columns: [{ measure: 'people', name: 'People' }, { measure: 'share', name: 'Share' }],
    // A single range is the whole axis.
    rows: ranges.length > 1 ? ranges.map(range => rowOf(poll, range, tally.people)) : [],
    facts: factsOf(poll, told, reference),
    ...told.median !== undefined && { finding: formatEstimateResults(poll as never, told, reference) },
    notes: [
      ranges.length > 1
        ? 'Estimates are put together until each range has five people; the picture shows them in its middle.'
        : 'How the estimates spread is left out: they are too few to be parted.',
      ...reference && !areHitsTold
        ? [`How many came within ${formatTolerance(poll)} of the record is left out, since they or the others are few.`]
        : [],
    ],
    ...ranges.length > 1 && {
      drawing: {
        poll: drawnPoll(poll),
        // Where hits are not told apart, the middle of a range may lie near the record without anybody being there.
        state: shownState(poll, round, told, reference && areHitsTold ? { reference } : {}),
      },
    },
  }
}

function rowOf(poll: EstimatePoll, { from, to, people, isHit: isNear }: Range, all: number): Row {
  const span = `${formatRounded(poll as never, from)} to ${formatRounded(poll as never, to)}`
  return {
    answers: [String(from), String(to)],
    label: isNear ? `Within ${formatTolerance(poll)} of the record: ${span}` : span,
    cells: { people, share: people / all },
  }
}

function factsOf(poll: EstimatePoll, told: EstimateTally, reference: [number, number] | undefined): Fact[] {
  const half = middleHalfOf(poll as never, told)
  return [
    ...told.median === undefined
      ? []
      : [{ name: 'Middle guess', text: formatRounded(poll as never, told.median), value: told.median }],
    ...half ? [{ name: 'The middle half of the room', text: half.texts.join(' to ') }] : [],
    ...reference ? [{ name: 'The record', text: formatReference(poll, reference), value: reference[0] }] : [],
  ]
}

/**
 * The ranges in which estimates are told. Where there is a record, those close to it are told apart from the others,
 * unless any of the three parts are few.
 */
function rangesOf(poll: EstimatePoll, { values }: EstimateTally, reference: [number, number] | undefined): Range[] {
  const close = reference && hitZone(poll, values, reference)
  const parts = close ? [close.below, close.near, close.above] : [values]
  const sizes = parts.map(part => part.reduce((sum, [, people]) => sum + people, 0))
  if (!close || sizes.some(isSmall))
    return rangesBetween(poll, values, poll.min, poll.max)
  const { low, high } = close
  return [
    ...rangesBetween(poll, close.below, poll.min, low).map(range => ({ ...range, isHit: false })),
    ...sizes[1] ? [{ from: low, to: high, people: sizes[1], isHit: true }] : [],
    ...rangesBetween(poll, close.above, high, poll.max).map(range => ({ ...range, isHit: false })),
  ]
}

/** The values below, within and above what counts as close, and the ends of that, rounded outward by no value. */
function hitZone(poll: EstimatePoll, values: EstimateTally['values'], reference: [number, number]) {
  const near = values.filter(([value]) => isHit(poll, reference, value))
  const below = values.filter(([value]) => value < reference[0] && !isHit(poll, reference, value))
  const above = values.filter(([value]) => value > reference[1] && !isHit(poll, reference, value))
  const edge = (from: number, to: number) => {
    let [inside, outside] = [from, to]
    for (let i = 0; i < 60; i++) {
      const middle = (inside + outside) / 2
      if (isHit(poll, reference, middle))
        inside = middle
      else
        outside = middle
    }
    return inside
  }
  return { below, near, above, low: edge(reference[0], poll.min), high: edge(reference[1], poll.max) }
}

/** Ranges of at least five people each between two values: steps of the histogram, put together. */
function rangesBetween(poll: EstimatePoll, values: EstimateTally['values'], from: number, to: number): Range[] {
  const [start, end] = [placeOf(poll, from), placeOf(poll, to)]
  const steps = Math.max(1, Math.round((end - start) * ESTIMATE_BINS))
  const counts = Array.from<number>({ length: steps }).fill(0)
  for (const [value, people] of values) {
    const step = Math.floor((placeOf(poll, value) - start) / (end - start) * steps)
    const at = Math.max(0, Math.min(steps - 1, step))
    counts[at] = (counts[at] ?? 0) + people
  }
  const edge = (step: number) => valueAt(poll, start + (end - start) * step / steps)
  return mergeNeighbours(counts).map(([first, last]) => ({
    from: edge(first),
    to: edge(last + 1),
    people: counts.slice(first, last + 1).reduce((sum, people) => sum + people, 0),
  }))
}

/** The tally with everybody in the middle of their range, and no more of the room's middle than may be told. */
function toldTally(poll: EstimatePoll, tally: EstimateTally, ranges: Range[]): EstimateTally {
  const values = ranges.map(({ from, to, people }): [number, number] =>
    [valueAt(poll, (placeOf(poll, from) + placeOf(poll, to)) / 2), people])
  const round = (value: number) => Number(value.toPrecision(2))
  return {
    kind: 'estimate',
    people: tally.people,
    bins: [],
    values,
    ...tally.median !== undefined && canTellMedian(tally.people) && { median: round(tally.median) },
    ...tally.middle && canTellQuartiles(tally.people) && { middle: tally.middle.map(round) as [number, number] },
  }
}
