import type { Unit } from '../content/evidenceSchema.ts'
import { FIRST } from './words/first.ts'

const { AMOUNTS } = FIRST

/** Decimals at most; dollars have their own. */
const DIGITS: Partial<Record<Unit, number>> = { 'thousand': 0, 'million': 2, 'percent-change': 2 }
const DOLLARS: Partial<Record<Unit, number>> = {
  'usd': 1,
  'usd-million': 1e6,
  'usd-billion': 1e9,
  'usd-trillion': 1e12,
}

/** What stands around a number of a unit. */
function textOf(unit: Unit, value: number): string {
  if (unit.startsWith('percent'))
    return AMOUNTS.percent
  const { fields, units } = AMOUNTS
  const text = { count: '#', ...fields, ...units }[unit as keyof typeof units]
  return typeof text === 'function' ? text(value) : text
}

/** A number as it stands in a text: with so many decimals at most, and more where it would change by a twentieth. */
function formatNumber(signed: number, digits: number, least = 0): string {
  const value = Math.abs(signed)
  const losesTooMuch = Math.abs(+value.toFixed(digits) - value) > value / 20
  return value.toLocaleString(
    AMOUNTS.locale,
    losesTooMuch ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: digits, minimumFractionDigits: least },
  )
}

/**
 * A number with its unit, or a range, as the language of the page writes it: `$5.576M`, `5,576 Mio. $`. In English it
 * is what `formatRange` gives for figures of the ledger.
 */
export function formatSpan(low: number, high: number, unit: Unit): string {
  const factor = DOLLARS[unit]
  const [from, digits, money] = sizeOf(low, high, factor)
  const scale = (factor ?? 1) / from
  const text = money ?? textOf(unit, high)
  const lead = low < 0 ? '−' : unit === 'percent-change' && low ? '+' : ''
  const places = money === undefined ? DIGITS[unit] ?? 1 : digits
  // Prices have either two decimals or none.
  const leastOf = (value: number) => from === 1 && money !== undefined && value % 1 ? places : 0
  const format = (value: number) => formatNumber(value * scale, places, leastOf(value * scale))
  return lead + text.replace('#', () => high > low ? `${format(low)}–${format(high)}` : format(low))
}

/** Money in the largest size of which it has at least one, else in its own. */
function sizeOf(low: number, high: number, factor: number | undefined): [from: number, digits: number, text?: string] {
  if (factor === undefined)
    return [1, 0]
  const fits = AMOUNTS.money.find(([from]) => {
    const sized = (value: number) => Math.abs(value * factor / from)
    return sized(Math.max(low, high)) >= 1 && sized(low) >= 0.1
  })
  return fits ?? AMOUNTS.money.find(([from]) => from <= factor) ?? [1, 2, '#']
}

/** The texts before and after a field in which a number of this unit is typed. */
export function affixesOf(unit: Unit): { before: string, after: string } {
  const [before = '', after = ''] = textOf(unit, 5).split('#').map(text => text.trim())
  return { before, after }
}

/** A share in per cent. It says `<1%` and `>99%` rather than round a few people to nobody, or nearly all to all. */
export function formatShare(count: number, people: number): string {
  const share = people > 0 ? count / people * 100 : 0
  const text = share > 0 && share < 0.5 ? '<1' : share < 100 && share >= 99.5 ? '>99' : `${Math.round(share)}`
  return AMOUNTS.percent.replace('#', () => text)
}

/** A number of per cent as it is written, such as `10%`. */
export const formatPer100 = (percent: number): string => AMOUNTS.percent.replace('#', () => `${percent}`)

/** A number as the language of the page writes it. */
export const formatCount = (value: number): string => value.toLocaleString(AMOUNTS.locale)

/** The decimal sign of the language. */
export const decimalSign = (): string => (0.5).toLocaleString(AMOUNTS.locale).charAt(1)

/** A number as it is typed into a field: with the decimal sign of the language, and no signs of grouping. */
export const formatTyped = (value: number): string => String(value).replace('.', decimalSign())
