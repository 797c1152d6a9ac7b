import type { Span } from '../../content/evidenceSchema.ts'
import type { Drawing, Mark, Rule, TextLine } from './drawing.ts'
import type { ChartSize, Row } from './rows.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { scaleLinear } from 'd3-scale'
import { valuesOf } from './axis.ts'
import { blankColumn, blanksOf } from './blanks.ts'
import { ARROW, baseline, GAP, runsWidth } from './drawing.ts'
import { EVENT_HEIGHT, eventAcross, rowAfterEvent } from './events.ts'
import { fitRange } from './fitRange.ts'
import { valueRuns } from './format.ts'
import { layOutRows } from './rows.ts'
import { toneOf } from './selectedSeries.ts'

/** px of a row with one bar. */
const LEAST_ROW = 25
/** px of a bar in a group: less, and the values at the ends of two bars would touch at a legible size. */
const LEAST_IN_GROUP = 22
/** Share of a row's height that its bar takes, or its group of bars. */
const FILLED = { one: 0.74, group: 0.84 }
/** px of one bar. */
const THICKEST = 108
/** px; a bar of almost nothing stays visible. */
const LEAST_LENGTH = 2
/** px, thickness of a whisker and height of the stroke at its end. */
const WHISKER = { line: 5, cap: 24 }
/** px; a shorter whisker looks like a smudge, and the value states the range anyway. */
const LEAST_WHISKER = 10
/** px between a value and the end of the bar on which it stands. */
const PADDING = 12
/** Thickness of a bar, as a multiple of the type, on which its value stands. */
const HOLDS_TEXT = 1.3

interface Bar {
  span: Span
  text: TextLine
  mark: Mark
  /** Whether the bar is thick and full enough for its value. */
  canHold: boolean
}

/** Where a value is along the axis, px. */
type Place = (value: number) => number

/**
 * Horizontal bars from a common zero, one row a point, with the label at the left and the value on its bar or at its
 * end. Negative values run to the left. Several measures are bars below one another. A range is a bar to its lower end
 * with a whisker to the upper; "more than" ends in an arrow; a missing number is a blank beside the axis.
 *
 * @throws {Error} where rows or words do not fit
 */
export function layOutBars(series: SelectedSeries, size: ChartSize): Drawing {
  const count = series.order.length
  const after = rowAfterEvent(series)
  const { rows, rowHeight, height, bottom, texts, left, valueSize } = layOutRows(series, size, {
    least: count === 1 ? LEAST_ROW : count * LEAST_IN_GROUP + 10,
    axis: 0,
    event: after === undefined ? undefined : { after, height: EVENT_HEIGHT },
  })
  const thickness = Math.min(THICKEST, (rowHeight * (count > 1 ? FILLED.group : FILLED.one)) / count)
  const bars = rows.flatMap((row, i) =>
    barsOf(series, i, row, {
      thickness,
      valueSize: count > 1 ? Math.max(18, Math.min(valueSize, Math.floor(thickness * 0.84))) : valueSize,
    }),
  )
  const right = size.width - blankColumn(series)
  const { x, held } = placeAxis(series, bars, [left, right])

  const zero: Rule = { x1: x(0), x2: x(0), y1: rows[0]?.top ?? 0, y2: bottom, role: 'axis' }
  const event = after === undefined ? undefined : eventAcross(series, rows[after]?.top ?? 0, [left, size.width])
  const missing = blanksOf(series, rows, size.width)
  return {
    width: size.width,
    height,
    rules: [zero, ...event ? [event.rule] : []],
    segments: [],
    marks: bars.flatMap(bar => placeBar(bar, x)),
    texts: [
      ...texts,
      ...bars.map(bar => placeText(bar, x, held.has(bar))),
      ...event ? [event.text] : [],
      ...missing.texts,
    ],
    blanks: missing.blanks,
  }
}

/** The bars of one row, not yet placed along the axis. */
function barsOf(
  series: SelectedSeries,
  index: number,
  { middle }: Row,
  { thickness, valueSize }: { thickness: number, valueSize: number },
): Bar[] {
  const point = series.points[index]
  if (!point)
    return []
  const measures = series.order.filter(measure => point.values[measure])
  const top = middle - measures.length * thickness / 2
  return measures.flatMap((measure, i) => {
    const span = point.values[measure] ?? { low: 0, high: 0 }
    const gap = measures.length > 1 ? 2 : 0
    const { status, emphasis } = point
    return {
      span,
      canHold: series.order.length === 1 && thickness >= HOLDS_TEXT * valueSize
        && (status === 'reported' || status === 'estimated') && span.bound === undefined && span.low > 0,
      mark: {
        shape: 'bar',
        x: 0,
        y: top + i * thickness,
        width: 0,
        height: thickness - gap,
        tone: toneOf(series, point, measure),
        status,
        open: span.bound && (span.bound === 'above' ? 'right' : 'left'),
        end: span.low < 0 ? 'left' : 'right',
        emphasis,
      },
      text: {
        x: 0,
        y: baseline(top + (i + 0.5) * thickness - gap / 2, valueSize),
        anchor: 'start',
        runs: valueRuns(series, index, measure, valueSize),
        emphasis,
      },
    }
  })
}

/**
 * The longest axis on which all values have room, and the bars that hold theirs: a value that its bar cannot hold
 * stands behind it and makes the axis shorter, until all fit.
 */
function placeAxis(series: SelectedSeries, bars: Bar[], [left, right]: [number, number]): { x: Place, held: Set<Bar> } {
  const values = [0, ...valuesOf(series)]
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const share = scaleLinear([min, max], [0, 1])
  let held = new Set(bars.filter(bar => bar.canHold))
  for (;;) {
    const room = bars.map(({ span: { low, high }, mark, text }) => {
      const needed = arrowOf(mark) + GAP + runsWidth(text.runs)
      return low < 0 ? { at: share(low), before: needed, after: 0 } : { at: share(high), before: 0, after: needed }
    }).filter((_, i) => !held.has(bars[i] as Bar))
    const x = scaleLinear([min, max], fitRange(room, left, right, series.id))
    const kept = new Set([...held].filter(bar => x(bar.span.low) - x(0) >= runsWidth(bar.text.runs) + 2 * PADDING))
    if (kept.size === held.size)
      return { x, held }
    held = kept
  }
}

function placeText({ span: { low, high }, text, mark }: Bar, x: Place, isHeld: boolean): TextLine {
  if (isHeld) {
    const on = mark.tone === 'lens' && mark.status === 'reported' ? 'lens' : 'pale'
    return { ...text, x: x(low) - PADDING, anchor: 'end', on }
  }
  return low < 0
    ? { ...text, x: x(low) - GAP - arrowOf(mark), anchor: 'end' }
    : { ...text, x: x(high) + GAP + arrowOf(mark) }
}

/** px by which a bar runs beyond its value. */
function arrowOf({ open, end }: Mark): number {
  return open !== undefined && open === end ? ARROW : 0
}

function placeBar({ span: { low, high }, mark }: Bar, x: Place): Mark[] {
  const near = low < 0 ? high : low
  const far = low < 0 ? low : high
  const bar = { ...mark, ...between(x(0), x(near)) }
  if (Math.abs(x(far) - x(near)) < LEAST_WHISKER)
    return [bar]
  const solid = { ...mark, status: 'reported' as const }
  const middle = mark.y + mark.height / 2
  const cap = Math.min(WHISKER.cap, mark.height)
  const end = far < 0 ? x(far) : x(far) - WHISKER.line
  return [
    bar,
    { ...solid, ...between(x(near), x(far)), y: middle - WHISKER.line / 2, height: WHISKER.line },
    { ...solid, x: end, width: WHISKER.line, y: middle - cap / 2, height: cap },
  ]
}

function between(zero: number, end: number): { x: number, width: number } {
  const width = Math.max(LEAST_LENGTH, Math.abs(end - zero))
  return { x: end < zero ? zero - width : zero, width }
}
