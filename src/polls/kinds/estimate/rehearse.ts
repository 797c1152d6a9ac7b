import type { KindRehearsal } from '../faces.ts'
import type { EstimatePoll } from './answer.ts'
import { placeOf, valueAt } from './axis.ts'

export const estimateRehearsal: KindRehearsal<EstimatePoll, number> = {
  medianMs: 9000,
  maxTurns: 3,
  staysShare: 0,
  buildsOnBefore: false,

  /** Normal on the poll's own axis: log-normal around the geometric middle where that is logarithmic. */
  draw(poll, { taste, random }) {
    const middle = 0.5 + 0.06 * taste.normal()
    return () => {
      const place = Math.min(0.99, Math.max(0.01, middle + 0.16 * random.normal()))
      const value = valueAt(poll, place)
      // People like round numbers, as long as they say about the same.
      const rounded = [1, 2, 3].slice(random.chance(0.6) ? 0 : 1).map(digits => Number(value.toPrecision(digits)))
      const isNear = (number: number) =>
        number >= poll.min && number <= poll.max && Math.abs(placeOf(poll, number) - place) < 0.02
      return rounded.find(isNear) ?? value
    }
  },

  questionKey: ({ id }) => id,
}
