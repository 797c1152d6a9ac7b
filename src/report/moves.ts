import type { Poll } from '../polls/pollsFile.ts'
import type { AnswerGroup, Grouping } from './kinds/votes.ts'
import type { MovesReport, VotePair } from './model.ts'
import type { ReadPoll, ReadSession } from './readSession.ts'
import { movesOf } from '../polls/moves.ts'
import { formatMoved } from '../polls/shift/flowText.ts'
import { groupsOf, optionsOf, peopleOf, votesOf } from './kinds/votes.ts'
import { areTellable, isSmall, MIN_GROUP, reportMoves, tenthsOf } from './privacy.ts'

const LEFT_OUT = 'Moves of fewer than five people are left out, and others from which they could be worked out.'

/** Two polls, each in its last answered round. */
interface Pair {
  before: ReadPoll
  after: ReadPoll
  groups: AnswerGroup[]
  /** People by answer, of all who voted. */
  votes: [Record<string, number>, Record<string, number>]
}

/**
 * How people moved to a poll from the one that it is paired with.
 *
 * @returns undefined for a poll without a pair, or where too few people answered both
 */
export function reportPair(
  { polls }: Pick<ReadSession, 'polls'>,
  after: ReadPoll,
  grouping: Grouping,
): MovesReport | undefined {
  const pair = 'pair' in after.poll ? after.poll.pair : undefined
  const before = polls.find(({ poll }) => poll.id === pair)
  const [first, second] = [before, after].map(read => read?.rounds.at(-1)?.count.tally)
  if (!before || !first || !second || first.people < MIN_GROUP || second.people < MIN_GROUP)
    return undefined
  const groups = groupsOf(after.poll, grouping)
  const [was, now] = [votesOf(before.poll, first), votesOf(after.poll, second)]
  return was && now && groups.length > 0 ? tell({ before, after, groups, votes: [was, now] }) : undefined
}

function tell({ before, after, groups, votes }: Pair): MovesReport | undefined {
  const all = movesOf(after.moves)
  if (!all)
    return undefined
  const cells = groups.map(from => groups.map(to => all.flows
    .filter(flow => from.answers.includes(flow.from) && to.answers.includes(flow.to))
    .reduce((sum, { people }) => sum + people, 0)))
  const sum = (list: number[]) => list.reduce((total, people) => total + people, 0)
  const alone = {
    before: groups.map((group, i) => peopleOf(group, votes[0]) - sum(cells[i] ?? [])),
    after: groups.map((group, j) => peopleOf(group, votes[1]) - sum(cells.map(row => row[j] ?? 0))),
  }
  const told = reportMoves(cells, alone)
  const rows = cells.flatMap((row, i) => row.flatMap((people, j): MovesReport['rows'] => {
    const [from, to] = [groups[i], groups[j]]
    return from && to && told[i]?.[j]
      ? [{ from: [...from.answers], to: [...to.answers], fromLabel: from.text, toLabel: to.text, people }]
      : []
  }))
  const both = sum(cells.flat())
  const moved = both - sum(cells.map((row, i) => row[i] ?? 0))
  const isWhole = areTellable([...cells.flat(), ...alone.before, ...alone.after])
  const canTellBoth = both >= MIN_GROUP && areTellable([sum(alone.before), sum(alone.after)])
  return {
    from: { id: before.poll.id, question: before.poll.question },
    ...canTellBoth && { people: both },
    ...isWhole && canTellBoth && !isSmall(moved) && { moved },
    sentence: isWhole && canTellBoth ? formatExact(both, moved) : formatRough(both, moved),
    rows: rows.toSorted((a, b) => b.people - a.people),
    notes: isWhole ? [] : [LEFT_OUT],
    ...isWhole && canTellBoth
      ? { flows: flowsOf({ after, groups, votes }, cells) }
      : { votes: sharesOf(after.poll, groups, votes) },
  }
}

function formatExact(people: number, moved: number): string {
  const { text, exact } = formatMoved({ people, moved })
  return exact ? `${text}: ${exact}.` : `${text}.`
}

/** Tenths of at least five people each say nothing of the moves that are withheld. */
function formatRough(people: number, moved: number): string {
  const tenths = tenthsOf(moved, people)
  if (tenths === undefined)
    return 'So few people answered both that it is not told how many changed their answer.'
  if (tenths === 0 || tenths === 10)
    return `Nearly everybody who answered both ${tenths === 0 ? 'stood by' : 'changed'} their answer.`
  return `About ${tenths} in 10 of those who answered both changed their answer.`
}

function flowsOf(
  { after: { poll }, groups, votes }: Omit<Pair, 'before'>,
  cells: number[][],
): NonNullable<MovesReport['flows']> {
  const flows = cells.flatMap((row, i) => row.flatMap((people, j) => {
    const [from, to] = [groups[i]?.id, groups[j]?.id]
    return from !== undefined && to !== undefined && people > 0 ? [{ from, to, people }] : []
  }))
  const count = (some: typeof flows) => some.reduce((sum, { people }) => sum + people, 0)
  const [before = 0, after = 0] = votes.map(vote => Object.values(vote).reduce((sum, people) => sum + people, 0))
  return {
    poll: { id: poll.id, question: poll.question, options: optionsOf(poll, groups) },
    moves: { people: count(flows), moved: count(flows.filter(({ from, to }) => from !== to)), flows },
    before,
    after,
  }
}

/** Both votes by share, in per cent. */
export function sharesOf(poll: Poll, groups: AnswerGroup[], votes: Pair['votes']): VotePair[] {
  const share = (group: AnswerGroup | undefined, vote: Record<string, number>) =>
    group ? peopleOf(group, vote) / Object.values(vote).reduce((sum, people) => sum + people, 0) * 100 : 0
  return optionsOf(poll, groups).map((option, i) =>
    ({ ...option, before: share(groups[i], votes[0]), after: share(groups[i], votes[1]) }))
}
