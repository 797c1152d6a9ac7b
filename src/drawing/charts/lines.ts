import type { Axis } from './axis.ts'
import type { Drawing, Rule, Segment, TextLine } from './drawing.ts'
import type { LinePoint } from './linePoints.ts'
import type { Obstacles } from './placement.ts'
import type { ChartSize } from './rows.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { textWidth } from '../textMetrics.ts'
import { axisOf } from './axis.ts'
import { timesOf, timeTicks } from './dates.ts'
import { baseline, GAP, markBounds, textBounds, TICK } from './drawing.ts'
import { eventUpright } from './events.ts'
import { blockOf, linePoints, markOf, radiusOf } from './linePoints.ts'
import { blockSize, boundsAlong, placeBlock } from './placement.ts'
import { captionTexts, FULL_HEIGHT } from './rows.ts'
import { captionOf } from './selectedSeries.ts'
import { interruptRule, tickTexts } from './ticks.ts'

/** px under the axis, for the dates. */
const TIME_AXIS = 32
/** px above the highest point, for its value and its label. */
const HEAD = 70
/** px at either end of the time axis, for half a date. */
const EDGE = 24

interface PlacedPoint extends LinePoint {
  x: number
  /** Middle of the mark. */
  y: number
  /** Upper and lower end of a range; both are `y` for a single number. */
  top: number
  foot: number
}

/** Two neighbours on a line. */
interface Pair { from: PlacedPoint, to: PlacedPoint }

/**
 * Lines over dates, each point with its value; the name of a measure stands at the end of its line. With one measure
 * the points have their labels; a label without room is left out. The axis includes zero, or is logarithmic.
 *
 * @throws {Error} naming the first point without a date
 */
export function layOutLines(series: SelectedSeries, { width, height = FULL_HEIGHT }: ChartSize, log: boolean): Drawing {
  const caption = captionTexts(captionOf(series))
  const head = caption.length > 0 ? 20 : 0
  const axis = axisOf(series, { log, zero: true })
  const times = timesOf(series)
  const ticks = timeTicks(series, times)
  const points = linePoints(series, times, ticks.map(tick => tick.label))

  const bottom = height - TIME_AXIS
  const y = scaleLinear([0, 1], [bottom, HEAD + head])
  const left = log ? Math.max(...axis.ticks.map(tick => textWidth(tick.label, TICK))) + GAP : 0
  const x = scaleLinear([Math.min(...times), Math.max(...times)], timeRange(points, left, width))
  const placed = points.map((point): PlacedPoint => {
    const [foot, top] = [y(axis.shareOf(point.span.low)), y(axis.shareOf(point.span.high))]
    return { ...point, x: x(point.time), y: (foot + top) / 2, top, foot }
  })
  const pairs = series.order.flatMap(measure => pairsOf(placed.filter(point => point.measure === measure)))
  const marks = placed.map(markOf)
  const event = eventUpright(series, x, { top: head, bottom, width })
  const texts = pointTexts(placed, {
    solid: [...marks.map(markBounds), ...event ? [textBounds(event.text)] : []],
    soft: pairs.flatMap(({ from, to }) => boundsAlong(from, to)),
    bounds: { left, right: width, top: head, bottom },
  })

  return {
    width,
    height,
    rules: [
      { x1: left, x2: width, y1: bottom, y2: bottom, role: 'axis' },
      ...event ? [event.rule] : [],
      ...(log ? gridOf(axis, y, left, width).flatMap(rule => interruptRule(rule, texts.map(textBounds))) : []),
    ],
    segments: pairs.map(segmentOf),
    // The first measure is drawn last, so that it stays visible where marks meet.
    marks: marks.sort((a, b) => Number(a.tone === 'lens') - Number(b.tone === 'lens')),
    texts: [
      ...caption,
      ...(log ? scaleTexts(axis, y, left) : []),
      ...tickTexts(ticks.map(({ time, label }) => ({ x: x(time), label })), bottom, width),
      ...texts,
      ...event ? [event.text] : [],
    ],
    blanks: [],
  }
}

function pairsOf(points: PlacedPoint[]): Pair[] {
  return points.slice(1).map((to, i) => ({ from: points[i] ?? to, to }))
}

function segmentOf({ from, to }: Pair): Segment {
  return {
    d: line()([[from.x, from.y], [to.x, to.y]]) ?? '',
    tone: to.tone,
    dashed: from.status !== 'reported' || to.status !== 'reported',
  }
}

/** Grid lines at the ticks of the value axis, but for the one on the time axis. */
function gridOf({ ticks }: Axis, y: (share: number) => number, left: number, right: number): Rule[] {
  return ticks
    .filter(tick => tick.at > 0)
    .map(({ at }) => ({ x1: left, x2: right, y1: y(at), y2: y(at), role: 'grid' }))
}

/** Ends of the time axis in px, so that the texts of the first and the last point have room. */
function timeRange(points: LinePoint[], left: number, width: number): [number, number] {
  const times = points.map(point => point.time)
  const halfWidths = (time: number) =>
    points.filter(point => point.time === time && !point.isEnd).map(point => blockSize(blockOf(point)).width / 2)
  const endWidths = points
    .filter(point => point.isEnd)
    .map(point => radiusOf(point) + GAP + blockSize(blockOf(point)).width)
  return [
    left + Math.max(EDGE, ...halfWidths(Math.min(...times))),
    width - Math.max(EDGE, ...endWidths, ...halfWidths(Math.max(...times))),
  ]
}

/**
 * The texts at all points. The ends of lines come first, then emphasised points, then the others: the last ones are
 * left out where there is no room for all.
 */
function pointTexts(points: PlacedPoint[], obstacles: Obstacles): TextLine[] {
  const texts = endTexts(points.filter(point => point.isEnd), obstacles.bounds.bottom)
  for (const point of points.filter(placed => !placed.isEnd).sort((a, b) => Number(b.emphasis) - Number(a.emphasis))) {
    const radius = (point.foot - point.top) / 2 + radiusOf(point)
    const block = placeBlock(
      blockOf(point),
      { x: point.x, y: point.y, radius },
      { ...obstacles, solid: [...obstacles.solid, ...texts.map(textBounds)] },
      point.prefer,
    )
    texts.push(...block.map(text => ({ ...text, emphasis: point.emphasis })))
  }
  return texts
}

/** Value and name to the right of each line, moved up where they would meet the axis or one another. */
function endTexts(points: PlacedPoint[], bottom: number): TextLine[] {
  let free = bottom
  return [...points]
    .sort((a, b) => b.y - a.y)
    .map((point) => {
      const runs = blockOf(point)[0] ?? []
      const size = Math.max(...runs.map(run => run.size))
      const middle = Math.min(point.y, free - 0.62 * size)
      free = middle - 0.5 * size
      return {
        x: point.x + radiusOf(point) + GAP,
        y: baseline(middle, size),
        anchor: 'start',
        runs,
        emphasis: point.emphasis,
      }
    })
}

function scaleTexts({ ticks }: Axis, y: (share: number) => number, right: number): TextLine[] {
  return ticks.map(({ at, label }) => ({
    x: right - GAP,
    y: baseline(y(at), TICK),
    anchor: 'end',
    runs: [{ text: label, size: TICK, voice: 'quiet' }],
    emphasis: false,
  }))
}
