import type { Span } from '../../content/evidenceSchema.ts'
import type { Axis } from './axis.ts'
import type { Drawing, Mark, Rule, Run, TextLine } from './drawing.ts'
import type { Overhang } from './fitRange.ts'
import type { ChartSize, Row } from './rows.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { textWidth } from '../textMetrics.ts'
import { axisOf } from './axis.ts'
import { blankColumn, blanksOf } from './blanks.ts'
import { ARROW, baseline, GAP, markBounds, runsWidth, textBounds, TICK } from './drawing.ts'
import { fitRange } from './fitRange.ts'
import { valueRuns } from './format.ts'
import { layOutRows } from './rows.ts'
import { toneOf } from './selectedSeries.ts'
import { tickTexts } from './ticks.ts'

/** px */
const LEAST_ROW = 25
/** px under the rows, for the axis and its labels. */
const AXIS = 32
/** px, length of the strokes at the ticks of the axis. */
const STROKE = 7
/** px; four of the least fit into the lowest row, for two dots that stand one above the other. */
const LEAST_RADIUS = 5.5
const MOST_RADIUS = 14

/** The dot or interval of a value, with its text on one side; not yet placed along the axis. */
interface Dot {
  span: Span
  runs: Run[]
  side: 'before' | 'after'
  mark: Mark
}

/**
 * Dots on one axis, linear or logarithmic, one row a point. Two measures are two dots and the distance between them,
 * one above the other where they would meet. A range is an interval; a missing number is a blank beside the axis. Where
 * the axis does not start at zero, its foot says so.
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
  const axis = axisOf(series, { log, zero: false })
  const { rows, rowHeight, bottom, height, texts, left, valueSize } = layOutRows(series, size, {
    least: LEAST_ROW,
    axis: AXIS,
  })
  const radius = Math.min(MOST_RADIUS, Math.max(LEAST_RADIUS, rowHeight / 5))
  const dots = rows.map((row, i) => dotsOf(series, i, row, { valueSize, radius }))
  const [from, to] = fitRange(
    [...dots.flat().flatMap(dot => dotOverhangs(dot, axis)), ...axis.ticks.map(tickOverhang)],
    left,
    size.width - blankColumn(series),
    series.id,
  )
  const x = (share: number) => from + share * (to - from)

  const placed = dots.map((rowDots, i) => placeDots(rowDots, axis, x, rows[i]?.middle ?? 0))
  const ticks = tickTexts(axis.ticks.map(({ at, label }) => ({ x: x(at), label })), bottom, size.width)
  const missing = blanksOf(series, rows, size.width)
  return {
    width: size.width,
    height,
    rules: [
      { x1: from, x2: to, y1: bottom, y2: bottom, role: 'axis' },
      ...axis.ticks.map(({ at }): Rule => ({ x1: x(at), x2: x(at), y1: bottom, y2: bottom + STROKE, role: 'axis' })),
      ...placed.flatMap(({ items, link }, i) => [...guideTo(items, left, rows[i]?.middle ?? 0), ...link]),
    ],
    segments: [],
    // The leading measure is drawn last, so that it is seen where two dots meet.
    marks: placed.flatMap(({ items }) => items.map(item => item.mark))
      .sort((a, b) => Number(a.tone === 'lens') - Number(b.tone === 'lens')),
    texts: [
      ...texts,
      ...ticks,
      ...startText(axis, ticks),
      ...placed.flatMap(({ items }) => items.map(item => item.text)),
      ...missing.texts,
    ],
    blanks: missing.blanks,
  }
}

/** A faint line from the label to the first thing in its row. */
function guideTo(items: PlacedDot[], left: number, y: number): Rule[] {
  const first = Math.min(...items.flatMap(({ mark, text }) => [markBounds(mark).left, textBounds(text).left]))
  return Number.isFinite(first) && first - left > 3 * GAP
    ? [{ x1: left, x2: first - GAP, y1: y, y2: y, role: 'guide' }]
    : []
}

/** Says where a scale starts that does not start at zero, left of the first tick. */
function startText({ startsAt }: Axis, ticks: TextLine[]): TextLine[] {
  const first = ticks[0]
  return startsAt === undefined || !first
    ? []
    : [{
        x: textBounds(first).left - 2 * GAP,
        y: first.y,
        anchor: 'end',
        runs: [{ text: `Scale from ${startsAt}`, size: TICK, voice: 'quiet' }],
        emphasis: false,
      }]
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
      shape: 'dot',
      x: 0,
      y: middle - radius,
      width: 2 * radius,
      height: 2 * radius,
      tone: toneOf(series, point, measure),
      status: point.status,
      open: span.bound && (span.bound === 'above' ? 'right' : 'left'),
      emphasis: point.emphasis,
    },
  }))
}

function dotOverhangs({ span, runs, side, mark }: Dot, { shareOf }: Axis): Overhang[] {
  const radius = mark.height / 2
  const withText = radius + GAP + runsWidth(runs) + (mark.open ? ARROW : 0)
  return [
    { at: shareOf(span.low), before: side === 'before' ? withText : radius, after: radius },
    { at: shareOf(span.high), before: radius, after: side === 'after' ? withText : radius },
  ]
}

function tickOverhang({ at, label }: Axis['ticks'][number]): Overhang {
  const half = textWidth(label, TICK) / 2
  return { at, before: half, after: half }
}

interface PlacedDot { mark: Mark, text: TextLine }

/** The dots of one row; two that would meet stand one above the other, the leading one on top. */
function placeDots(
  dots: Dot[],
  { shareOf }: Axis,
  x: (share: number) => number,
  middle: number,
): { items: PlacedDot[], link: Rule[] } {
  const at = dots.map(({ span }) => x(shareOf(span.low)))
  const [first = 0, second = first] = at
  const radius = (dots[0]?.mark.height ?? 0) / 2
  const isStacked = dots.length === 2 && Math.abs(first - second) < 2 * radius + 2
  const items = dots.map((dot, i) => {
    const { mark, text } = placeDot(dot, shareOf, x, middle)
    return { mark: isStacked ? { ...mark, y: mark.y + (i === 0 ? -1 : 1) * (radius + 0.5) } : mark, text }
  })
  const link: Rule[] = dots.length === 2 && !isStacked
    ? [{ x1: Math.min(first, second), x2: Math.max(first, second), y1: middle, y2: middle, role: 'link' }]
    : []
  return { items, link }
}

function placeDot(
  { span, runs, side, mark }: Dot,
  shareOf: Axis['shareOf'],
  x: (share: number) => number,
  middle: number,
): PlacedDot {
  const [low, high] = [x(shareOf(span.low)), x(shareOf(span.high))]
  const width = Math.max(high - low, mark.width)
  const left = (low + high - width) / 2
  const size = Math.max(...runs.map(run => run.size))
  const y = baseline(middle, size)
  const [before, after] = [mark.open === 'left' ? ARROW : 0, mark.open === 'right' ? ARROW : 0]
  const text: TextLine = side === 'before'
    ? { x: left - GAP - before, y, anchor: 'end', runs, emphasis: mark.emphasis }
    : { x: left + width + GAP + after, y, anchor: 'start', runs, emphasis: mark.emphasis }
  return { mark: { ...mark, shape: width > mark.width ? 'bar' : 'dot', x: left, width }, text }
}
