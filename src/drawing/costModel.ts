import type { Span } from '../content/evidenceSchema.ts'

/**
 * What a training bill is made of: GPU hours, dollars a GPU hour, other runs as a share of this one, people, months,
 * dollars a month each, price of the machines in dollars, the share of that price charged to this model.
 */
export const ASSUMPTION_IDS = ['hours', 'rent', 'failed', 'people', 'months', 'pay', 'fleet', 'share'] as const
/** What the bill is the sum of. */
export const TERM_IDS = ['run', 'failed', 'people', 'machines'] as const
export type AssumptionId = typeof ASSUMPTION_IDS[number]
export type TermId = typeof TERM_IDS[number]

/** The assumptions that each term of the sum is the product of. */
export const FACTORS: Record<TermId, readonly AssumptionId[]> = {
  run: ['hours', 'rent'],
  failed: ['hours', 'rent', 'failed'],
  people: ['people', 'months', 'pay'],
  machines: ['fleet', 'share'],
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
export function billOf(given: Record<AssumptionId, Span>): Bill {
  const product = (term: TermId, end: keyof Span) => FACTORS[term].reduce((so, id) => so * given[id][end], 1)
  const parts = Object.fromEntries(
    TERM_IDS.map(text => [text, { low: product(text, 'low'), high: product(text, 'high') }]),
  ) as Bill['parts']
  const sum = (end: keyof Span) => TERM_IDS.reduce((so, text) => so + parts[text][end], 0)
  return { parts, total: { low: sum('low'), high: sum('high') } }
}

export interface Reading {
  /** As it stands on a slide: `$48–240M`. */
  text: string
  /** As it is said, its unit to follow: `48 to 240 million`. */
  words: string
}

const SIZES = [[1e9, 'bn', ' billion'], [1e6, 'M', ' million'], [1e3, 'K', ' thousand']] as const
const digits = (value: number, most: number) => value.toLocaleString('en-US', { maximumFractionDigits: most })
const rough = (value: number) => digits(value, value >= 10 ? 0 : value >= 1 ? 1 : 2)
const join = (from: string, dash: string, to: string) => from === to ? from : `${from}${dash}${to}`

/** Reads an amount: one number keeps its digits, the ends of a range are rounded, for they are rough. */
export function readAmount({ low, high }: Span, before = '', after = ''): Reading {
  const exact = low === high
  const [size, unit, name] = SIZES.find(([least]) => high >= least && !(exact && least === 1e3)) ?? [1, '', '']
  const [from, to] = [low / size, high / size].map(value => exact ? digits(value, 3) : rough(value)) as [string, string]
  return { text: `${before}${join(from, '–', to)}${unit}${after}`, words: `${join(from, ' to ', to)}${name}` }
}

/** A bill against the headline: `7.5–36 times the headline`, `5% of the headline`. */
export function readAgainst({ low, high }: Span, headline: number): Reading {
  if (low === headline && high === headline)
    return { text: 'the headline, to the dollar', words: 'the headline, to the dollar' }
  const percent = high < headline
  const [from, to] = [low, high].map(value =>
    percent || low < high ? rough((value / headline) * (percent ? 100 : 1)) : digits(value / headline, 2),
  ) as [string, string]
  return {
    text: `${join(from, '–', to)}${percent ? '%' : ''} ${percent ? 'of' : 'times'} the headline`,
    words: `${join(from, ' to ', to)} ${percent ? 'percent of' : 'times'} the headline`,
  }
}

/** Where a value lies on a slider that steps over these stops, in per cent of its length. */
export function placeOn(stops: readonly number[], value: number): number {
  const above = stops.findIndex(stop => stop >= value)
  if (above <= 0)
    return above < 0 ? 100 : 0
  const [from = 0, to = 0] = [stops[above - 1], stops[above]]
  return (above - 1 + (value - from) / (to - from)) / (stops.length - 1) * 100
}
