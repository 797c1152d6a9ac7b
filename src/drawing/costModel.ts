import type { AssumptionId } from '../content/costAssumptions.ts'
import type { Span } from '../content/evidenceSchema.ts'

/** What the bill is the sum of. */
export const TERM_IDS = ['run', 'failed', 'people', 'machines'] as const
export type TermId = typeof TERM_IDS[number]

/** The assumptions that each term of the sum is the product of. */
export const FACTORS: Record<TermId, readonly AssumptionId[]> = {
  run: ['hours', 'rent'],
  failed: ['hours', 'rent', 'failed'],
  people: ['people', 'months', 'pay'],
  machines: ['fleet', 'share'],
}

/** The assumptions that stand under a term: those of the run count in other terms too and are shown once. */
export const SHOWN_FACTORS: Record<TermId, readonly AssumptionId[]> = {
  ...FACTORS,
  failed: FACTORS.failed.filter(id => !FACTORS.run.includes(id)),
}

export interface Bill {
  parts: Record<TermId, Span>
  /** The sum of the parts. */
  total: Span
}

/**
 * The bill in dollars, with every assumption at its low end and with every assumption at its high end.
 *
 * @param given none below zero; shares as fractions of one
 */
export function computeBill(given: Record<AssumptionId, Span>): Bill {
  const product = (term: TermId, end: 'low' | 'high') => FACTORS[term].reduce((so, id) => so * given[id][end], 1)
  const parts = Object.fromEntries(
    TERM_IDS.map(term => [term, { low: product(term, 'low'), high: product(term, 'high') }]),
  ) as Bill['parts']
  const sum = (end: 'low' | 'high') => TERM_IDS.reduce((so, term) => so + parts[term][end], 0)
  return { parts, total: { low: sum('low'), high: sum('high') } }
}

export interface FormattedAmount {
  /** As it stands on a slide: `$48–240M`. */
  text: string
  /** For a screen reader, without its unit: `48 to 240 million`. */
  spoken: string
}

const SIZES = [[1e9, 'bn', ' billion'], [1e6, 'M', ' million'], [1e3, 'K', ' thousand']] as const
const formatDigits = (value: number, most: number) => value.toLocaleString('en-US', { maximumFractionDigits: most })
const formatRough = (value: number) => formatDigits(value, value >= 10 ? 0 : value >= 1 ? 1 : 2)
const join = (from: string, dash: string, to: string) => from === to ? from : `${from}${dash}${to}`

/** One number keeps its digits; the ends of a range are rounded, for they are estimates. */
export function formatAmount({ low, high }: Span, before = '', after = ''): FormattedAmount {
  const isExact = low === high
  const [size, unit, name] = SIZES.find(([least]) => high >= least && !(isExact && least === 1e3)) ?? [1, '', '']
  const format = (value: number) => isExact ? formatDigits(value / size, 3) : formatRough(value / size)
  const [from, to] = [format(low), format(high)]
  return { text: `${before}${join(from, '–', to)}${unit}${after}`, spoken: `${join(from, ' to ', to)}${name}` }
}

/** A bill against the headline: `7.5–36 times the headline`, `5% of the headline`. */
export function formatAgainstHeadline({ low, high }: Span, headline: number): FormattedAmount {
  if (low === headline && high === headline)
    return { text: 'the headline, to the dollar', spoken: 'the headline, to the dollar' }
  const isPercent = high < headline
  const format = (value: number) => isPercent || low < high
    ? formatRough((value / headline) * (isPercent ? 100 : 1))
    : formatDigits(value / headline, 2)
  const [from, to] = [format(low), format(high)]
  return {
    text: `${join(from, '–', to)}${isPercent ? '%' : ''} ${isPercent ? 'of' : 'times'} the headline`,
    spoken: `${join(from, ' to ', to)} ${isPercent ? 'percent of' : 'times'} the headline`,
  }
}

/** Where a value lies on a slider that steps over these stops, in per cent of its length. */
export function percentOnSlider(stops: readonly number[], value: number): number {
  const above = stops.findIndex(stop => stop >= value)
  if (above <= 0)
    return above < 0 ? 100 : 0
  const [from = 0, to = 0] = [stops[above - 1], stops[above]]
  return (above - 1 + (value - from) / (to - from)) / (stops.length - 1) * 100
}
