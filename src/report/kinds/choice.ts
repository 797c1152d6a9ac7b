import type { ChoiceTally } from '../../polls/kinds/choice/answer.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { Row } from '../model.ts'
import type { CountedRound, Telling } from './telling.ts'
import type { AnswerGroup } from './votes.ts'
import { formatChoiceResults } from '../../polls/kinds/choice/text.ts'
import { deckPoll, solutionOf } from '../../polls/pollsFile.ts'
import { isSmall } from '../privacy.ts'
import { drawnPoll, shownState } from './telling.ts'
import { groupingNotes, groupsOf, optionsOf, toldVotes, voteRow, votesOf } from './votes.ts'

type ChoicePoll = Extract<Poll, { kind: 'choice' }>

const COLUMNS: Telling['columns'] = [{ measure: 'people', name: 'People' }, { measure: 'share', name: 'Share' }]

export function reportChoice(counted: CountedRound<ChoicePoll, ChoiceTally>): Telling {
  return counted.poll.several ? reportTicks(counted) : reportVotes(counted)
}

function reportVotes({ poll, round, tally, grouping }: CountedRound<ChoicePoll, ChoiceTally>): Telling {
  const votes = votesOf(poll, tally) ?? {}
  const groups = groupsOf(poll, grouping)
  const { right = [] } = solutionOf(poll)
  const shownRight = right.filter(id => groups.some(group => group.id === id))
  const rows = groups.map((group): Row => ({
    ...voteRow(group, votes, tally.people),
    ...shownRight.includes(group.id) && { right: true },
  }))
  const notes = groupingNotes(grouping)
  if (groups.length === 0)
    return { columns: COLUMNS, rows, facts: [], notes }
  if (right.length > shownRight.length)
    notes.push('The right answer is among those that are told together.')
  const told = toldVotes(groups, votes, tally.people)
  const options = optionsOf(poll, groups)
  const state = shownState(poll, round, told, shownRight.length > 0 ? { right: shownRight } : {})
  return {
    columns: COLUMNS,
    rows: poll.ordered || right.length > 0 ? rows : rows.toSorted(byPeople),
    facts: [],
    ...!isLedTogether(groups, told) && {
      finding: formatChoiceResults({ ...deckPoll(poll), options } as never, told, shownRight),
    },
    notes,
    drawing: { poll: drawnPoll(poll, { options }), state },
  }
}

/** Whether some answers that are told together have the most people: none of them leads by itself. */
function isLedTogether(groups: AnswerGroup[], { counts }: ChoiceTally): boolean {
  const most = Math.max(...Object.values(counts))
  return groups.some(({ id, answers }) => answers.length > 1 && counts[id] === most)
}

function byPeople(a: Row, b: Row): number {
  return Number(b.cells.people ?? 0) - Number(a.cells.people ?? 0)
}

/**
 * Where several options may be ticked, each is a vote of its own, for or against. So a small one can be left out: the
 * others say nothing of it.
 */
function reportTicks({ poll, round, tally: { people, counts } }: CountedRound<ChoicePoll, ChoiceTally>): Telling {
  const right = solutionOf(poll).right ?? []
  const tickedBy = (id: string) => counts[id] ?? 0
  const isTold = (id: string) => !isSmall(tickedBy(id)) && !isSmall(people - tickedBy(id))
  const rows = poll.options.map(({ id, text }): Row => ({
    answers: [id],
    label: text,
    cells: isTold(id) ? { people: tickedBy(id), share: tickedBy(id) / people } : { people: undefined },
    ...right.includes(id) && { right: true },
  }))
  const options = poll.options.flatMap((option, i) => isTold(option.id) ? [{ ...option, number: i + 1 }] : [])
  const told = Object.fromEntries(options.map(({ id }) => [id, tickedBy(id)]))
  const shownRight = right.filter(isTold)
  const state = shownState(
    poll,
    round,
    { kind: 'choice', people, counts: told },
    shownRight.length > 0 ? { right: shownRight } : {},
  )
  return {
    columns: COLUMNS,
    rows,
    facts: [],
    notes: options.length < rows.length ? ['Left out: what only a few people ticked, or all but a few.'] : [],
    ...options.length > 0 && { drawing: { poll: drawnPoll(poll, { options }), state } },
  }
}
