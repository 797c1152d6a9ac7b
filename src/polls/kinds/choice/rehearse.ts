import type { Random } from '../../random.ts'
import type { PollOption } from '../base.ts'
import type { KindRehearsal } from '../faces.ts'
import type { ChoiceAnswer, ChoicePoll } from './answer.ts'

export const choiceRehearsal: KindRehearsal<ChoicePoll, ChoiceAnswer> = {
  medianMs: 7000,
  maxTurns: 3,
  staysShare: 0.55,
  buildsOnBefore: false,

  draw({ options, several }, { taste, random, round }) {
    const weights = popularity(options, taste, round)
    return () => {
      const chosen = random.weighted(weights)
      return options
        .map(option => option.id)
        .filter((_, i) => i === chosen || (several && random.chance(0.6 * (weights[i] ?? 0))))
    }
  },

  // Single choices among the same options ask the same.
  questionKey: ({ id, options, several }) =>
    several ? id : `choice ${options.map(option => option.id).sort().join(' ')}`,
}

/** A few favourites and a tail, as Zipf's law has it; people who have talked agree more. */
function popularity(options: PollOption[], taste: Random, round: number): number[] {
  const places = taste.shuffled(options.map((_, place) => place + 1))
  return places.map(place => place ** (round > 1 ? -1.7 : -0.9))
}
