import type { Bound, Figure, Unit } from './evidenceSchema.ts'

const MINUS = '−'
/** How a number is written in each unit: text before and after it, decimals at most, whether it has a plus sign. */
const FORMS: Record<Unit, [before: string, after: string, digits: number, sign?: boolean]> = {
  'usd': ['$', '', 2],
  'usd-million': ['$', 'M', 3],
  'usd-billion': ['$', 'bn', 2],
  'usd-trillion': ['$', 'tn', 2],
  'percent': ['', '%', 1],
  'percent-change': ['', '%', 2, true],
  'count': ['', '', 1],
  'thousand': ['', 'K', 0],
  'million': ['', 'M', 2],
  'billion': ['', 'bn', 1],
  'trillion': ['', 'tn', 1],
  'months': ['', ' months', 1],
  'points': ['', ' points', 1],
  'ratio': ['', ' times', 1],
  'gflop': ['', ' GFLOP', 1],
  'gb-per-second': ['', ' GB/s', 1],
}

/** Dollars in one of each money unit. */
const DOLLARS: Partial<Record<Unit, number>> = {
  'usd': 1,
  'usd-million': 1e6,
  'usd-billion': 1e9,
  'usd-trillion': 1e12,
}
/** The factor of each unit of a count. */
const COUNTS: Partial<Record<Unit, number>> = { count: 1, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

/** An amount in its unit. */
type Amount = Pick<Figure, 'value' | 'unit'> & { high?: number | undefined }

/** An amount as text: `$5.576M`, `2,788K`, `−17%`, `$1.3–1.6bn`. The phone page formats guesses with it. */
export function formatAmount({ value, high, unit }: Amount): string {
  const [before, after, digits, sign] = FORMS[unit]
  const number = (signed: number) => {
    const amount = Math.abs(signed)
    // Rounding may change a number by at most a twentieth, so that 0.02 does not become 0.
    const losesTooMuch = Math.abs(+amount.toFixed(digits) - amount) > amount / 20
    // Prices have either two decimals or none: $2.50 and $2, never $2.5.
    const least = unit === 'usd' && amount % 1 ? digits : 0
    return amount.toLocaleString(
      'en-US',
      losesTooMuch ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: digits, minimumFractionDigits: least },
    )
  }
  const lead = value < 0 ? MINUS : sign && value ? '+' : ''
  const to = high === undefined ? '' : `–${number(high)}`
  return `${lead}${before}${number(value)}${to}${after}`
}

/**
 * A figure as text, with what it is open to: `>60,000`; a change beyond a value as `over −20%`.
 *
 * @param figure from the ledger
 */
export function formatFigure({ bound, ...amount }: Amount & { bound?: Bound | undefined }): string {
  if (!bound)
    return formatAmount(amount)
  const isMore = (bound === 'above') === (amount.value >= 0)
  // A sign of comparison before a minus would be read as the wrong way.
  const [more, less] = FORMS[amount.unit][3] ? ['over ', 'under '] : ['>', '<']
  return `${isMore ? more : less}${formatAmount(amount)}`
}

/**
 * The same figure in another unit, so that it can be compared with the one beside it: 2,788K as 2.79M.
 *
 * @throws {Error} when the units do not measure the same thing
 */
export function inUnit<T extends Pick<Figure, 'value' | 'unit'> & { high?: number | undefined }>(
  figure: T,
  unit: Unit,
): T {
  if (figure.unit === unit)
    return figure
  const scale = sharedScale(figure.unit, unit)
  if (!scale)
    throw new Error(`A figure in ${figure.unit} cannot be shown as ${unit}.`)
  const factor = (scale[figure.unit] ?? 1) / (scale[unit] ?? 1)
  return {
    ...figure,
    unit,
    value: figure.value * factor,
    ...(figure.high !== undefined && { high: figure.high * factor }),
  }
}

/** Whether a figure in one unit can be shown in another. */
export function isConvertible(from: Unit, to: Unit): boolean {
  return from === to || sharedScale(from, to) !== undefined
}

function sharedScale(from: Unit, to: Unit): Partial<Record<Unit, number>> | undefined {
  return [DOLLARS, COUNTS].find(scale => scale[from] !== undefined && scale[to] !== undefined)
}

/**
 * A money figure in dollars, for an axis.
 *
 * @returns low and high end, equal where the figure is one number
 * @throws {Error} when the figure is not money
 */
export function dollarsOf({
  value,
  high,
  unit,
}: Pick<Figure, 'value' | 'unit'> & { high?: number | undefined }): [low: number, high: number] {
  const factor = DOLLARS[unit]
  if (factor === undefined) {
    throw new Error(
      `A figure in ${unit} is not money; name one in usd, usd-million, usd-billion or usd-trillion.`,
    )
  }
  return [value * factor, (high ?? value) * factor]
}
