import type { PointSeries, Series, SeriesPoint } from '../../content/evidenceSchema.ts'
import type { Tone } from './drawing.ts'

/** A series of points reduced to those, and to the measures, that the author of a chart asked for. */
export interface SelectedSeries extends PointSeries {
  id: string
  /** Ids of the measures in the order of drawing; the first one has the lens colour. */
  order: string[]
}

export interface SeriesSelection {
  /** Labels of the points to draw; all where left out. */
  pick?: string[] | undefined
  /** Ids of the measures to draw, the leading one first; all where left out. */
  measures?: string[] | undefined
}

/**
 * Reduces a series to the points and measures of a chart. The points keep the order of the ledger.
 *
 * @throws {Error} one sentence naming the series and the label or measure that it does not have
 */
export function selectSeries(id: string, series: Series, { pick, measures }: SeriesSelection = {}): SelectedSeries {
  if (series.kind !== 'points')
    throw new Error(`Series ${id} is a list of events, which <SeriesChart> cannot draw; name a series of points.`)
  const labels = series.points.map(point => point.label)
  const order = measures ?? Object.keys(series.measures)
  const noLabel = pick?.find(label => !labels.includes(label))
  if (noLabel !== undefined)
    throw new Error(`Series ${id} has no point "${noLabel}"; pick among ${labels.join(', ')}.`)
  const noMeasure = order.find(measure => !Object.hasOwn(series.measures, measure))
  if (noMeasure !== undefined) {
    throw new Error(
      `Series ${id} has no measure "${noMeasure}"; name some of ${Object.keys(series.measures).join(', ')}.`,
    )
  }
  const points = series.points.filter(
    point => (pick?.includes(point.label) ?? true) && order.some(measure => point.values[measure]),
  )
  if (points.length === 0)
    throw new Error(`Series ${id} has no point with a value of ${order.join(' or ')}; pick others.`)
  return { ...series, id, order, points }
}

/** Whether the points differ in status, so that each value must state its own. */
export function isMixed({ points }: SelectedSeries): boolean {
  return new Set(points.map(point => point.status)).size > 1
}

/**
 * With several measures the first is in the lens colour. With one, its emphasised points are, or all where none is
 * emphasised or where statuses differ: then the fill pattern tells points apart.
 */
export function toneOf(series: SelectedSeries, point: SeriesPoint, measure: string): Tone {
  if (series.order.length > 1)
    return measure === series.order[0] ? 'lens' : 'neutral'
  return isMixed(series) || point.emphasis || !series.points.some(other => other.emphasis) ? 'lens' : 'neutral'
}

/** What is counted, and the status where all points share one other than `reported`; undefined without both. */
export function captionOf(series: SelectedSeries): string | undefined {
  const status = series.points[0]?.status
  const all = isMixed(series) || status === 'reported' ? undefined : `all ${status}`
  const parts = [series.of, all].filter(part => part !== undefined)
  return parts.length > 0 ? parts.join(', ').replace(/^./, match => match.toUpperCase()) : undefined
}
