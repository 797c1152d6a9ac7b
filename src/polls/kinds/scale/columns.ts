import type { Space } from '../../../drawing/polls/space.ts'
import type { ScalePoll, ScaleTally } from './answer.ts'
import { scaleLinear } from 'd3-scale'
import { labelLines } from '../../../drawing/polls/labelLines.ts'

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

/** How the labels are set; px. */
export interface ScaleType { size: number, leading: number, condensed: boolean }

export interface ScaleLabel {
  x: number
  anchor: 'start' | 'middle' | 'end'
  text: string
  lines: string[]
  type: ScaleType
}

export interface ScaleDrawing {
  base: number
  columns: ScaleColumn[]
  labels: ScaleLabel[]
  /** The marker under the axis, and where its words stand. */
  mean: { x: number, textX: number, anchor: 'start' | 'end', value: string } | undefined
}

/** px; strips above and under the columns. */
export const SCALE = { numbers: 26, mean: 26, points: 20 } as const
const POINTS = ['1', '2', '3', '4', '5']
const GAP = 22
/** Between two labels. */
const APART = 8
const WORDS_FIT = 22
const TYPES: ScaleType[] = [
  { size: 17, leading: 20, condensed: false },
  { size: 15, leading: 18, condensed: false },
  { size: 15, leading: 17, condensed: true },
  { size: 14, leading: 16, condensed: true },
]
/** Share of the height that labels leave to all else, if they can. */
const FOR_COLUMNS = 0.75

/** Lays out the five columns of a scale; without a tally, the axis that they will stand on. */
export function layOutScale(
  poll: Pick<ScalePoll, 'labels'>,
  tally: ScaleTally | undefined,
  { width, height }: Space,
): ScaleDrawing {
  const step = (width + GAP) / POINTS.length
  const middleOf = scaleLinear([1, POINTS.length], [(step - GAP) / 2, width - (step - GAP) / 2])
  const sets = TYPES.map(type => labelsOf(poll.labels, type, { width, step, middleOf }))
  const tall = (labels: ScaleLabel[]) =>
    Math.max(TYPES[0]?.leading ?? 0, ...labels.map(label => label.lines.length * label.type.leading))
  const fitting = sets.filter(set => tall(set) <= height * (1 - FOR_COLUMNS))
  const labels = fitting.find(item => item.every(isUnbroken)) ?? fitting[0] ?? sets.at(-1) ?? []
  const base = height - SCALE.mean - SCALE.points - tall(labels)
  const most = Math.max(1, ...POINTS.map(text => tally?.counts[text] ?? 0))
  const y = scaleLinear([0, most], [base, SCALE.numbers])

  const columns = POINTS.map((point, i): ScaleColumn => {
    const count = tally?.counts[point] ?? 0
    const middle = middleOf(i + 1)
    return {
      point,
      x: middle - (step - GAP) / 2,
      width: step - GAP,
      middle,
      count,
      top: y(count),
      parts: partsOf(count, tally?.sure?.[point], y),
      leads: count === most,
    }
  })
  const mean = tally?.mean
  return {
    base,
    columns,
    labels,
    mean:
      mean === undefined
        ? undefined
        : {
            x: middleOf(mean),
            ...(mean > 4
              ? { textX: middleOf(mean) - 12, anchor: 'end' }
              : { textX: middleOf(mean) + 12, anchor: 'start' }),
            value: mean.toFixed(1),
          },
  }
}

/** Those who are sure stand on the axis, those who guess on top of them. */
function partsOf(count: number, sure: number | undefined, y: (count: number) => number): ColumnPart[] {
  const part = (of: ColumnPart['of'], from: number, to: number): ColumnPart => ({
    of,
    y: y(to),
    height: y(from) - y(to),
    count: to - from,
    roomy: y(from) - y(to) >= WORDS_FIT,
  })
  return sure === undefined ? [part('all', 0, count)] : [part('sure', 0, sure), part('guess', sure, count)]
}

/** Whether a label is broken between words only. */
function isUnbroken({ text, lines }: ScaleLabel): boolean {
  return lines.join(' ') === text
}

/** Ends alone have half the axis each, all five the width of a column. */
function labelsOf(
  labels: string[],
  type: ScaleType,
  { width, step, middleOf }: { width: number, step: number, middleOf: (point: number) => number },
): ScaleLabel[] {
  const onlyEnds = labels.slice(1, -1).every(label => label === '')
  const linesOf = (label: string, most: number) => labelLines(label, { width: most, ...type }, Infinity)
  return labels.flatMap((label, i): ScaleLabel[] => {
    if (label === '')
      return []
    const middle = middleOf(i + 1)
    if (!onlyEnds) {
      return [
        {
          text: label,
          x: middle,
          anchor: 'middle',
          lines: linesOf(label, Math.min(step - APART, 2 * middle, 2 * (width - middle))),
          type,
        },
      ]
    }
    return [
      {
        text: label,
        ...(i === 0 ? { x: 0, anchor: 'start' } : { x: width, anchor: 'end' }),
        lines: linesOf(label, width / 2 - APART),
        type,
      },
    ]
  })
}
