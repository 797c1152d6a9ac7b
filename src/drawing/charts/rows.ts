import type { TextLine } from './drawing.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { runsWidth } from './drawing.ts'
import { fitLabels, heightOf, labelTexts } from './labels.ts'
import { captionOf } from './selectedSeries.ts'

export interface ChartSize {
  /** px; the body of a slide has 864 */
  width: number
  /** px; rows that need more take more. By default the height under a title of one line. */
  height?: number | undefined
}

/** A horizontal band of a chart. */
export interface Row {
  top: number
  middle: number
}

export interface Rows {
  rows: Row[]
  /** Height of the lowest row, px. */
  rowHeight: number
  /** Where the rows end, above any axis. */
  bottom: number
  height: number
  /** Labels at the left, and the caption. */
  texts: TextLine[]
  /** px; left end of the space for marks. */
  left: number
  valueSize: number
}

/** px under a title of one line. */
export const FULL_HEIGHT = 360
/** px of the caption above the rows. */
const CAPTION = 28
/** px per mark, so that few rows do not swell to fill a slide. */
const MOST_PER_MARK = 112
/** The widest column of labels, as a share of the chart. */
const LABEL_SHARE = 0.36
/** px between labels and marks. */
const LABEL_GAP = 16

/**
 * Divides a chart into one row per point, with the labels in a column at the left, as wide as the longest needs.
 *
 * @param series with its points
 * @param size of the whole chart
 * @param options what the marks need: least height of a row and room for an axis below the rows, in px; marks in a row
 */
export function layOutRows(
  series: SelectedSeries,
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
    labelTexts(block, rows[i]?.middle ?? 0, sizes, series.points[i]?.emphasis ?? false),
  )
  const bottom = top + heights.reduce((sum, value) => sum + value, 0)
  return {
    rows,
    rowHeight: Math.min(...heights),
    bottom,
    height: Math.round(bottom + options.axis),
    texts: [...captionTexts(caption), ...labels],
    left: Math.max(...labels.map(label => runsWidth(label.runs))) + LABEL_GAP,
    valueSize,
  }
}

/** The caption at the top left of a chart; empty where it has none. */
export function captionTexts(caption: string | undefined): TextLine[] {
  return caption
    ? [{ x: 0, y: 15, anchor: 'start', runs: [{ text: caption, size: 16, voice: 'quiet' }], emphasis: false }]
    : []
}

/** Heights of rows, px: all as wanted, unless one needs more, which the others give up as far as they can. */
function rowHeights(needed: number[], wanted: number): number[] {
  const spare = Math.max(0, wanted * needed.length - needed.reduce((sum, value) => sum + value, 0))
  return needed.map(value => Math.max(...needed) <= wanted ? wanted : value + spare / needed.length)
}
