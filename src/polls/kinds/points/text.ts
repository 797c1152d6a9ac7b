import type { KindText } from '../faces.ts'
import type { PointsPoll, PointsTally } from './answer.ts'
import { areSingle } from '../../../drawing/polls/blocks.ts'
import { formatPeople, listNames, NOBODY } from '../../people.ts'
import { ALL_POINTS } from './answer.ts'
import { findStake, formatMean, stakesOf } from './stakes.ts'

export const pointsText: KindText<PointsPoll, PointsTally> = {
  guideLine: () => `spread ${ALL_POINTS} points`,
  rule: () => '',
  hasRuleFirst: false,
  extra: () => '',
  mark: ({ people }) => areSingle(people) ? 'One stroke is one person, as tall as the points given.' : '',
  finding: (poll, { tally }) => findStake(poll, tally),
}

/** The results in sentences, for a screen reader. */
export function formatPointsResults(poll: PointsPoll, tally: PointsTally): string {
  if (tally.people === 0)
    return `${NOBODY}.`
  const stakes = stakesOf(poll, tally)
  const leaders = stakes.filter(stake => stake.mean === stakes[0]?.mean)
  const names = listNames(leaders.map(leader => `“${leader.text}”`))
  const points = `${formatMean(stakes[0]?.mean ?? 0)} of ${ALL_POINTS} points on average`
  return `${names} ${leaders.length === 1 ? 'leads' : 'lead'} with ${points} from ${formatPeople(tally.people)}.`
}
