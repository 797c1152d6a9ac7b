import type { KindPhoneText, KindText } from '../faces.ts'
import type { RankPoll, RankTally } from './answer.ts'
import { formatPeople, listNames, NOBODY } from '../../people.ts'
import { formatPointsRule, ranksOf } from './ranks.ts'

export const rankText: KindText<RankPoll, RankTally> = {
  guideLine: () => 'put in order',
  rule: ({ options }) => formatPointsRule(options.length),
  hasRuleFirst: true,
  extra: () => '',
}

export const rankPhoneText: KindPhoneText<RankPoll, RankTally> = {
  prompt: () => 'Tap them in your order, then send.',
}

/** What the bars of a ranking say. */
export function formatRankResults(poll: RankPoll, tally: RankTally): string {
  const leaders = ranksOf(poll, tally).filter(rank => rank.place === 1)
  const [first] = leaders
  if (!first)
    return `${NOBODY}.`
  const points = `${first.points} ${first.points === 1 ? 'point' : 'points'}`
  return `${listNames(leaders.map(leader => `“${leader.text}”`))} ${leaders.length === 1 ? `leads with ${points}` : `lead with ${points} each`} from ${formatPeople(tally.people)}.`
}
