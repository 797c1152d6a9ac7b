import type { KindRehearsal } from '../faces.ts'
import type { EstimatePoll } from './answer.ts'
import { placeOf, valueAt } from './axis.ts'

export const estimateRehearsal: KindRehearsal<EstimatePoll, number> = {
  medianMs: 9000,
  maxTurns: 3,
  staysShare: 0,
  buildsOnBefore: false,

  /** Normally distributed on the poll's axis; on a logarithmic one that is log-normal around its geometric middle. */
  draw(poll, { taste, random }) {
    const middle = 0.5 + 0.06 * taste.normal()
    return () => {
      const place = Math.min(0.99, Math.max(0.01, middle + 0.16 * random.normal()))
      const value = valueAt(poll, place)
      // People prefer round numbers if these are close enough to what they mean.
      const rounded = [1, 2, 3].slice(random.chance(0.6) ? 0 : 1).map(digits => Number(value.toPrecision(digits)))
      const isClose = (number: number) =>
        number >= poll.min && number <= poll.max && Math.abs(placeOf(poll, number) - place) < 0.02
      return rounded.find(isClose) ?? value
    }
  },

  questionKey: ({ id }) => id,
}
