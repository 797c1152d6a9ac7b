import type { SpacePx } from '../../../drawing/polls/space.ts'
import type { ScalePoll, ScaleTally } from './answer.ts'
import { scaleLinear } from 'd3-scale'
import { labelLines } from '../../../drawing/polls/labelLines.ts'

/** The part of a column for voters who are sure or who guess, or all of it; px. */
export interface ColumnPart {
  of: 'all' | 'sure' | 'guess'
  y: number
  height: number
  count: number
  /** Whether a line of text fits into it. */
  roomy: boolean
}

/** The column of one point; px. */
export interface ScaleColumn {
  point: string
  x: number
  width: number
  middle: number
  count: number
  /** Top of the column, over which its numbers are set. */
  top: number
  parts: ColumnPart[]
  leads: boolean
}

/** Type in which the labels are set; sizes in px. */
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
  /** The marker of the mean under the axis, and the place of its text. */
  mean: { x: number, textX: number, anchor: 'start' | 'end', value: string } | undefined
}

/** Heights in px of the strips above and under the columns. */
export const SCALE = { numbers: 26, mean: 26, points: 20 } as const
const POINTS = ['1', '2', '3', '4', '5']
/** Between two columns. */
const GAP_PX = 22
/** Between two labels. */
const LABEL_GAP_PX = 8
/** Least height of a part into which a line of text fits. */
const MIN_TEXT_PX = 22
const TYPES: ScaleType[] = [
  { size: 17, leading: 20, condensed: false },
  { size: 15, leading: 18, condensed: false },
  { size: 15, leading: 17, condensed: true },
  { size: 14, leading: 16, condensed: true },
]
/** Share of the height that the labels should leave free. */
const FREE_SHARE = 0.75

/**
 * Lays out the five columns of a scale.
 *
 * @param poll what was asked
 * @param tally undefined to draw the axis alone
 * @param space for the whole drawing
 * @param space.width px
 * @param space.height px
 */
export function layOutScale(
  poll: Pick<ScalePoll, 'labels'>,
  tally: ScaleTally | undefined,
  { width, height }: SpacePx,
): ScaleDrawing {
  const step = (width + GAP_PX) / POINTS.length
  const middleOf = scaleLinear([1, POINTS.length], [(step - GAP_PX) / 2, width - (step - GAP_PX) / 2])
  const sets = TYPES.map(type => labelsOf(poll.labels, type, { width, step, middleOf }))
  const labelsHeight = (labels: ScaleLabel[]) =>
    Math.max(TYPES[0]?.leading ?? 0, ...labels.map(label => label.lines.length * label.type.leading))
  const fitting = sets.filter(set => labelsHeight(set) <= height * (1 - FREE_SHARE))
  const labels = fitting.find(set => set.every(isUnbroken)) ?? fitting[0] ?? sets.at(-1) ?? []
  const base = height - SCALE.mean - SCALE.points - labelsHeight(labels)
  const most = Math.max(1, ...POINTS.map(point => tally?.counts[point] ?? 0))
  const y = scaleLinear([0, most], [base, SCALE.numbers])

  const columns = POINTS.map((point, i): ScaleColumn => {
    const count = tally?.counts[point] ?? 0
    const middle = middleOf(i + 1)
    return {
      point,
      x: middle - (step - GAP_PX) / 2,
      width: step - GAP_PX,
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

/** The parts of a column: voters who are sure at the bottom, those who guess on top of them. */
function partsOf(count: number, sure: number | undefined, y: (count: number) => number): ColumnPart[] {
  const part = (of: ColumnPart['of'], from: number, to: number): ColumnPart => ({
    of,
    y: y(to),
    height: y(from) - y(to),
    count: to - from,
    roomy: y(from) - y(to) >= MIN_TEXT_PX,
  })
  return sure === undefined ? [part('all', 0, count)] : [part('sure', 0, sure), part('guess', sure, count)]
}

/** Whether a label is broken only between words, never within one. */
function isUnbroken({ text, lines }: ScaleLabel): boolean {
  return lines.join(' ') === text
}

/** The labels with their lines. If only the ends have one, each may be as wide as half the axis, else as a column. */
function labelsOf(
  labels: string[],
  type: ScaleType,
  { width, step, middleOf }: { width: number, step: number, middleOf: (point: number) => number },
): ScaleLabel[] {
  const onlyEnds = labels.slice(1, -1).every(label => label === '')
  const linesOf = (label: string, maxWidth: number) => labelLines(label, { width: maxWidth, ...type }, Infinity)
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
          lines: linesOf(label, Math.min(step - LABEL_GAP_PX, 2 * middle, 2 * (width - middle))),
          type,
        },
      ]
    }
    return [
      {
        text: label,
        ...(i === 0 ? { x: 0, anchor: 'start' } : { x: width, anchor: 'end' }),
        lines: linesOf(label, width / 2 - LABEL_GAP_PX),
        type,
      },
    ]
  })
}
