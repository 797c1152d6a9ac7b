import type { ChoicePoll, ChoiceTally, EntriesTally, EstimatePoll, EstimateTally, RankPoll, RankTally, ScalePoll, ScaleTally } from '../../room/protocol.ts'
import { barsOf } from '../bars.ts'
import { readSpan } from '../charts/readings.ts'
import { baseWords, peopleWords, percentWords } from './people.ts'
import { ranksOf } from './ranks.ts'

const NOBODY = 'Nobody has answered.'

/** Names in a row: `A`, `A and B`, `A, B and C`. */
function listed(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** What the bars of a choice say to those who do not see them. */
export function choiceMessage(poll: ChoicePoll, tally: ChoiceTally, right: string[] = []): string {
  const leaders = barsOf(poll, tally, right).filter(it => it.leads)
  const [first] = leaders
  if (!first)
    return NOBODY
  const names = listed(leaders.map(it => `“${it.text}”`))
  const lead = leaders.length === 1
    ? `${names} leads with ${first.count} of ${peopleWords(tally.people)}, ${percentWords(first.count, tally.people)}.`
    : `${names} lead with ${first.count} each of ${peopleWords(tally.people)}.`
  const solved = poll.options.filter(it => right.includes(it.id)).map(it => `“${it.text}”`)
  return solved.length > 0 ? `${lead} Right: ${listed(solved)}.` : lead
}

/** What the columns of a scale say. */
export function scaleMessage(poll: ScalePoll, { people, mean, counts }: ScaleTally): string {
  if (mean === undefined)
    return NOBODY
  const most = Math.max(...Object.values(counts))
  const points = Object.keys(counts).filter(it => counts[it] === most)
  const ends = `1 is “${poll.labels[0]}”, 5 is “${poll.labels.at(-1)}”`
  return `${baseWords({ people })}, on average ${mean.toFixed(1)}; most chose ${listed(points)}. ${ends}.`
}

/** What the histogram of an estimate says. */
export function estimateMessage(poll: EstimatePoll, { people, median, middle }: EstimateTally, reference?: [number, number]): string {
  if (median === undefined)
    return NOBODY
  const half = `Half of ${peopleWords(people)} are below ${readRounded(poll, median)}`
  const band = middle ? `, the middle half from ${readRounded(poll, middle[0])} to ${readRounded(poll, middle[1])}` : ''
  return `${half}${band}.${reference ? ` The record: ${readReference(poll, reference)}.` : ''}`
}

/** A number that the room arrived at: more digits would pretend to know more. */
export function readRounded({ unit }: Pick<EstimatePoll, 'unit'>, value: number): string {
  const rounded = Number(value.toPrecision(2))
  return readSpan({ low: rounded, high: rounded }, unit)
}

/** The reference value or its range, in full. */
export function readReference({ unit }: Pick<EstimatePoll, 'unit'>, [low, high]: [number, number]): string {
  return readSpan({ low, high }, unit)
}

/** What the bars of a ranking say. */
export function rankMessage(poll: RankPoll, tally: RankTally): string {
  const leaders = ranksOf(poll, tally).filter(it => it.place === 1)
  const [first] = leaders
  if (!first)
    return NOBODY
  return `${listed(leaders.map(it => `“${it.text}”`))} ${leaders.length === 1 ? 'leads' : 'lead'} with ${first.points} points from ${peopleWords(tally.people)}.`
}

/** What a cloud of words or a board of questions says. */
export function entriesMessage({ people, entries }: EntriesTally): string {
  const first = entries.find(it => it.people === Math.max(...entries.map(other => other.people)))
  return first ? `${baseWords({ people })}; “${first.text}” leads with ${first.people}.` : NOBODY
}
