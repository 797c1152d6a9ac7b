import type { TextLine } from './drawing.ts'
import type { RowLabel } from './labels.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { runsWidth, SMALL } from './drawing.ts'
import { fitLabels, heightOf, labelTexts, ROW_GAP } from './labels.ts'
import { captionOf } from './selectedSeries.ts'

export interface ChartSize {
  /** px; the body of a slide has 864 */
  width: number
  /** px. By default the height under a title of one line. */
  height?: number | undefined
  /** Whether rows that need more height take it, for a browser that is still measuring; else they are refused. */
  grow?: boolean | undefined
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
const CAPTION = 30
/** The widest column of labels, as a share of the chart. */
const LABEL_SHARE = 0.38
/** px between labels and marks. */
const LABEL_GAP = 16

/** What the marks need: least height of a row, room for an axis below the rows and for an event between two; px. */
interface RowNeeds { least: number, axis: number, event?: { after: number, height: number } | undefined }

/**
 * Divides a chart into one row per point, with the labels in a column at the left that ends at the marks, as wide as
 * the longest needs.
 *
 * @param series with its points
 * @param size of the whole chart
 * @param needs of the marks
 * @throws {Error} where the rows do not fit into the height
 */
export function layOutRows(series: SelectedSeries, size: ChartSize, needs: RowNeeds): Rows {
  const { width, height = FULL_HEIGHT, grow = false } = size
  const caption = captionOf(series)
  const top = caption ? CAPTION : 0
  const { after = 0, height: eventHeight = 0 } = needs.event ?? {}
  const beside = top + needs.axis + eventHeight
  const wanted = Math.max(needs.least, (height - beside) / series.points.length)
  const { blocks, sizes, valueSize } = fitLabels(series.points, wanted, width * LABEL_SHARE)

  const needed = blocks.map(block => Math.max(needs.least, heightOf(block, sizes) + ROW_GAP))
  const least = Math.ceil(beside + needed.reduce((sum, value) => sum + value, 0))
  if (least > height && !grow) {
    throw new Error(
      `Series ${series.id} has ${series.points.length} rows, which need ${least} px of height and have ${height};`
      + ' pick fewer points, shorten their labels or give the chart more height.',
    )
  }
  const heights = rowHeights(needed, wanted)
  const rows = heights.map((value, i): Row => {
    const above = heights.slice(0, i).reduce((sum, height) => sum + height, top) + (i >= after ? eventHeight : 0)
    return { top: above, middle: above + value / 2 }
  })
  const labelWidth = Math.max(...blocks.map(block => labelWidthOf(block, sizes)))
  const labels = blocks.flatMap((block, i) =>
    labelTexts(
      block,
      { middle: rows[i]?.middle ?? 0, right: labelWidth },
      sizes,
      series.points[i]?.emphasis ?? false,
    ),
  )
  const bottom = heights.reduce((sum, value) => sum + value, top + eventHeight)
  return {
    rows,
    rowHeight: Math.min(...heights),
    bottom,
    height: Math.max(height, least),
    texts: [...captionTexts(caption), ...labels],
    left: labelWidth + LABEL_GAP,
    valueSize,
  }
}

function labelWidthOf(block: RowLabel, sizes: Parameters<typeof labelTexts>[2]): number {
  const lines = labelTexts(block, { middle: 0, right: 0 }, sizes, true)
  return Math.max(...lines.map(line => runsWidth(line.runs)))
}

/** The caption at the top left of a chart; empty where it has none. */
export function captionTexts(caption: string | undefined): TextLine[] {
  return caption
    ? [{ x: 0, y: 17, anchor: 'start', runs: [{ text: caption, size: SMALL, voice: 'quiet' }], emphasis: false }]
    : []
}

/** Heights of rows, px: all as wanted, unless one needs more, which the others give up as far as they can. */
function rowHeights(needed: number[], wanted: number): number[] {
  const spare = Math.max(0, wanted * needed.length - needed.reduce((sum, value) => sum + value, 0))
  return needed.map(value => Math.max(...needed) <= wanted ? wanted : value + spare / needed.length)
}
