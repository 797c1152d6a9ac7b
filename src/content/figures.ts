import type { Figure, Unit } from './evidenceSchema.ts'

const MINUS = '−'

/** What stands before and after the digits of a unit, and how a number of it is rounded for reading. */
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
  'ratio': { after: ' times', digits: 1 },
}

/** Dollars in one unit of a money figure; undefined for what is not money. */
const DOLLARS: Partial<Record<Unit, number>> = {
  'usd': 1,
  'usd-million': 1e6,
  'usd-billion': 1e9,
  'usd-trillion': 1e12,
}
/** Things in one unit of a count. */
const COUNTS: Partial<Record<Unit, number>> = { count: 1, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

/**
 * A figure as it is read: `$5.576M`, `2,788K`, `−17%`, `$1.3–1.6bn`.
 *
 * @param figure from the ledger
 */
export function formatFigure({
  value,
  high,
  unit,
}: Pick<Figure, 'value' | 'unit'> & { high?: number | undefined }): string {
  const { before = '', after = '', sign = false, digits = 0 } = FORMS[unit]
  // Prices are read to the cent or without cents: $2.50 and $2, never $2.5.
  const least = (item: number) => unit === 'usd' && !Number.isInteger(item) ? digits : 0
  // A number may lose a twentieth by rounding, and no more: 0.02 is not read as 0.
  const isFar = (item: number) => Math.abs(Number(item.toFixed(digits)) - item) > item / 20
  const number = (item: number) =>
    item.toLocaleString(
      'en-US',
      isFar(item)
        ? { maximumSignificantDigits: 2 }
        : { minimumFractionDigits: least(item), maximumFractionDigits: digits },
    )
  const lead = value < 0 ? MINUS : sign && value > 0 ? '+' : ''
  return `${lead}${before}${number(Math.abs(value))}${high === undefined ? '' : `–${number(Math.abs(high))}`}${after}`
}

/**
 * The same figure in another unit, so that numbers side by side can be compared: 2,788K as 2.79M.
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
      `A figure in ${unit} is not money; a cost caveat needs usd, usd-million, usd-billion or usd-trillion.`,
    )
  }
  return [value * factor, (high ?? value) * factor]
}
