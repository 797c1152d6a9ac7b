import type { Bound, Figure, Unit } from './evidenceSchema.ts'

const MINUS = '−'
/** Before a number that is open to one side. A sign of comparison before a minus would be read as the wrong way. */
const OPEN = { amount: { more: '>', less: '<' }, change: { more: 'over ', less: 'under ' } } as const

/** How a number is written in each unit: text before and after it, whether it has a plus sign, decimals at most. */
const FORMS: Record<Unit, { before?: string, after?: string, sign?: boolean, digits?: number }> = {
  'usd': { before: '$', digits: 2 },
  'usd-million': { before: '$', after: 'M', digits: 3 },
  'usd-billion': { before: '$', after: 'bn', digits: 2 },
  'usd-trillion': { before: '$', after: 'tn', digits: 2 },
  'percent': { after: '%', digits: 1 },
  'percent-change': { after: '%', sign: true, digits: 2 },
  'count': { digits: 1 },
  'thousand': { after: 'K', digits: 0 },
  'million': { after: 'M', digits: 2 },
  'billion': { after: 'bn', digits: 1 },
  'trillion': { after: 'tn', digits: 1 },
  'months': { after: ' months', digits: 1 },
  'points': { after: ' points', digits: 1 },
  'gb-per-second': { after: ' GB/s', digits: 1 },
  'gflop': { after: ' GFLOP', digits: 1 },
  'ratio': { after: ' times', digits: 1 },
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

/**
 * A figure as text: `$5.576M`, `2,788K`, `−17%`, `$1.3–1.6bn`, `>60,000`; a change beyond a value as `over −20%`.
 *
 * @param figure from the ledger
 */
export function formatFigure({
  value,
  high,
  bound,
  unit,
}: Pick<Figure, 'value' | 'unit'> & { high?: number | undefined, bound?: Bound | undefined }): string {
  const { before = '', after = '', sign = false, digits = 0 } = FORMS[unit]
  // Prices have either two decimals or none: $2.50 and $2, never $2.5.
  const minDecimals = (amount: number) => unit === 'usd' && !Number.isInteger(amount) ? digits : 0
  // Rounding may change a number by at most a twentieth, so that 0.02 does not become 0.
  const losesTooMuch = (amount: number) => Math.abs(Number(amount.toFixed(digits)) - amount) > amount / 20
  const number = (amount: number) =>
    amount.toLocaleString(
      'en-US',
      losesTooMuch(amount)
        ? { maximumSignificantDigits: 2 }
        : { minimumFractionDigits: minDecimals(amount), maximumFractionDigits: digits },
    )
  const lead = value < 0 ? MINUS : sign && value > 0 ? '+' : ''
  const open = bound ? OPEN[sign ? 'change' : 'amount'][(bound === 'above') === (value >= 0) ? 'more' : 'less'] : ''
  const to = high === undefined ? '' : `–${number(Math.abs(high))}`
  return `${open}${lead}${before}${number(Math.abs(value))}${to}${after}`
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
