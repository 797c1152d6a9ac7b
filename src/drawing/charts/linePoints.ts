import type { Span, Status } from '../../content/evidenceSchema.ts'
import type { Chosen } from './chosen.ts'
import type { Mark, Run, Tone } from './drawing.ts'
import type { Block } from './placement.ts'
import { wrapText } from '../textMetrics.ts'
import { valueRuns } from './readings.ts'

/** A point of a line, before it has a place. */
export interface LinePoint {
  measure: string
  time: number
  span: Span
  status: Status
  emphasis: boolean
  tone: Tone
  value: Run[]
  /** Its label, in lines; empty where the axis says it already or several lines share it. */
  label: string[]
  /** The last of one line among several, where the name of the measure stands. */
  ends: boolean
  prefer: 'above' | 'below'
}

const VALUE = 24
const LABEL = 17
const LABEL_WIDTH = 160

/** The points of all lines, each line in the order of time. */
export function linePoints(series: Chosen, times: number[], tickLabels: string[]): LinePoint[] {
  const { order, points } = series
  return order.flatMap((measure) => {
    const own = points.flatMap((point, index) => {
      const span = point.values[measure]
      return span ? [{ point, index, span, time: times[index] ?? 0 }] : []
    }).sort((a, b) => a.time - b.time)

    return own.map(({ point, index, span, time }, i): LinePoint => {
      const ends = order.length > 1 && i === own.length - 1
      const neighbours = [own[i - 1], own[i + 1]].flatMap(item => item ? [item.span.low] : [])
      const others = order.filter(text => text !== measure).flatMap(text => point.values[text]?.low ?? [])
      const lowest
        = order.length > 1 ? others.some(other => other > span.low) : neighbours.every(neighbour => neighbour > span.low)
      return {
        measure,
        time,
        span,
        status: point.status,
        emphasis: point.emphasis,
        tone: measure === order[0] ? 'lens' : 'neutral',
        value: valueWords(series, index, measure, ends),
        label:
          order.length > 1 || tickLabels.includes(point.label)
            ? []
            : wrapText([point.label, point.detail].filter(Boolean).join(', '), LABEL_WIDTH, LABEL),
        ends,
        prefer: lowest ? 'below' : 'above',
      }
    })
  })
}

/** The name of a measure stands at the end of its line, not at its first point. */
function valueWords(series: Chosen, index: number, measure: string, ends: boolean): Run[] {
  const [value, ...rest] = valueRuns({ ...series, order: [measure] }, index, measure, VALUE)
  if (!value)
    return []
  return ends ? [value, { text: ` ${series.measures[measure]}`, size: 20, voice: 'plain' }, ...rest] : [value, ...rest]
}

/** What stands at a point: its value, and under it its label. */
export function blockOf({ value, label, emphasis }: LinePoint): Block {
  return [value, ...label.map((text): Run[] => [{ text, size: LABEL, voice: emphasis ? 'plain' : 'quiet' }])]
}

/** px of the dot at a point. */
export function radiusOf({ emphasis }: LinePoint): number {
  return emphasis ? 10 : 7
}

/** A dot, or an interval upright on the line. */
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
