import type { Span, Unit } from '../../content/evidenceSchema.ts'
import type { Run } from './drawing.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { dollarsOf, formatFigure, inUnit } from '../../content/figures.ts'
import { formatRoundDollars } from '../moneyAxis.ts'
import { SMALL } from './drawing.ts'
import { statusWordOf } from './selectedSeries.ts'

const MONEY = ['usd-trillion', 'usd-billion', 'usd-million', 'usd'] as const

function isMoney(unit: Unit): boolean {
  return unit.startsWith('usd')
}

/** A value or range with its unit; money in the largest unit of which it has at least one: `$5.576M`, `$670`. */
export function formatRange({ low, high, bound }: Span, unit: Unit): string {
  const figure = { value: low, high: high > low ? high : undefined, bound, unit }
  if (!isMoney(unit))
    return formatFigure(figure)
  const sized = MONEY.map(moneyUnit => inUnit(figure, moneyUnit))
  return formatFigure(
    sized.find(({ value, high: end = value }) => Math.abs(end) >= 1 && Math.abs(value) >= 0.1) ?? figure,
  )
}

/** A round number of an axis: `$100K`, `10,000`, `40%`. Months and ratios have no unit here: the values state it. */
export function formatTick(value: number, unit: Unit): string {
  if (!isMoney(unit))
    return formatFigure({ value, unit: unit === 'months' || unit === 'ratio' ? 'count' : unit })
  // Dollars from a power of ten of millions may be off by a binary rounding error.
  const usd = Number(dollarsOf({ value, unit })[0].toPrecision(12))
  return usd < 0 ? `−${formatRoundDollars(-usd)}` : formatRoundDollars(usd)
}

/** Whether a value states its measure: of two measures only the first point does, of more every point. */
function isNamed({ order, points }: SelectedSeries, measure: string, index: number): boolean {
  return order.length > 2 || (order.length === 2 && points.findIndex(point => point.values[measure]) === index)
}

/** The text at a mark: its value, the name of its measure, and after the last one of a point a status that differs. */
export function valueRuns(series: SelectedSeries, index: number, measure: string, size: number): Run[] {
  const point = series.points[index]
  const range = point?.values[measure]
  if (!point || !range)
    return []
  // Of two measures the leading one is bold, so that weight tells them apart where colour does not.
  const voice = series.order.length === 2 && measure !== series.order[0] ? 'second' : 'value'
  const value: Run = { text: formatRange(range, series.unit), size, voice }
  const small = Math.max(SMALL, Math.min(22, Math.round(size * 0.68)))
  const name: Run[] = isNamed(series, measure, index)
    ? [{ text: ` ${series.measures[measure]}`, size: small, voice: 'plain' }]
    : []
  const word = series.order.findLast(other => point.values[other]) === measure ? statusWordOf(series, point) : undefined
  return [value, ...name, ...word ? [{ text: ` ${word}`, size: small, voice: 'quiet' as const }] : []]
}
