import type { ScalePoll, ScaleTally } from '../../room/protocol.ts'
import type { Space } from './space.ts'
import { scaleLinear } from 'd3-scale'
import { wrapText } from '../textBox.ts'

/** A stretch of a column; px. */
export interface ColumnPart {
  of: 'all' | 'sure' | 'guess'
  y: number
  height: number
  count: number
  /** Whether words fit into it. */
  roomy: boolean
}

export interface ScaleColumn {
  point: string
  x: number
  width: number
  middle: number
  count: number
  /** Where the column ends, and its numbers stand. */
  top: number
  parts: ColumnPart[]
  leads: boolean
}

export interface ScaleLabel { x: number, anchor: 'start' | 'middle' | 'end', lines: string[] }

export interface ScaleDrawing {
  base: number
  columns: ScaleColumn[]
  labels: ScaleLabel[]
  /** The marker under the axis, and where its words stand. */
  mean: { x: number, textX: number, anchor: 'start' | 'end', value: string } | undefined
}

/** px; strips above and under the columns. */
export const SCALE = { numbers: 26, mean: 26, points: 20, label: 15, leading: 18 } as const
const POINTS = ['1', '2', '3', '4', '5']
const GAP = 22
const WORDS_FIT = 22

/** Lays out the five columns of a scale; without a tally, the axis that they will stand on. */
export function layOutScale(poll: Pick<ScalePoll, 'labels'>, tally: ScaleTally | undefined, { width, height }: Space): ScaleDrawing {
  const step = (width + GAP) / POINTS.length
  const middleOf = scaleLinear([1, POINTS.length], [(step - GAP) / 2, width - (step - GAP) / 2])
  const labels = labelsOf(poll.labels, { width, step, middleOf })
  const lines = Math.max(1, ...labels.map(it => it.lines.length))
  const base = height - SCALE.mean - SCALE.points - lines * SCALE.leading
  const most = Math.max(1, ...POINTS.map(it => tally?.counts[it] ?? 0))
  const y = scaleLinear([0, most], [base, SCALE.numbers])

  const columns = POINTS.map((point, i): ScaleColumn => {
    const count = tally?.counts[point] ?? 0
    const middle = middleOf(i + 1)
    return { point, x: middle - (step - GAP) / 2, width: step - GAP, middle, count, top: y(count), parts: partsOf(count, tally?.sure?.[point], y), leads: count > 0 && count === most }
  })
  const mean = tally?.mean
  return { base, columns, labels, mean: mean === undefined ? undefined : { x: middleOf(mean), ...(mean > 4 ? { textX: middleOf(mean) - 12, anchor: 'end' } : { textX: middleOf(mean) + 12, anchor: 'start' }), value: mean.toFixed(1) } }
}

/** Those who are sure stand on the axis, those who guess on top of them. */
function partsOf(count: number, sure: number | undefined, y: (count: number) => number): ColumnPart[] {
  const part = (of: ColumnPart['of'], from: number, to: number): ColumnPart => ({ of, y: y(to), height: y(from) - y(to), count: to - from, roomy: y(from) - y(to) >= WORDS_FIT })
  return sure === undefined ? [part('all', 0, count)] : [part('sure', 0, sure), part('guess', sure, count)]
}

/** Ends alone have half the axis each, all five the width of a column. */
function labelsOf(labels: string[], { width, step, middleOf }: { width: number, step: number, middleOf: (point: number) => number }): ScaleLabel[] {
  const onlyEnds = labels.slice(1, -1).every(it => it === '')
  return labels.map((label, i): ScaleLabel => {
    if (!onlyEnds)
      return { x: middleOf(i + 1), anchor: 'middle', lines: wrapText(label, step - 6, SCALE.label) }
    return i === 0 ? { x: 0, anchor: 'start', lines: wrapText(label, width / 2 - 10, SCALE.label) } : { x: width, anchor: 'end', lines: wrapText(label, width / 2 - 10, SCALE.label) }
  }).filter(it => it.lines.some(line => line !== ''))
}
