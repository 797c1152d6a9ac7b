import type { AxisLabel } from '../../../drawing/polls/axisLabel.ts'
import type { SpacePx } from '../../../drawing/polls/space.ts'
import type { EstimatePoll, EstimateTally } from './answer.ts'
import { scaleLinear } from 'd3-scale'
import { penOutline } from '../../../drawing/charts/penOutline.ts'
import { avoidStrokes, axisLabelAt, labelSpan } from '../../../drawing/polls/axisLabel.ts'
import { formatPeople } from '../../people.ts'
import { ESTIMATE_BINS, placeOf } from './axis.ts'
import { formatMedian, formatReference, middleHalfOf } from './format.ts'
import { estimateTicks } from './ticks.ts'

/** All places and sizes in px. */
export interface HistogramDrawing {
  /** `top` of the tallest bar, and `base`, on which the bars stand. */
  top: number
  base: number
  bars: { x: number, y: number, width: number, height: number, count: number }[]
  ticks: AxisLabel[]
  /** The number of people at one of the tallest bars; `y` is the baseline of the text. */
  counted: AxisLabel & { y: number } | undefined
  median: AxisLabel | undefined
  middle: AxisLabel & { width: number } | undefined
  /** The reference, drawn by the pen: a stroke, or a box around a range. */
  record: AxisLabel & { path: string, isRange: boolean } | undefined
}

/** px: baselines of the labels above the bars, heights of the strips under the axis, sizes of type. */
export const HISTOGRAM = { record: 20, median: 47, top: 76, ticks: 26, middle: 42, recordSize: 21, size: 18 } as const

/**
 * Lays out the estimates of a room on the poll's axis.
 *
 * @param poll what was asked
 * @param tally undefined to draw the axis alone
 * @param reference low and high end, equal where it is one number
 * @param space for the whole drawing
 * @param space.width px
 * @param space.height px
 */
export function layOutHistogram(
  poll: EstimatePoll,
  tally: EstimateTally | undefined,
  reference: [number, number] | undefined,
  { width, height }: SpacePx,
): HistogramDrawing {
  const base = height - HISTOGRAM.ticks - HISTOGRAM.middle
  const x = (value: number) => Math.max(0, Math.min(1, placeOf(poll, value))) * width
  const bins = tally?.bins ?? Array.from<number>({ length: ESTIMATE_BINS }).fill(0)
  const y = scaleLinear([0, Math.max(1, ...bins)], [base, HISTOGRAM.top])
  const bin = width / bins.length
  const bars = bins.map((count, i) => ({ x: i * bin + 1, y: y(count), width: bin - 2, height: base - y(count), count }))

  const strokes = reference?.map(x) ?? []
  const median = medianOf(poll, tally, { x, width, strokes })
  const record = reference && recordOf(poll, reference, { x, base, width })
  const lines = [...(median ? [median.x] : []), ...strokes]
  return {
    top: HISTOGRAM.top,
    base,
    bars,
    ticks: estimateTicks(poll, width),
    counted: countedOf(bars, lines, width),
    median,
    middle: middleOf(poll, tally, x, width),
    record,
  }
}

/** The label moves aside where the pen draws the reference over it. */
function medianOf(
  poll: EstimatePoll,
  tally: EstimateTally | undefined,
  { x, width, strokes }: { x: (value: number) => number, width: number, strokes: number[] },
): AxisLabel | undefined {
  if (tally?.median === undefined)
    return undefined
  const at = x(tally.median)
  const labels = formatMedian(poll, tally).map(text => axisLabelAt(at, text, HISTOGRAM.size, width))
  const clear = labels.map(label => avoidStrokes(label, strokes, HISTOGRAM.size, width))
  return clear.find(label => label !== undefined) ?? labels.at(-1)
}

function middleOf(
  poll: EstimatePoll,
  tally: EstimateTally | undefined,
  x: (value: number) => number,
  width: number,
): HistogramDrawing['middle'] {
  const half = tally && middleHalfOf(poll, tally)
  if (!half)
    return undefined
  const [from = 0, to = 0] = half.ends.map(x)
  return {
    ...axisLabelAt((from + to) / 2, `middle half of the room: ${half.texts.join(' to ')}`, HISTOGRAM.size, width),
    x: from,
    width: to - from,
  }
}

function recordOf(
  poll: EstimatePoll,
  reference: [number, number],
  { x, base, width }: { x: (value: number) => number, base: number, width: number },
): HistogramDrawing['record'] {
  const [from, to] = [x(reference[0]), x(reference[1])]
  const text = `the record: ${formatReference(poll, reference)}`
  const at = axisLabelAt((from + to) / 2, text, HISTOGRAM.recordSize, width)
  const top = HISTOGRAM.record + 8
  if (to - from >= 6) {
    return {
      ...at,
      isRange: true,
      path: penOutline({ shape: 'bar', x: from, y: top, width: to - from, height: base - top }),
    }
  }
  // Slightly curved, so that the stroke looks drawn by hand.
  const [middle, third] = [(top + base) / 2, (base - top) / 3]
  const upper = `M${at.x - 1},${top}C${at.x + 2},${top + third} ${at.x - 2},${middle - third / 2} ${at.x},${middle}`
  const lower = `S${at.x + 1},${base - third} ${at.x - 1},${base + 5}`
  return { ...at, isRange: false, path: upper + lower }
}

/** How far the number of people may be moved off its bar. */
const MAX_OFFSET_PX = 4

/** Puts the number of people over the tallest bar where no line crosses it. */
function countedOf(bars: HistogramDrawing['bars'], lines: number[], width: number): HistogramDrawing['counted'] {
  const most = Math.max(...bars.map(bar => bar.count))
  return bars
    .filter(bar => bar.count > 0 && bar.count >= most / 2)
    .sort((a, b) => b.count - a.count)
    .flatMap((bar) => {
      const label = avoidStrokes(
        axisLabelAt(bar.x + bar.width / 2, formatPeople(bar.count), HISTOGRAM.size, width),
        lines,
        HISTOGRAM.size,
        width,
      )
      const [left, right] = label ? labelSpan(label, HISTOGRAM.size) : [Infinity, -Infinity]
      const isNear = left <= bar.x + bar.width + MAX_OFFSET_PX && right >= bar.x - MAX_OFFSET_PX
      return label && isNear ? [{ ...label, y: bar.y - 6 }] : []
    })[0]
}
