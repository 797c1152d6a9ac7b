import type { Poll } from '../polls/pollsFile.ts'
import type { Grouping } from './kinds/votes.ts'
import type { Merging } from './merging.ts'
import type {
  Cell,
  Column,
  ComparedPoll,
  ComparisonReport,
  Measure,
  PollReport,
  RoundReport,
  Row,
  SessionReport,
  VotePair,
} from './model.ts'
import type { ReadSession } from './readSession.ts'
import type { DeckFacts } from './session.ts'
import { formatCell } from './format.ts'
import { groupsOf, optionsOf } from './kinds/votes.ts'
import { mergingOf } from './merging.ts'
import { reportSession } from './session.ts'

/**
 * Sets two sessions side by side: each poll that both answered, in its last answered round. Answers are put together in
 * both as either needs it, and never less than in the report of one of them.
 */
export function reportComparison(first: ReadSession, second: ReadSession, deck: DeckFacts): ComparisonReport {
  const merging = mergingOf([first, second])
  const tell = (session: ReadSession): SessionReport => reportSession(session, deck, merging)
  const [one, other] = [tell(first), tell(second)]
  const isSame = (a: PollReport, b: PollReport) => a.id === b.id && a.kind === b.kind && a.question === b.question
  const missing = (polls: PollReport[], others: PollReport[]) =>
    polls.filter(poll => !others.some(candidate => isSame(poll, candidate))).map(({ question }) => question)
  return {
    version: 1,
    title: deck.title,
    sessions: [one, other],
    polls: one.polls.flatMap((poll) => {
      const same = other.polls.find(candidate => isSame(poll, candidate))
      const asked = first.polls.find(read => read.poll.id === poll.id)?.poll
      return same && asked ? [comparePoll(poll, same, asked, merging)] : []
    }),
    only: [missing(one.polls, other.polls), missing(other.polls, one.polls)],
  }
}

/** What is compared of each row: the first one that a kind has. */
const COMPARED: Measure[] = ['share', 'place', 'points', 'across']

function comparePoll(first: PollReport, second: PollReport, poll: Poll, merging: Merging): ComparedPoll {
  const [a, b] = [first.rounds.at(-1), second.rounds.at(-1)]
  const rows = a && b ? [...compareRows(a, b, poll), ...compareFacts(a, b)] : []
  const votes = pairsOf(poll, merging.get(poll.id) ?? [], rows)
  const columns: Column[] = [
    { measure: 'before', name: '' },
    { measure: 'after', name: '' },
    ...rows.some(({ cells }) => cells.difference !== undefined)
      ? [{ measure: 'difference', name: 'Difference' } as const]
      : [],
  ]
  return {
    id: first.id,
    question: first.question,
    people: [a?.people, b?.people],
    columns,
    rows,
    notes: [...new Set([...a?.notes ?? [], ...b?.notes ?? []])],
    ...first.evidence && { evidence: first.evidence },
    ...votes.length > 0 && { votes },
  }
}

const keyOf = ({ answers }: Row): string => answers.join(' ')

/** Answers as a picture draws them, where the whole of a vote can be told of both sessions. */
function pairsOf(poll: Poll, grouping: Grouping, rows: Row[]): VotePair[] {
  const groups = groupsOf(poll, grouping)
  const pairs = optionsOf(poll, groups).flatMap((option, i): VotePair[] => {
    const { before, after } = rows.find(row => keyOf(row) === groups[i]?.answers.join(' '))?.cells ?? {}
    return typeof before === 'number' && typeof after === 'number'
      ? [{ ...option, before: before * 100, after: after * 100 }]
      : []
  })
  return pairs.length === groups.length ? pairs : []
}

/** Rows of the same answers. Ranges of an estimate differ from room to room, and texts are each room's own. */
function compareRows(a: RoundReport, b: RoundReport, poll: Poll): Row[] {
  if (poll.kind === 'estimate' || poll.kind === 'questions')
    return []
  const isIn = ({ rows }: RoundReport, key: string) => rows.some(row => keyOf(row) === key)
  // Of words, those that enough people sent in both.
  const keys = [...new Set([...a.rows, ...b.rows].map(keyOf))]
    .filter(key => poll.kind !== 'words' || (isIn(a, key) && isIn(b, key)))
  return keys.flatMap((key): Row[] => {
    const [was, now] = [a, b].map(({ rows }) => rows.find(row => keyOf(row) === key))
    const row = was ?? now
    return row ? [{ ...row, cells: compareCells(was, now) }] : []
  })
}

function compareCells(was: Row | undefined, now: Row | undefined): Row['cells'] {
  const measure = COMPARED.find(each => was?.cells[each] !== undefined || now?.cells[each] !== undefined) ?? 'share'
  const [before, after] = [was, now].map(row => row?.cells[measure])
  if (measure === 'share') {
    const difference = typeof before === 'number' && typeof after === 'number' ? { difference: after - before } : {}
    return { before, after, ...difference }
  }
  const told = (row: Row | undefined, cell: Cell) => cell !== undefined && measure === 'across'
    ? `${cell} across, ${row?.cells.up} up`
    : cell && formatCell(measure, cell)
  return { before: told(was, before), after: told(now, after) }
}

/** The average, the middle guess and what else is a figure of the whole poll. */
function compareFacts({ facts: a }: RoundReport, { facts: b }: RoundReport): Row[] {
  const names = [...new Set([...a, ...b].map(({ name }) => name))]
  return names.map((name) => {
    const [before, after] = [a, b].map(facts => facts.find(fact => fact.name === name)?.text)
    return { answers: [], label: name, cells: { before, after } }
  })
}
