import type { EstimatePoll, EstimateTally } from '../../room/protocol.ts'
import { valueAt } from '../estimateAxis.ts'
import { readRounded } from './estimateWords.ts'

/** The steps of a histogram that hold anybody, in words: `$1M to $1.4M`. */
export function stepsOf(poll: EstimatePoll, { bins }: Pick<EstimateTally, 'bins'>): { text: string, people: number }[] {
  const edge = (i: number) => readRounded(poll, valueAt(poll, i / bins.length))
  return bins.map((people, i) => ({ text: `${edge(i)} to ${edge(i + 1)}`, people })).filter(it => it.people > 0)
}
