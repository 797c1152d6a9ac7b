import type { Drawing, Mark, Rule, TextLine } from './drawing.ts'
import type { ChartSize, Row } from './rows.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { scaleLinear } from 'd3-scale'
import { valuesOf } from './axis.ts'
import { baseline, GAP, runsWidth } from './drawing.ts'
import { fitRange } from './fitRange.ts'
import { valueRuns } from './format.ts'
import { layOutRows } from './rows.ts'
import { toneOf } from './selectedSeries.ts'

/** px of a row with one bar. */
const LEAST_ROW = 30
/** px of a bar in a group: less, and the values at the ends of two bars would touch at a legible size. */
const LEAST_IN_GROUP = 21
/** Share of a row's height that its bar takes, or its group of bars. */
const FILLED = { one: 0.64, group: 0.78 }
/** px of one bar. */
const THICKEST = 60
/** px; a bar of almost nothing stays visible. */
const LEAST_LENGTH = 2
/** px, thickness of a whisker. */
const WHISKER = 5
/** px; a shorter whisker looks like a smudge, and the value states the range anyway. */
const LEAST_WHISKER = 8

interface Bar {
  low: number
  high: number
  text: TextLine
  mark: Mark
}

/**
 * Horizontal bars from a common zero, one row a point, with the label at the left and the value at the end of its bar.
 * Negative values run to the left. Several measures are bars below one another. A range is a bar to its lower end with
 * a whisker to the upper.
 */
export function layOutBars(series: SelectedSeries, size: ChartSize): Drawing {
  const count = series.order.length
  const least = count === 1 ? LEAST_ROW : count * LEAST_IN_GROUP + 12
  const { rows, rowHeight, height, bottom, texts, left, valueSize } = layOutRows(series, size, {
    least,
    axis: 0,
    marks: Math.min(count, 3),
  })
  const thickness = Math.min(THICKEST, (rowHeight * (count > 1 ? FILLED.group : FILLED.one)) / count)
  const bars = rows.flatMap((row, i) =>
    barsOf(series, i, row, {
      thickness,
      valueSize: count > 1 ? Math.max(18, Math.min(valueSize, Math.floor(thickness * 0.8))) : valueSize,
    }),
  )

  const values = [0, ...valuesOf(series)]
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const share = scaleLinear([min, max], [0, 1])
  const room = bars.map(({ low, high, text: { runs } }) => {
    const needed = GAP + runsWidth(runs)
    return low < 0 ? { at: share(low), before: needed, after: 0 } : { at: share(high), before: 0, after: needed }
  })
  const [from, to] = fitRange(room, left, size.width, series.id)
  const x = scaleLinear([min, max], [from, to])

  const zero: Rule = { x1: x(0), x2: x(0), y1: rows[0]?.top ?? 0, y2: bottom, role: 'axis' }
  return {
    width: size.width,
    height,
    rules: [zero],
    segments: [],
    marks: bars.flatMap(bar => placeBar(bar, x)),
    texts: [
      ...texts,
      ...bars.map((bar): TextLine =>
        bar.low < 0 ? { ...bar.text, x: x(bar.low) - GAP, anchor: 'end' } : { ...bar.text, x: x(bar.high) + GAP },
      ),
    ],
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
    const { low, high } = point.values[measure] ?? { low: 0, high: 0 }
    const gap = measures.length > 1 ? 2 : 0
    const { status, emphasis } = point
    return {
      low,
      high,
      mark: {
        shape: 'bar',
        x: 0,
        y: top + i * thickness,
        width: 0,
        height: thickness - gap,
        tone: toneOf(series, point, measure),
        status,
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

function placeBar({ low, high, mark }: Bar, x: (value: number) => number): Mark[] {
  const near = low < 0 ? high : low
  const far = low < 0 ? low : high
  const bar = { ...mark, ...between(x(0), x(near)) }
  if (Math.abs(x(far) - x(near)) < LEAST_WHISKER)
    return [bar]
  const whisker = {
    ...mark,
    ...between(x(near), x(far)),
    y: mark.y + (mark.height - WHISKER) / 2,
    height: WHISKER,
    status: 'reported' as const,
  }
  return [bar, whisker]
}

function between(zero: number, end: number): { x: number, width: number } {
  const width = Math.max(LEAST_LENGTH, Math.abs(end - zero))
  return { x: end < zero ? zero - width : zero, width }
}
