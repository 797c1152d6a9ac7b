import type { Axis } from './axis.ts'
import type { Chosen } from './chosen.ts'
import type { Drawing, Rule, Stretch, Words } from './drawing.ts'
import type { LinePoint } from './linePoints.ts'
import type { Obstacles } from './placement.ts'
import type { ChartSize } from './rows.ts'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { textWidth } from '../textMetrics.ts'
import { axisOf } from './axis.ts'
import { captionOf } from './chosen.ts'
import { timesOf, timeTicks } from './dates.ts'
import { baseline, boxOf, GAP, markBox, SMALL } from './drawing.ts'
import { blockOf, linePoints, markOf, radiusOf } from './linePoints.ts'
import { boxesAlong, placeBlock, sizeOf } from './placement.ts'
import { captionWords, FULL_HEIGHT } from './rows.ts'
import { interrupted, tickWords } from './ticks.ts'

const TIME_AXIS = 30
/** Of the value and the name above the highest point. */
const HEAD = 62
/** Room for half a label of the time axis at either end. */
const EDGE = 24

type Placed = LinePoint & { x: number, y: number, top: number, foot: number }

/**
 * Lines over dates, each point with its value; the name of a measure stands at the end of its line. Where a chart has
 * one measure, its points bear their labels; a label that has no room is left out. The axis holds zero, or is
 * logarithmic.
 *
 * @throws {Error} naming the first point without a date
 */
export function layOutLines(series: Chosen, { width, height = FULL_HEIGHT }: ChartSize, log: boolean): Drawing {
  const caption = captionWords(captionOf(series))
  const head = caption.length > 0 ? 20 : 0
  const axis = axisOf(series, { log, zero: true })
  const times = timesOf(series)
  const ticks = timeTicks(series, times)
  const points = linePoints(series, times, ticks.map(tick => tick.label))

  const bottom = height - TIME_AXIS
  const y = scaleLinear([0, 1], [bottom, HEAD + head])
  const left = log ? Math.max(...axis.ticks.map(tick => textWidth(tick.label, SMALL))) + GAP : 0
  const x = scaleLinear([Math.min(...times), Math.max(...times)], roomOf(points, left, width))
  const placed = points.map((point): Placed => {
    const [foot, top] = [y(axis.shareOf(point.span.low)), y(axis.shareOf(point.span.high))]
    return { ...point, x: x(point.time), y: (foot + top) / 2, top, foot }
  })
  const pairs = series.order.flatMap((measure) => {
    const own = placed.filter(item => item.measure === measure)
    return own.slice(1).map((to, i) => ({ from: own[i] ?? to, to }))
  })
  const marks = placed.map(markOf)
  const scale = log ? scaleWords(axis, y, left) : []
  const words = wordsOf(placed, {
    solid: marks.map(markBox),
    soft: pairs.flatMap(({ from, to }) => boxesAlong(from, to)),
    bounds: { left, right: width, top: head, bottom },
  })
  const grid = log
    ? axis.ticks
        .filter(tick => tick.at > 0)
        .map(({ at }): Rule => ({ x1: left, x2: width, y1: y(at), y2: y(at), role: 'grid' }))
    : []

  return {
    width,
    height,
    rules: [
      { x1: left, x2: width, y1: bottom, y2: bottom, role: 'axis' },
      ...grid.flatMap(rule => interrupted(rule, words.map(boxOf))),
    ],
    stretches: pairs.map(({ from, to }): Stretch => ({
      d:
        line()([
          [from.x, from.y],
          [to.x, to.y],
        ]) ?? '',
      tone: to.tone,
      dashed: from.status !== 'reported' || to.status !== 'reported',
    })),
    marks: marks.sort((a, b) => Number(a.tone === 'lens') - Number(b.tone === 'lens')),
    words: [
      ...caption,
      ...scale,
      ...tickWords(
        ticks.map(({ time, label }) => ({ x: x(time), label })),
        bottom,
        width,
      ),
      ...words,
    ],
  }
}

/** Where the axis of time begins and ends, so that the first and the last point have room for their words. */
function roomOf(points: LinePoint[], left: number, width: number): [number, number] {
  const times = points.map(point => point.time)
  const half = (time: number) =>
    points.filter(point => point.time === time && !point.ends).map(point => sizeOf(blockOf(point)).width / 2)
  const ends = points.filter(point => point.ends).map(point => radiusOf(point) + GAP + sizeOf(blockOf(point)).width)
  return [
    left + Math.max(EDGE, ...half(Math.min(...times))),
    width - Math.max(EDGE, ...ends, ...half(Math.max(...times))),
  ]
}

/**
 * The words at all points: names at the ends of lines first, then emphasised points, where there is no room for all.
 */
function wordsOf(points: Placed[], obstacles: Obstacles): Words[] {
  const words = endWords(points.filter(point => point.ends), obstacles.bounds.bottom)
  for (const point of points.filter(placed => !placed.ends).sort((a, b) => Number(b.emphasis) - Number(a.emphasis))) {
    const radius = (point.foot - point.top) / 2 + radiusOf(point)
    const block = placeBlock(
      blockOf(point),
      { x: point.x, y: point.y, radius },
      { ...obstacles, solid: [...obstacles.solid, ...words.map(boxOf)] },
      point.prefer,
    )
    words.push(...block.map(item => ({ ...item, emphasis: point.emphasis })))
  }
  return words
}

/** Value and name at the right of each line, moved up from the axis and from one another where they would meet. */
function endWords(points: Placed[], bottom: number): Words[] {
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

function scaleWords({ ticks }: Axis, y: (share: number) => number, right: number): Words[] {
  return ticks.map(({ at, label }) => ({
    x: right - GAP,
    y: baseline(y(at), SMALL),
    anchor: 'end',
    runs: [{ text: label, size: SMALL, voice: 'quiet' }],
    emphasis: false,
  }))
}
