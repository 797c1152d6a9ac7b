import type { Span, Unit } from '../../content/evidenceSchema.ts'
import type { Chosen } from './chosen.ts'
import type { Run } from './drawing.ts'
import { dollarsOf, formatFigure, inUnit } from '../../content/figures.ts'
import { shortDollars } from '../costCaveat.ts'
import { isMixed } from './chosen.ts'
import { SMALL } from './drawing.ts'

const MONEY = ['usd-trillion', 'usd-billion', 'usd-million', 'usd'] as const

function isMoney(unit: Unit): boolean {
  return unit.startsWith('usd')
}

/** A value as it is read, money in the largest unit that it fills: `$5.576M` beside `$670`. */
export function readSpan({ low, high }: Span, unit: Unit): string {
  const figure = { value: low, high: high > low ? high : undefined, unit }
  if (!isMoney(unit))
    return formatFigure(figure)
  const sized = MONEY.map(text => inUnit(figure, text))
  return formatFigure(
    sized.find(({ value, high: end = value }) => Math.abs(end) >= 1 && Math.abs(value) >= 0.1) ?? figure,
  )
}

/**
 * A round number of an axis: `$100K`, `10,000`, `40%`; months and times are without their word, which the values have.
 */
export function readTick(value: number, unit: Unit): string {
  if (!isMoney(unit))
    return formatFigure({ value, unit: unit === 'months' || unit === 'ratio' ? 'count' : unit })
  // A decade of millions is not quite one of dollars in binary.
  const usd = Number(dollarsOf({ value, unit })[0].toPrecision(12))
  return usd < 0 ? `−${shortDollars(-usd)}` : shortDollars(usd)
}

/** Whether a chart says the name of a measure at this point: at its first of two, and always where there are more. */
function isNamed({ order, points }: Chosen, measure: string, index: number): boolean {
  return order.length > 2 || (order.length === 2 && points.findIndex(point => point.values[measure]) === index)
}

/** What stands at a mark: its value, the name of its measure, its status where statuses differ. */
export function valueRuns(series: Chosen, index: number, measure: string, size: number): Run[] {
  const point = series.points[index]
  const span = point?.values[measure]
  if (!point || !span)
    return []
  // Of two measures the leading one is bold, so that weight tells them apart where colour does not.
  const voice = series.order.length === 2 && measure !== series.order[0] ? 'plain' : 'strong'
  const value: Run = { text: readSpan(span, series.unit), size, voice }
  const small = Math.max(SMALL, Math.round(size * 0.72))
  const name: Run[] = isNamed(series, measure, index)
    ? [{ text: ` ${series.measures[measure]}`, size: small, voice: 'plain' }]
    : []
  const status: Run[] = isMixed(series) ? [{ text: ` ${point.status}`, size: small, voice: 'quiet' }] : []
  return [value, ...name, ...status]
}
