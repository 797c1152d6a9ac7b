import type { KindText } from '../faces.ts'
import type { RankPoll, RankTally } from './answer.ts'
import { formatPeople, listNames, NOBODY } from '../../people.ts'
import { pointNoun, ranksOf } from './ranks.ts'

export const rankText: KindText<RankPoll, RankTally> = {
  guideLine: () => 'put in order',
  rule: () => 'In order of the average place',
  hasRuleFirst: false,
  extra: () => '',
}

/** The results of a ranking in a sentence, for a screen reader. */
export function formatRankResults(poll: RankPoll, tally: RankTally): string {
  const leaders = ranksOf(poll, tally).filter(rank => rank.place === 1)
  const [first] = leaders
  if (!first)
    return `${NOBODY}.`
  const points = `${first.points} ${pointNoun(first.points)}`
  const names = listNames(leaders.map(leader => `“${leader.text}”`))
  const lead = leaders.length === 1 ? `leads with ${points}` : `lead with ${points} each`
  return `${names} ${lead} from ${formatPeople(tally.people)}.`
}
