import type { ScaleTally } from '../../polls/kinds/scale/answer.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { Column, Drawing, Fact, Row } from '../model.ts'
import type { CountedRound, Telling } from './telling.ts'
import type { AnswerGroup } from './votes.ts'
import { formatScaleResults } from '../../polls/kinds/scale/text.ts'
import { publicPoll } from '../../polls/pollsFile.ts'
import { areTellable, roundMean } from '../privacy.ts'
import { drawnPoll, shownState } from './telling.ts'
import { groupingNotes, groupsOf, optionsOf, toldVotes, voteRow, votesOf } from './votes.ts'

type ScalePoll = Extract<Poll, { kind: 'scale' }>
type CountedScale = CountedRound<ScalePoll, ScaleTally>

/** Points as columns of boxes, or as rows where some are told together and have no place on the scale. */
export function reportScale(counted: CountedScale): Telling {
  const { poll, tally, grouping } = counted
  const votes = votesOf(poll, tally) ?? {}
  const groups = groupsOf(poll, grouping)
  const isMerged = groups.length < poll.labels.length
  const mean = tally.mean === undefined ? undefined : roundMean(tally.mean, tally.people, isMerged)
  const sure = isMerged ? undefined : tellableSure(tally)
  const rows = groups.map((group): Row => {
    const row = voteRow(group, votes, tally.people)
    return sure ? { ...row, cells: { ...row.cells, sure: sure[group.id] ?? 0 } } : row
  })
  const columns: Column[] = [
    { measure: 'people', name: 'People' },
    { measure: 'share', name: 'Share' },
    ...sure ? [{ measure: 'sure', name: 'Of them sure' } as const] : [],
  ]
  const facts: Fact[] = mean === undefined
    ? []
    : [{ name: 'On average', text: `${mean.toFixed(1)} of ${poll.labels.length}`, value: mean }]
  const told: ScaleTally = {
    kind: 'scale',
    people: tally.people,
    counts: tally.counts,
    ...mean !== undefined && { mean },
    ...sure && { sure },
  }
  return {
    columns,
    rows,
    facts,
    notes: groupingNotes(grouping),
    ...!isMerged && { finding: formatScaleResults(publicPoll(poll) as never, told) },
    ...groups.length > 0 && { drawing: isMerged ? drawRows(counted, groups) : drawColumns(counted, told) },
  }
}

function drawColumns({ poll, round }: CountedScale, told: ScaleTally): Drawing {
  return { poll: drawnPoll(poll, told.sure ? {} : { confidence: false }), state: shownState(poll, round, told) }
}

function drawRows({ poll, round, tally }: CountedScale, groups: AnswerGroup[]): Drawing {
  const votes = toldVotes(groups, votesOf(poll, tally) ?? {}, tally.people)
  return {
    poll: drawnPoll(poll, { kind: 'choice', options: optionsOf(poll, groups), several: false, ordered: true }),
    state: shownState(poll, round, votes),
  }
}

/** How many of each point are sure, where those and the others are tellable at every point. */
function tellableSure({ counts, sure }: ScaleTally): Record<string, number> | undefined {
  const cells = Object.entries(sure ?? {}).flatMap(([point, people]) => [people, (counts[point] ?? 0) - people])
  return areTellable(cells) ? sure : undefined
}
