import type { Random } from '../../random.ts'
import type { PollOption } from '../base.ts'
import type { KindRehearsal } from '../faces.ts'
import type { ChoiceAnswer, ChoicePoll } from './answer.ts'
import { withSure } from '../sureAnswer.ts'

/** Share of people who say how sure they are where a poll asks. */
const SAYS_SHARE = 0.85
/** Chance of `sure` for an option that nobody takes, and what it gains up to one that everybody takes. */
const [SURE_ALONE, SURE_WITH_ALL] = [0.3, 0.5]

export const choiceRehearsal: KindRehearsal<ChoicePoll, ChoiceAnswer> = {
  medianMs: 7000,
  maxTurns: 3,
  staysShare: 0.55,
  buildsOnBefore: false,

  draw({ options, several, confidence }, { taste, random, round }) {
    const weights = popularity(options, taste, round)
    return () => {
      const chosen = random.weighted(weights)
      const ids = options
        .map(option => option.id)
        .filter((_, i) => i === chosen || (several && random.chance(0.6 * (weights[i] ?? 0))))
      return confidence && random.chance(SAYS_SHARE)
        ? withSure(ids, random.chance(chanceOfSure(weights, chosen)))
        : ids
    }
  },

  // Polls with a single choice among the same options count as one question, if both ask how sure one is or none does.
  questionKey: ({ id, options, several, confidence }) => several
    ? id
    : `${confidence ? 'sure choice' : 'choice'} ${options.map(option => option.id).sort().join(' ')}`,
}

/**
 * People are surer of what most others answer too, whether it is right or wrong: the consensuality principle of A.
 * Koriat (2008). A rehearsed phone does not know the answer either, so a crowd is overconfident wherever its favourite
 * is wrong. The size of the effect is a guess.
 */
function chanceOfSure(weights: number[], chosen: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return SURE_ALONE + SURE_WITH_ALL * (weights[chosen] ?? 0) / total
}

/** Weights by Zipf's law: a few favourites and a long tail. After a discussion people agree more. */
function popularity(options: PollOption[], taste: Random, round: number): number[] {
  const places = taste.shuffled(options.map((_, place) => place + 1))
  return places.map(place => place ** (round > 1 ? -1.7 : -0.9))
}
