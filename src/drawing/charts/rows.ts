import type { Chosen } from './chosen.ts'
import type { Words } from './drawing.ts'
import { captionOf } from './chosen.ts'
import { widthOf } from './drawing.ts'
import { fitLabels, heightOf, labelWords } from './labels.ts'

export interface ChartSize {
  /** px; 864 is the body of a slide */
  width: number
  /** px; rows that need more take more. By default, what a slide has under a title of one line. */
  height?: number | undefined
}

/** A horizontal band of a chart. */
export interface Row {
  top: number
  middle: number
}

export interface Rows {
  rows: Row[]
  /** Of the lowest row. */
  rowHeight: number
  /** Where the rows end, above any axis. */
  bottom: number
  height: number
  /** Labels at the left, and the caption. */
  words: Words[]
  /** Where the room of the marks begins. */
  left: number
  valueSize: number
}

/** px under a title of one line. */
export const FULL_HEIGHT = 360
const CAPTION = 28
/** Few rows do not swell to fill a slide. */
const MOST_PER_MARK = 112
/** The widest column of labels, as a share of the chart. */
const LABEL_SHARE = 0.36
const LABEL_GAP = 16

/**
 * Divides a chart into one row a point, each with its label at the left in a column as wide as the longest needs.
 *
 * @param series what is drawn
 * @param size of the whole
 * @param options what the marks need: least height of a row, room for an axis under the rows, marks in a row
 */
export function layOutRows(
  series: Chosen,
  { width, height }: ChartSize,
  options: { least: number, axis: number, marks: number },
): Rows {
  const caption = captionOf(series)
  const top = caption ? CAPTION : 0
  const share = ((height ?? FULL_HEIGHT) - top - options.axis) / series.points.length
  const wanted = Math.max(options.least, height === undefined ? Math.min(share, MOST_PER_MARK * options.marks) : share)
  const { blocks, sizes, valueSize } = fitLabels(series.points, wanted, width * LABEL_SHARE)

  const heights = rowHeights(blocks.map(block => Math.max(options.least, heightOf(block, sizes) + 4)), wanted)
  const rows = heights.map((value, i): Row => {
    const above = top + heights.slice(0, i).reduce((sum, height) => sum + height, 0)
    return { top: above, middle: above + value / 2 }
  })
  const labels = blocks.flatMap((block, i) =>
    labelWords(block, rows[i]?.middle ?? 0, sizes, series.points[i]?.emphasis ?? false),
  )
  const bottom = top + heights.reduce((sum, value) => sum + value, 0)
  return {
    rows,
    rowHeight: Math.min(...heights),
    bottom,
    height: Math.round(bottom + options.axis),
    words: [...captionWords(caption), ...labels],
    left: Math.max(...labels.map(label => widthOf(label.runs))) + LABEL_GAP,
    valueSize,
  }
}

/** The caption at the top left of a chart; no words where it has none. */
export function captionWords(caption: string | undefined): Words[] {
  return caption
    ? [{ x: 0, y: 15, anchor: 'start', runs: [{ text: caption, size: 16, voice: 'quiet' }], emphasis: false }]
    : []
}

/** All rows as high as wanted, unless one needs more: it takes that from the others as far as they can spare it. */
function rowHeights(needed: number[], wanted: number): number[] {
  const spare = Math.max(0, wanted * needed.length - needed.reduce((sum, value) => sum + value, 0))
  return needed.map(value => Math.max(...needed) <= wanted ? wanted : value + spare / needed.length)
}
