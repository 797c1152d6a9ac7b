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

  // Polls with a single choice among the same options count as one question.
  questionKey: ({ id, options, several }) =>
    several ? id : `choice ${options.map(option => option.id).sort().join(' ')}`,
}

/** Weights by Zipf's law: a few favourites and a long tail. After a discussion people agree more. */
function popularity(options: PollOption[], taste: Random, round: number): number[] {
  const places = taste.shuffled(options.map((_, place) => place + 1))
  return places.map(place => place ** (round > 1 ? -1.7 : -0.9))
}
