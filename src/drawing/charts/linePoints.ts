import type { Span, Status } from '../../content/evidenceSchema.ts'
import type { Mark, Run, Tone } from './drawing.ts'
import type { Block } from './placement.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { wrapText } from '../textMetrics.ts'
import { valueRuns } from './format.ts'

/** A point of a line, not yet placed. */
export interface LinePoint {
  measure: string
  time: number
  span: Span
  status: Status
  emphasis: boolean
  tone: Tone
  value: Run[]
  /** Its label, in lines; empty where the time axis has it already or several lines share the point. */
  label: string[]
  /** Whether it is the last of one line among several, where the name of the measure goes. */
  isEnd: boolean
  prefer: 'above' | 'below'
}

/** Type and width in px. */
const VALUE_SIZE = 28
const LABEL_SIZE = 18
const NAME_SIZE = 22
const LABEL_WIDTH = 170

/** The points of all lines, each line in the order of time. */
export function linePoints(series: SelectedSeries, times: number[], tickLabels: string[]): LinePoint[] {
  const { order, points } = series
  return order.flatMap((measure) => {
    const own = points.flatMap((point, index) => {
      const span = point.values[measure]
      return span ? [{ point, index, span, time: times[index] ?? 0 }] : []
    }).sort((a, b) => a.time - b.time)

    return own.map(({ point, index, span, time }, i): LinePoint => {
      const isEnd = order.length > 1 && i === own.length - 1
      const neighbours = [own[i - 1], own[i + 1]].flatMap(neighbour => neighbour ? [neighbour.span.low] : [])
      const others = order
        .filter(other => other !== measure)
        .flatMap(other => point.values[other]?.low ?? [])
      // Below the line where others run above it, or where the line itself turns upwards again.
      const isLow = order.length > 1
        ? others.some(other => other > span.low)
        : neighbours.every(neighbour => neighbour > span.low)
      return {
        measure,
        time,
        span,
        status: point.status,
        emphasis: point.emphasis,
        tone: measure === order[0] ? 'lens' : 'neutral',
        value: pointValueRuns(series, index, measure, isEnd),
        label:
          order.length > 1 || tickLabels.includes(point.label)
            ? []
            : wrapText([point.label, point.detail].filter(Boolean).join(', '), LABEL_WIDTH, LABEL_SIZE),
        isEnd,
        prefer: isLow ? 'below' : 'above',
      }
    })
  })
}

/** The name of a measure stands at the end of its line, not at its first point. */
function pointValueRuns(series: SelectedSeries, index: number, measure: string, isEnd: boolean): Run[] {
  const [value, ...rest] = valueRuns({ ...series, order: [measure] }, index, measure, VALUE_SIZE)
  if (!value)
    return []
  const name: Run[] = isEnd ? [{ text: ` ${series.measures[measure]}`, size: NAME_SIZE, voice: 'plain' }] : []
  return [value, ...name, ...rest]
}

/** The text at a point: its value, and under it its label. */
export function blockOf({ value, label, emphasis }: LinePoint): Block {
  return [value, ...label.map((text): Run[] => [{ text, size: LABEL_SIZE, voice: emphasis ? 'plain' : 'quiet' }])]
}

/** Radius of the dot at a point, px. */
export function radiusOf({ emphasis }: LinePoint): number {
  return emphasis ? 10 : 7
}

/** A dot, or for a range a vertical bar on the line. */
export function markOf(point: LinePoint & { x: number, top: number, foot: number }): Mark {
  const { x, top, foot, tone, status, emphasis } = point
  const radius = radiusOf(point)
  return {
    shape: foot > top ? 'bar' : 'dot',
    x: x - radius,
    y: top - (foot > top ? 0 : radius),
    width: 2 * radius,
    height: foot > top ? foot - top : 2 * radius,
    tone,
    status,
    emphasis,
  }
}
