import type { Flag } from '../../../drawing/polls/axisLabel.ts'
import type { Space } from '../../../drawing/polls/space.ts'
import type { EstimatePoll, EstimateTally } from './answer.ts'
import { scaleLinear } from 'd3-scale'
import { penOutline } from '../../../drawing/charts/penOutline.ts'
import { clearOf, flagAt, spanOf } from '../../../drawing/polls/axisLabel.ts'
import { formatPeople } from '../../people.ts'
import { ESTIMATE_BINS, placeOf } from './axis.ts'
import { formatMedian, formatReference, halfOf } from './format.ts'
import { estimateTicks } from './ticks.ts'

export interface HistogramDrawing {
  /** Top of the tallest bar, and the axis. */
  top: number
  base: number
  bars: { x: number, y: number, width: number, height: number, count: number }[]
  ticks: Flag[]
  /** How many are in one of the tallest bars; `y` is its baseline. */
  counted: Flag & { y: number } | undefined
  median: Flag | undefined
  middle: Flag & { width: number } | undefined
  /** The reference as the pen draws it: a stroke, or a box around a range. */
  record: Flag & { path: string, isRange: boolean } | undefined
}

/** px; baselines of the words above the bars, strips under the axis. */
export const HISTOGRAM = { record: 20, median: 47, top: 76, ticks: 26, middle: 42, recordSize: 21, size: 16 } as const

/** Lays out the estimates of a room on the poll's own axis; without a tally, the axis alone. */
export function layOutHistogram(
  poll: EstimatePoll,
  tally: EstimateTally | undefined,
  reference: [number, number] | undefined,
  { width, height }: Space,
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

/** Its words give way to the pen. */
function medianOf(
  poll: EstimatePoll,
  tally: EstimateTally | undefined,
  { x, width, strokes }: { x: (value: number) => number, width: number, strokes: number[] },
): Flag | undefined {
  if (tally?.median === undefined)
    return undefined
  const at = x(tally.median)
  const flags = formatMedian(poll, tally).map(medianWord => flagAt(at, medianWord, HISTOGRAM.size, width))
  return (
    flags.map(flag => clearOf(flag, strokes, HISTOGRAM.size, width)).find(flag => flag !== undefined) ?? flags.at(-1)
  )
}

function middleOf(
  poll: EstimatePoll,
  tally: EstimateTally | undefined,
  x: (value: number) => number,
  width: number,
): HistogramDrawing['middle'] {
  const half = tally && halfOf(poll, tally)
  if (!half)
    return undefined
  const [from = 0, to = 0] = half.ends.map(x)
  return {
    ...flagAt((from + to) / 2, `middle half of the room: ${half.read.join(' to ')}`, HISTOGRAM.size, width),
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
  const at = flagAt((from + to) / 2, `the record: ${formatReference(poll, reference)}`, HISTOGRAM.recordSize, width)
  const top = HISTOGRAM.record + 8
  if (to - from >= 6) {
    return {
      ...at,
      isRange: true,
      path: penOutline({ shape: 'bar', x: from, y: top, width: to - from, height: base - top }),
    }
  }
  // A hand does not draw a ruler's line.
  const [middle, third] = [(top + base) / 2, (base - top) / 3]
  return {
    ...at,
    isRange: false,
    path: `M${at.x - 1},${top}C${at.x + 2},${top + third} ${at.x - 2},${middle - third / 2} ${at.x},${middle}S${at.x + 1},${base - third} ${at.x - 1},${base + 5}`,
  }
}

/** px by which a count may lie off its bar. */
const NEAR = 4

/** Over the first of the tallest bars where no line crosses it. */
function countedOf(bars: HistogramDrawing['bars'], lines: number[], width: number): HistogramDrawing['counted'] {
  const most = Math.max(...bars.map(bar => bar.count))
  return bars
    .filter(bar => bar.count > 0 && bar.count >= most / 2)
    .sort((a, b) => b.count - a.count)
    .flatMap((bar) => {
      const flag = clearOf(
        flagAt(bar.x + bar.width / 2, formatPeople(bar.count), HISTOGRAM.size, width),
        lines,
        HISTOGRAM.size,
        width,
      )
      const [left, right] = flag ? spanOf(flag, HISTOGRAM.size) : [Infinity, -Infinity]
      return flag && left <= bar.x + bar.width + NEAR && right >= bar.x - NEAR ? [{ ...flag, y: bar.y - 6 }] : []
    })[0]
}
