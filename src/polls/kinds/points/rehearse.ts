import type { KindRehearsal } from '../faces.ts'
import type { PointsAnswer, PointsPoll } from './answer.ts'
import { ALL_POINTS } from './answer.ts'

/** People think in tens. */
const COIN = 10

export const pointsRehearsal: KindRehearsal<PointsPoll, PointsAnswer> = {
  medianMs: 18_000,
  maxTurns: 3,
  staysShare: 0,
  buildsOnBefore: false,

  /** Ten times ten points, given one after the other: some spread them, and some put nearly all on one option. */
  draw({ options }, { taste, random }) {
    const common = options.map(() => taste.logNormal(1, 0.7))
    return () => {
      const sharpness = random.logNormal(1, 0.8)
      const own = common.map(weight => (weight * random.logNormal(1, 0.6)) ** sharpness)
      const given = options.map(() => 0)
      for (let left = ALL_POINTS; left > 0; left -= COIN) {
        const on = random.weighted(own)
        given[on] = (given[on] ?? 0) + COIN
      }
      return {
        points: Object.fromEntries(options.flatMap(({ id }, i): [string, number][] => {
          const number = given[i] ?? 0
          return number > 0 ? [[id, number]] : []
        })),
      }
    }
  },

  questionKey: ({ id }) => id,
}
