import type { ChoiceTally } from '../../polls/kinds/choice/answer.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { PollOption, Tally } from '../../polls/protocol.ts'
import type { PlatedOption } from '../../polls/results/optionColour.ts'
import type { Row } from '../model.ts'
import { rulesOf } from '../../polls/kinds/rules.ts'
import { publicPoll } from '../../polls/pollsFile.ts'

/** Votes of which each voter has one: for an option of a choice, or for a point of a scale. */

/** Ids of the answers that are told as one, for each group of them; empty where nothing can be told but their sum. */
export type Grouping = readonly (readonly string[])[]

/** Id of answers that polls.yaml no longer has. */
export const GONE = 'gone'
/** On the plate of answers that are told together. */
const TOGETHER = '+'

/** Some answers that are told as one: one by itself, or several. */
export interface AnswerGroup extends PlatedOption {
  answers: readonly string[]
}

/** The answers of a poll in which each voter gives one; undefined for others, also where several may be ticked. */
export function singleAnswers(poll: Poll): PollOption[] | undefined {
  if (poll.kind === 'scale') {
    return poll.labels.map((label, i) =>
      ({ id: String(i + 1), text: label ? `${i + 1} (${label})` : `${i + 1} of ${poll.labels.length}` }))
  }
  return 'several' in poll && poll.several ? undefined : rulesOf(poll.kind).answersToCompare(publicPoll(poll))
}

/**
 * People by answer, those included whose answer was deleted after the vote: they too could be worked out.
 *
 * @returns undefined for a kind in which a voter does not give one answer of a few
 */
export function votesOf(poll: Poll, tally: Tally): Record<string, number> | undefined {
  const answers = singleAnswers(poll)
  if (!answers || (tally.kind !== 'choice' && tally.kind !== 'scale'))
    return undefined
  const votes = Object.fromEntries(answers.map(({ id }) => [id, tally.counts[id] ?? 0]))
  const gone = tally.people - Object.values(votes).reduce((sum, people) => sum + people, 0)
  return gone > 0 ? { ...votes, [GONE]: gone } : votes
}

/** The answers of a poll as they are told. */
export function groupsOf(poll: Poll, grouping: Grouping): AnswerGroup[] {
  const answers = singleAnswers(poll) ?? []
  return grouping.map((ids): AnswerGroup => {
    const [first = '', ...others] = ids
    const index = answers.findIndex(({ id }) => id === first)
    return others.length === 0
      ? { id: first, text: answers[index]?.text ?? first, number: index + 1, answers: ids }
      : { id: ids.join('+'), text: formatTogether(ids, answers), number: TOGETHER, answers: ids }
  })
}

/** People who gave any answer of a group. */
export function peopleOf({ answers }: AnswerGroup, votes: Record<string, number>): number {
  return answers.reduce((sum, id) => sum + (votes[id] ?? 0), 0)
}

/** The groups as options of a picture, whose rows have no room for a list. */
export function optionsOf(poll: Poll, groups: AnswerGroup[]): PlatedOption[] {
  return groups.map(({ answers, ...group }) => ({
    ...group,
    text: answers.length === 1
      ? group.text
      : poll.kind === 'scale' ? formatAlternatives([...answers]) : `${answers.length} answers together`,
  }))
}

/** The votes as a tally of groups. */
export function toldVotes(groups: AnswerGroup[], votes: Record<string, number>, people: number): ChoiceTally {
  return { kind: 'choice', people, counts: Object.fromEntries(groups.map(group => [group.id, peopleOf(group, votes)])) }
}

/** A row of a table of votes. */
export function voteRow(group: AnswerGroup, votes: Record<string, number>, people: number): Row {
  const count = peopleOf(group, votes)
  return { answers: [...group.answers], label: group.text, cells: { people: count, share: count / people } }
}

/** The note under a table in which answers were merged. */
export function groupingNotes(grouping: Grouping): string[] {
  if (grouping.length === 0)
    return ['How the answers divide is left out: some are of fewer than five people, and could be worked out.']
  return grouping.some(ids => ids.length > 1)
    ? ['Answers of fewer than five people are told together with others.']
    : []
}

function formatTogether(ids: readonly string[], answers: PollOption[]): string {
  const texts = ids.map(id => answers.find(answer => answer.id === id)?.text ?? 'an answer that is gone from the poll')
  return `${formatAlternatives(texts)}, together`
}

/** `A or B`, `A, B or C` */
function formatAlternatives(texts: string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`
}
