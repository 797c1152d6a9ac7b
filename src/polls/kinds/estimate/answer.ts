import type { Unit } from '../../../content/evidenceSchema.ts'
import type { BasePoll, BaseTally, KindRules } from '../base.ts'
import { ESTIMATE_BINS, placeOf } from './axis.ts'

export interface EstimatePoll extends BasePoll {
  kind: 'estimate'
  /** As in the ledger: says how a number is written, and what a reference is converted to. */
  unit: Unit
  /** Bounds of what is plausible; nothing outside is taken. */
  min: number
  max: number
  /** Whether its axis and slider are logarithmic. */
  log: boolean
}

export interface EstimateTally extends BaseTally {
  kind: 'estimate'
  /** People in each of the `ESTIMATE_BINS` equal steps from `min` to `max`. */
  bins: number[]
  /** Undefined for nobody. */
  median?: number
  /** First and third quartile: the room's middle half. */
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
      // Bounds may have moved in polls.yaml since the vote.
      isNumber(answer) && answer >= poll.min && answer <= poll.max ? [{ value: answer, people }] : [])
    for (const { value, people } of values) {
      const bin = Math.min(ESTIMATE_BINS - 1, Math.floor(placeOf(poll, value) * ESTIMATE_BINS))
      bins[bin] = (bins[bin] ?? 0) + people
    }
    const people = values.reduce((sum, value) => sum + value.people, 0)
    if (people === 0)
      return { kind: 'estimate', people, bins }
    const at = quantilesOf(values)
    return { kind: 'estimate', people, bins, median: at(0.5), middle: [at(0.25), at(0.75)] }
  },

  textsIn: () => undefined,
  answersToCompare: () => undefined,
  exportCells: answer => [answer, ''],
}

/**
 * Sample quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample quantiles in
 * statistical packages" (1996).
 */
function quantilesOf(values: { value: number, people: number }[]): (share: number) => number {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const people = sorted.reduce((sum, item) => sum + item.people, 0)
  const nth = (n: number) => {
    let seen = 0
    return sorted.find(item => (seen += item.people) > n)?.value ?? Number.NaN
  }
  return (share) => {
    const rank = share * (people - 1)
    const [low, high] = [nth(Math.floor(rank)), nth(Math.ceil(rank))]
    return low + (high - low) * (rank - Math.floor(rank))
  }
}
