import type { KindRehearsal } from '../faces.ts'
import type { RankAnswer, RankPoll } from './answer.ts'

export const rankRehearsal: KindRehearsal<RankPoll, RankAnswer> = {
  medianMs: 15_000,
  maxTurns: 3,
  staysShare: 0,
  buildsOnBefore: false,

  /** Each order is the crowd's common one with noise (L. L. Thurstone, "A law of comparative judgment", 1927). */
  draw({ options }, { taste, random }) {
    const common = taste.shuffled(options.map(option => option.id))
    return () =>
      common
        .map((id, place) => ({ id, at: place + 1.2 * random.normal() }))
        .sort((a, b) => a.at - b.at)
        .map(({ id }) => id)
  },

  questionKey: ({ id }) => id,
}
