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

/** What the bars of a choice say to those who do not see them. */
export function formatChoiceResults(poll: ChoicePoll, tally: ChoiceTally, right: string[] = []): string {
  const leaders = barsOf(poll, tally, right).filter(bar => bar.leads)
  const [first] = leaders
  if (!first)
    return `${NOBODY}.`
  const names = listNames(leaders.map(leader => `“${leader.text}”`))
  const lead = leaders.length === 1
    ? `${names} leads with ${first.count} of ${formatPeople(tally.people)}, ${formatPercent(first.count, tally.people)}.`
    : `${names} lead with ${first.count} each of ${formatPeople(tally.people)}.`
  const solved = poll.options.filter(option => right.includes(option.id)).map(option => `“${option.text}”`)
  return solved.length > 0 ? `${lead} Right: ${listNames(solved)}.` : lead
}
