import type { EstimatePoll, EstimateTally } from './answer.ts'
import { valueAt } from './axis.ts'
import { formatRounded } from './format.ts'

/** The steps of a histogram that are not empty, in words: `$1M to $1.4M`. */
export function histogramBinLabels(
  poll: EstimatePoll,
  { bins }: Pick<EstimateTally, 'bins'>,
): { text: string, people: number }[] {
  const edge = (i: number) => formatRounded(poll, valueAt(poll, i / bins.length))
  return bins.map((people, i) => ({ text: `${edge(i)} to ${edge(i + 1)}`, people })).filter(bin => bin.people > 0)
}
