import type { KindText } from '../faces.ts'
import type { ChoicePoll, ChoiceTally } from './answer.ts'
import { areSingle } from '../../../drawing/polls/blocks.ts'
import { formatPeople, formatPercent, listNames, NOBODY } from '../../people.ts'
import { barsOf, rightPeople } from './bars.ts'

export const choiceText: KindText<ChoicePoll, ChoiceTally> = {
  guideLine: ({ several, confidence }) =>
    several ? 'choose any' : confidence ? 'choose one, and how sure' : 'choose one',
  rule: ({ several }) => several ? 'Several answers allowed' : '',
  hasRuleFirst: true,
  extra: () => '',
  mark: ({ people }, earlier) => areSingle(people) && !earlier ? 'One block is one person.' : '',
  finding: (poll, { tally, earlier, right }) => formatSolved(poll, tally, earlier, right),
}

/** How many were right before and after a discussion: `11% → 38% chose the right answer`. */
function formatSolved(
  poll: ChoicePoll,
  tally: ChoiceTally,
  earlier: ChoiceTally | undefined,
  right: string[] | undefined,
): string | undefined {
  const votes = earlier ? [earlier, tally] : []
  const shares = votes.map(vote => ({ right: rightPeople(poll, vote, right), people: vote.people }))
  if (shares.length === 0 || shares.some(share => share.right === undefined || share.people === 0))
    return undefined
  const [first, second] = shares.map(share => formatPercent(share.right ?? 0, share.people))
  return `${first} → ${second} chose the right answer`
}

/** `vote` or `votes`, after a number. */
export const voteNoun = (votes: number): string => votes === 1 ? 'vote' : 'votes'

/** The results of a choice in a sentence, for a screen reader. */
export function formatChoiceResults(poll: ChoicePoll, tally: ChoiceTally, right: string[] = []): string {
  const leaders = barsOf(poll, tally, right).filter(bar => bar.leads)
  const [first] = leaders
  if (!first)
    return `${NOBODY}.`
  const names = listNames(leaders.map(leader => `“${leader.text}”`))
  const people = formatPeople(tally.people)
  const lead = leaders.length === 1
    ? `${names} leads with ${first.count} of ${people}, ${formatPercent(first.count, tally.people)}.`
    : `${names} lead with ${first.count} each of ${people}.`
  const solved = poll.options.filter(option => right.includes(option.id)).map(option => `“${option.text}”`)
  return solved.length > 0 ? `${lead} Right: ${listNames(solved)}.` : lead
}
