import type { KindRehearsal } from '../faces.ts'
import type { ScaleAnswer, ScalePoll } from './answer.ts'

export const scaleRehearsal: KindRehearsal<ScalePoll, ScaleAnswer> = {
  medianMs: 6000,
  maxTurns: 3,
  staysShare: 0,
  buildsOnBefore: false,

  draw({ confidence }, { taste, random }) {
    const mean = 2.2 + 1.7 * taste.next()
    return () => {
      const value = Math.min(5, Math.max(1, Math.round(mean + random.normal())))
      // People at the ends of the scale are more often sure.
      return confidence ? { value, sure: random.chance(0.3 + 0.2 * Math.abs(value - 3)) } : value
    }
  },

  questionKey: ({ id }) => id,
}
