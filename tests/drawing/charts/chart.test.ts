import type { PointSeries } from '../../../src/content/evidenceSchema.ts'
import type { ChartKind, ChartOptions } from '../../../src/drawing/charts/chart.ts'
import type { Bounds, Drawing, TextLine } from '../../../src/drawing/charts/drawing.ts'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../../src/cli/paths.ts'
import { readLedger } from '../../../src/content/ledger.ts'
import { layOutChart } from '../../../src/drawing/charts/chart.ts'
import { markBounds, overlap, textBounds, TICK } from '../../../src/drawing/charts/drawing.ts'
import { textOf } from './support/smallSeries.ts'

const { series } = readLedger(inRoot('evidence'))
const pointSeries = Object.entries(series).filter((entry): entry is [string, PointSeries] => entry[1].kind === 'points')

/** px under a title of one line, and with a reading below the chart. */
const HEIGHTS = [380, 290]

/** All ways in which a slide can draw a series of points. */
function waysOf([id, points]: [string, PointSeries]): [id: string, options: ChartOptions][] {
  const isDated = points.points.every(point => point.date !== undefined)
  const isPositive = points.points.every(point => Object.values(point.values).every(span => span.low > 0))
  const kinds: [ChartKind, boolean][] = [
    ['bars', false],
    ...Object.keys(points.measures).length <= 2
      ? ([['dots', false], ...isPositive ? [['dots', true]] : []] as [ChartKind, boolean][])
      : [],
    ...isDated ? ([['lines', false]] as [ChartKind, boolean][]) : [],
  ]
  return kinds.flatMap(([as, log]) => HEIGHTS.map((height): [string, ChartOptions] => [id, { as, log, height }]))
}

const ways = pointSeries.flatMap(waysOf)

/** A drawing, or undefined where the chart is refused for its height: that is no collision. */
function drawn(id: string, options: ChartOptions): Drawing | undefined {
  try {
    return layOutChart(id, series[id] as PointSeries, options)
  }
  catch (error) {
    if (/ px of height /.test(String(error)))
      return
    throw error
  }
}

function collisionsOf(drawing: Drawing): string[] {
  const { texts, marks, blanks } = drawing
  const boxes: [name: string, box: Bounds, text?: TextLine][] = [
    ...texts.map((text): [string, Bounds, TextLine] => [`"${textOf(text)}"`, textBounds(text), text]),
    ...marks.map((mark): [string, Bounds] => [`a ${mark.shape}`, markBounds(mark)]),
    ...blanks.map((blank): [string, Bounds] => ['a blank', markBounds(blank)]),
  ]
  return boxes.flatMap(([name, box, text], i) => boxes.slice(i + 1).flatMap(([other, otherBox, otherText]) =>
    (text || otherText) && !text?.on && !otherText?.on && overlap(box, otherBox) ? [`${name} lies on ${other}`] : []))
}

describe('a chart of the ledger', () => {
  it.each(ways)('%s as %o has no label on another or on a mark', (id, options) => {
    const drawing = drawn(id, options)
    expect(drawing ? collisionsOf(drawing) : []).toEqual([])
  })

  it.each(ways)('%s as %o stays within its size, in type for the back row', (id, options) => {
    const drawing = drawn(id, options)
    if (!drawing)
      return
    expect(drawing.height).toBe(options.height)
    const { width, height } = drawing
    for (const box of [...drawing.texts.map(textBounds), ...drawing.marks.map(markBounds)]) {
      expect(box.left).toBeGreaterThanOrEqual(-0.5)
      expect(box.right).toBeLessThanOrEqual(width + 0.5)
      expect(box.top).toBeGreaterThanOrEqual(-0.5)
      expect(box.bottom).toBeLessThanOrEqual(height + 0.5)
    }
    const ticks = drawing.texts.filter(text => text.runs.every(run => run.size === TICK))
    const others = drawing.texts.filter(text => !ticks.includes(text))
    expect(Math.min(...others.flatMap(text => text.runs.map(run => run.size)))).toBeGreaterThanOrEqual(18)
  })

  it.each(ways.filter(([, { as }]) => as === 'dots'))('%s as %o has no dot beyond the last tick', (id, options) => {
    const drawing = drawn(id, options)
    if (!drawing)
      return
    const axis = drawing.rules.filter(rule => rule.role === 'axis' && rule.x1 !== rule.x2)[0]
    const strokes = drawing.rules.filter(rule => rule.role === 'axis' && rule.x1 === rule.x2).map(rule => rule.x1)
    expect([Math.min(...strokes), Math.max(...strokes)]).toEqual([axis?.x1, axis?.x2])
    for (const { x, width, shape } of drawing.marks) {
      const [left, right] = shape === 'dot' ? [x + width / 2, x + width / 2] : [x, x + width]
      expect(left).toBeGreaterThanOrEqual(Math.min(...strokes) - 0.5)
      expect(right).toBeLessThanOrEqual(Math.max(...strokes) + 0.5)
    }
  })

  it.each(ways.filter(([, { as }]) => as === 'bars'))('%s as %o has its bars start at zero', (id, options) => {
    const drawing = drawn(id, options)
    const zero = drawing?.rules.find(rule => rule.role === 'axis')?.x1 ?? Number.NaN
    const bars = drawing?.marks.filter(mark => mark.height > 24) ?? []
    expect(bars.filter(bar => Math.abs(bar.x - zero) > 0.5 && Math.abs(bar.x + bar.width - zero) > 0.5)).toEqual([])
  })
})
