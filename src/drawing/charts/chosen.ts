import type { PointSeries, Series, SeriesPoint } from '../../content/evidenceSchema.ts'
import type { Tone } from './drawing.ts'

/** What a chart draws: a series of points, reduced to what its author asked for. */
export interface Chosen extends PointSeries {
  id: string
  /** Ids of the measures in the order of drawing; the first one has the lens colour. */
  order: string[]
}

export interface Choice {
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
export function choose(id: string, series: Series, { pick, measures }: Choice = {}): Chosen {
  if (series.kind !== 'points')
    throw new Error(`Series ${id} is a list of events, which <SeriesChart> cannot draw; name a series of points.`)
  const labels = series.points.map(point => point.label)
  const order = measures ?? Object.keys(series.measures)
  const noLabel = pick?.find(text => !labels.includes(text))
  if (noLabel !== undefined)
    throw new Error(`Series ${id} has no point "${noLabel}"; pick among ${labels.join(', ')}.`)
  const noMeasure = order.find(text => !Object.hasOwn(series.measures, text))
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

/** Whether numbers of several statuses stand side by side, so that each must say its own. */
export function isMixed({ points }: Chosen): boolean {
  return new Set(points.map(point => point.status)).size > 1
}

/**
 * Two measures are told apart by colour and name; one measure has its emphasised points in colour, unless statuses
 * differ.
 */
export function toneOf(series: Chosen, point: SeriesPoint, measure: string): Tone {
  if (series.order.length > 1)
    return measure === series.order[0] ? 'lens' : 'neutral'
  return isMixed(series) || point.emphasis || !series.points.some(item => item.emphasis) ? 'lens' : 'neutral'
}

/** What is counted, and how well where no number says so itself; undefined where neither needs words. */
export function captionOf(series: Chosen): string | undefined {
  const status = series.points[0]?.status
  const all = isMixed(series) || status === 'reported' ? undefined : `all ${status}`
  const parts = [series.of, all].filter(text => text !== undefined)
  return parts.length > 0 ? parts.join(', ').replace(/^./, match => match.toUpperCase()) : undefined
}
