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
 * Reduces a series to the points and measures of a chart. Points with dates, and those of a series that gives a reason,
 * keep the order of the ledger. Others come by value, the greatest change first; with two measures by how far the first
 * is ahead.
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
    point =>
      (pick?.includes(point.label) ?? true)
      && (point.status === 'unknown' || order.some(measure => point.values[measure])),
  )
  if (points.length === 0)
    throw new Error(`Series ${id} has no point with a value of ${order.join(' or ')}; pick others.`)
  const isOrdered = series.givenOrder !== undefined || points.some(point => point.date !== undefined)
  return { ...series, id, order, points: isOrdered ? points : sortPoints(points, order) }
}

/** By value, from the end of the scale that lies further from zero; numbers that are missing come last. */
function sortPoints(points: SeriesPoint[], order: string[]): SeriesPoint[] {
  const [first = '', second = ''] = order
  const keyOf = ({ values }: SeriesPoint) => {
    const own = values[first] ?? Object.values(values)[0]
    return own && own.high - (order.length === 2 ? values[second]?.high ?? 0 : 0)
  }
  const keys = points.flatMap(point => keyOf(point) ?? [])
  const isFalling = order.length === 2 || Math.max(...keys) >= -Math.min(...keys)
  const last = isFalling ? -Infinity : Infinity
  return points.toSorted((a, b) => {
    const [keyA, keyB] = [keyOf(a) ?? last, keyOf(b) ?? last]
    return keyA === keyB ? 0 : isFalling === (keyA > keyB) ? -1 : 1
  })
}

/** Whether the points differ in status, so that the fill must tell them apart. */
function isMixed({ points }: SelectedSeries): boolean {
  return new Set(points.map(point => point.status)).size > 1
}

/**
 * With several measures the subjects of the series are in the lens colour, or the first one. With one, its emphasised
 * points are, or all where none is emphasised or where statuses differ: then the fill pattern tells points apart.
 */
export function toneOf(series: SelectedSeries, point: SeriesPoint, measure: string): Tone {
  if (series.order.length > 1)
    return (series.subject ?? [series.order[0]]).includes(measure) ? 'lens' : 'neutral'
  return isMixed(series) || point.emphasis || !series.points.some(other => other.emphasis) ? 'lens' : 'neutral'
}

/** The word that a point prints for its status: only where it differs from that of its series, or has its own. */
export function statusWordOf(series: SelectedSeries, { status, word }: SeriesPoint): string | undefined {
  return word ?? (status === series.status ? undefined : status)
}

/** What is counted, and the status of the series where it is not `reported`; undefined without both. */
export function captionOf(series: SelectedSeries): string | undefined {
  const isUsed = series.points.some(point => point.status === series.status && !point.word)
  const all = series.status === 'reported' || !isUsed ? undefined : series.status
  const parts = [series.of, all].filter(part => part !== undefined)
  return parts.length > 0 ? parts.join(', ').replace(/^./, match => match.toUpperCase()) : undefined
}
