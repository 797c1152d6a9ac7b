import type { Span } from '../../content/evidenceSchema.ts'
import type { Axis } from './axis.ts'
import type { Drawing, Mark, Rule, Run, TextLine } from './drawing.ts'
import type { Overhang } from './fitRange.ts'
import type { ChartSize, Row } from './rows.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { textWidth } from '../textMetrics.ts'
import { axisOf } from './axis.ts'
import { baseline, GAP, markBounds, runsWidth, SMALL, textBounds } from './drawing.ts'
import { fitRange } from './fitRange.ts'
import { valueRuns } from './format.ts'
import { layOutRows } from './rows.ts'
import { toneOf } from './selectedSeries.ts'
import { interruptRule, tickTexts } from './ticks.ts'

/** px */
const LEAST_ROW = 30
/** px under the rows, for the labels of the axis. */
const AXIS = 30
/** px */
const LEAST_RADIUS = 9
const MOST_RADIUS = 13

/** The dot or interval of a value, with its text on one side; not yet placed along the axis. */
interface Dot {
  span: Span
  runs: Run[]
  side: 'before' | 'after'
  mark: Mark
}

/**
 * Dots on one axis, linear or logarithmic, one row a point. Two measures are two dots and the distance between them. A
 * range is an interval.
 *
 * @throws {Error} for more than two measures, whose names and values would lie upon each other
 */
export function layOutDots(series: SelectedSeries, size: ChartSize, log: boolean): Drawing {
  if (series.order.length > 2) {
    throw new Error(
      `Series ${series.id} has ${series.order.length} measures, and a row of dots holds two;`
      + ' draw bars or name two measures.',
    )
  }
  const { rows, rowHeight, height, bottom, texts, left, valueSize } = layOutRows(series, size, {
    least: LEAST_ROW,
    axis: AXIS,
    marks: 1,
  })
  const axis = axisOf(series, { log, zero: false })
  const dots = rows.map((row, i) =>
    dotsOf(series, i, row, { valueSize, radius: Math.min(MOST_RADIUS, Math.max(LEAST_RADIUS, rowHeight / 6)) }),
  )

  const [from, to] = fitRange(
    [...dots.flat().flatMap(dot => dotOverhangs(dot, axis)), ...axis.ticks.map(tickOverhang)],
    left,
    size.width,
    series.id,
  )
  const x = (share: number) => from + share * (to - from)

  const links = dots.flatMap((rowDots, i) => linkOf(rowDots, axis, x, rows[i]?.middle ?? 0))
  const placed = dots.flat().map(dot => placeDot(dot, axis, x))
  const taken = placed.flatMap(({ text, mark }) => [textBounds(text), markBounds(mark)])
  const grid = axis.ticks.flatMap(({ at }) =>
    interruptRule({ x1: x(at), x2: x(at), y1: rows[0]?.top ?? 0, y2: bottom, role: 'grid' }, taken),
  )
  return {
    width: size.width,
    height,
    rules: [...grid, ...links],
    segments: [],
    // The leading measure is drawn last, so that it is seen where two dots meet.
    marks: placed.map(({ mark }) => mark).sort((a, b) => Number(a.tone === 'lens') - Number(b.tone === 'lens')),
    texts: [
      ...texts,
      ...tickTexts(
        axis.ticks.map(({ at, label }) => ({ x: x(at), label })),
        bottom,
        size.width,
      ),
      ...placed.map(({ text }) => text),
    ],
  }
}

function dotsOf(
  series: SelectedSeries,
  index: number,
  { middle }: Row,
  { valueSize, radius }: { valueSize: number, radius: number },
): Dot[] {
  const point = series.points[index]
  if (!point)
    return []
  const spans = series.order.flatMap((measure) => {
    const span = point.values[measure]
    return span ? [{ measure, span }] : []
  })
  const leftmost = spans.length > 1 ? spans.reduce((a, b) => b.span.low < a.span.low ? b : a).measure : undefined
  return spans.map(({ measure, span }) => ({
    span,
    runs: valueRuns(series, index, measure, valueSize),
    side: measure === leftmost ? 'before' : 'after',
    mark: {
      shape: span.high > span.low ? 'bar' : 'dot',
      x: 0,
      y: middle - radius,
      width: 2 * radius,
      height: 2 * radius,
      tone: toneOf(series, point, measure),
      status: point.status,
      emphasis: point.emphasis,
    },
  }))
}

function dotOverhangs({ span, runs, side, mark }: Dot, { shareOf }: Axis): Overhang[] {
  const radius = mark.height / 2
  const withText = radius + GAP + runsWidth(runs)
  return [
    { at: shareOf(span.low), before: side === 'before' ? withText : radius, after: radius },
    { at: shareOf(span.high), before: radius, after: side === 'after' ? withText : radius },
  ]
}

function tickOverhang({ at, label }: Axis['ticks'][number]): Overhang {
  const half = textWidth(label, SMALL) / 2
  return { at, before: half, after: half }
}

function placeDot(
  { span, runs, side, mark }: Dot,
  { shareOf }: Axis,
  x: (share: number) => number,
): { mark: Mark, text: TextLine } {
  const [low, high] = [x(shareOf(span.low)), x(shareOf(span.high))]
  const width = Math.max(high - low, mark.width)
  const left = (low + high - width) / 2
  const size = Math.max(...runs.map(run => run.size))
  const y = baseline(mark.y + mark.height / 2, size)
  const text: TextLine = side === 'before'
    ? { x: left - GAP, y, anchor: 'end', runs, emphasis: mark.emphasis }
    : { x: left + width + GAP, y, anchor: 'start', runs, emphasis: mark.emphasis }
  return { mark: { ...mark, x: left, width }, text }
}

function linkOf(dots: Dot[], { shareOf }: Axis, x: (share: number) => number, y: number): Rule[] {
  if (dots.length < 2)
    return []
  const at = dots.map(({ span }) => x(shareOf(span.low)))
  return [{ x1: Math.min(...at), x2: Math.max(...at), y1: y, y2: y, role: 'link' }]
}
