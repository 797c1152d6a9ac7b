import type { Unit } from '../../../content/evidenceSchema.ts'
import type { BasePoll, BaseTally, KindRules } from '../base.ts'
import { ESTIMATE_BINS, placeOf } from './axis.ts'

export interface EstimatePoll extends BasePoll {
  kind: 'estimate'
  /** A unit of the ledger. Numbers are written in it, and a reference is converted to it. */
  unit: Unit
  /** Bounds of the axis; answers outside are rejected. */
  min: number
  max: number
  /** Whether its axis and slider are logarithmic. */
  log: boolean
}

export interface EstimateTally extends BaseTally {
  kind: 'estimate'
  /** Number of people in each of the `ESTIMATE_BINS` steps, equal on the poll's axis, from `min` to `max`. */
  bins: number[]
  /** What people said, the least first, each number with how many said it. */
  values: [value: number, people: number][]
  /** Undefined if nobody has answered. */
  median?: number
  /** First and third quartile, between which the middle half of the room lies. */
  middle?: [number, number]
}

const isNumber = (answer: unknown): answer is number => typeof answer === 'number'

export const estimate: KindRules<EstimatePoll, number, EstimateTally> = {
  isAnswer: isNumber,

  checkAnswer(poll, answer) {
    if (!isNumber(answer) || !Number.isFinite(answer))
      return { fault: 'send a number' }
    if (answer < poll.min || answer > poll.max)
      return { fault: `choose a number from ${poll.min} to ${poll.max}` }
    return { answer }
  },

  tally(poll, answers) {
    const bins = Array.from<number>({ length: ESTIMATE_BINS }).fill(0)
    const values = answers.flatMap(({ answer, people }) =>
      // The bounds in polls.yaml may have been changed after the vote.
      isNumber(answer) && answer >= poll.min && answer <= poll.max ? [{ value: answer, people }] : [])
    for (const { value, people } of values) {
      const bin = Math.min(ESTIMATE_BINS - 1, Math.floor(placeOf(poll, value) * ESTIMATE_BINS))
      bins[bin] = (bins[bin] ?? 0) + people
    }
    const people = values.reduce((sum, value) => sum + value.people, 0)
    const tally: EstimateTally = { kind: 'estimate', people, bins, values: grouped(values) }
    if (people === 0)
      return tally
    const quantile = quantilesOf(values)
    return { ...tally, median: quantile(0.5), middle: [quantile(0.25), quantile(0.75)] }
  },

  textsIn: () => undefined,
  answersToCompare: () => undefined,
  exportCells: answer => [answer, ''],
}

function grouped(values: { value: number, people: number }[]): [value: number, people: number][] {
  const byValue = new Map<number, number>()
  for (const { value, people } of values)
    byValue.set(value, (byValue.get(value) ?? 0) + people)
  return [...byValue].filter(([, people]) => people > 0).sort(([a], [b]) => a - b)
}

/**
 * Sample quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample quantiles in
 * statistical packages" (1996).
 */
function quantilesOf(values: { value: number, people: number }[]): (share: number) => number {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const people = sorted.reduce((sum, estimate) => sum + estimate.people, 0)
  const nth = (n: number) => {
    let seen = 0
    return sorted.find(estimate => (seen += estimate.people) > n)?.value ?? Number.NaN
  }
  return (share) => {
    const rank = share * (people - 1)
    const [low, high] = [nth(Math.floor(rank)), nth(Math.ceil(rank))]
    return low + (high - low) * (rank - Math.floor(rank))
  }
}
