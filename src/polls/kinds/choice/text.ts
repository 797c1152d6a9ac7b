import type { KindPhoneText, KindText } from '../faces.ts'
import type { ChoicePoll, ChoiceTally } from './answer.ts'
import { formatPeople, formatPercent, listNames, NOBODY } from '../../people.ts'
import { barsOf } from './bars.ts'

export const choiceText: KindText<ChoicePoll, ChoiceTally> = {
  guideLine: ({ several }) => several ? 'choose any' : 'choose one',
  rule: ({ several }) => several ? 'Several answers allowed' : '',
  hasRuleFirst: true,
  extra: () => '',
}

export const choicePhoneText: KindPhoneText<ChoicePoll, ChoiceTally> = {
  prompt: ({ several }) => several ? 'Choose any number, then send.' : 'Choose your answer.',
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
