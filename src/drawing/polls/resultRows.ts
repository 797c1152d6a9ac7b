import type { SpacePx } from './space.ts'
import { lineCount, textWidthAnyScript } from '../textWidthAnyScript.ts'
import { labelLines } from './labelLines.ts'

/** One option of a result, as its row has to show it. */
export interface RowContent {
  /** Its words, without its number. */
  text: string
  people: number
  /** `34%`, as large as its row allows. */
  percent: string
}

/** A row of a result: a large percentage, and beside it the words over their bar or before it. Everything in px. */
export interface PlacedRow {
  y: number
  height: number
  /** Type of the percentage, and of the words. */
  percentSize: number
  textSize: number
  /** The words, broken into lines. */
  lines: string[]
  /** Thickness of the bar. */
  bar: number
}

export interface ResultRows {
  /** In the order in which they were given. */
  rows: PlacedRow[]
  /** Width of the column of percentages. */
  column: number
  /** Where words and bars begin, and how much they have. */
  left: number
  width: number
  /** Bars begin this much further right and are so long: below the words, or beside them where rows are low. */
  bars: { indent: number, width: number }
}

/** Between a percentage and the words, px; where one may be circled, the circle has room there and above. */
const COLUMN_GAP = 20
const CIRCLE = { beside: 34, above: 14 }
/** Number plate before the words, as a share of their size, with the gap after it. */
const PLATE_EM = 1.5
/** Height of a row against the others: that of the leader, of the second, of a row among equals. */
const WEIGHTS = { leader: 2, second: 1.4, other: 1, level: 1 }
/** Largest percentages by place, px. */
const PERCENTS = { leader: 112, second: 70, other: 44, level: 64 }
/** Type of words, px; below the least they are broken, and then cut. */
const TEXT = { most: 34, least: 18, leading: 1.15 }
/** Share of a row that stays free below it, and px between words and bar. */
const ROW_GAP = 0.16
const BAR_GAP = 4
const [LEAST_BAR, MOST_BAR, BAR_SHARE] = [8, 50, 0.3]
/** Below this height words and bar stand side by side: words have at most this share, and a gap in px after them. */
const LOW_ROW = TEXT.least * TEXT.leading + BAR_GAP + LEAST_BAR
const BESIDE = { share: 0.5, gap: 16, text: 0.62, bar: 0.5 }
/** A percentage's letters are no higher than this share of its row. */
const PERCENT_SHARE = 0.92
/** Largest height of a row against its percentage: two rows do not fill a slide. */
const TALLEST = 1.35

/** A percent sign is set smaller than its digits, in this share of their size. */
export const SIGN_EM = 0.62

/** Width in px of a percentage such as `34%` in the headline face. */
export function percentWidth(percent: string, size: number): number {
  return textWidthAnyScript(percent.replace('%', ''), size, true) + textWidthAnyScript('%', size * SIGN_EM, true)
}

/** Places of rows: `level` where no row is to look better than another. */
export type Emphasis = 'leaders' | 'level'

type Place = keyof typeof WEIGHTS

/** The place of each row by its people: every leader where several tie for first. */
function placesOf(rows: readonly RowContent[], emphasis: Emphasis): Place[] {
  if (emphasis === 'level')
    return rows.map(() => 'level')
  const counts = [...new Set(rows.map(row => row.people))].sort((a, b) => b - a)
  const leaders = rows.filter(row => row.people === counts[0]).length
  return rows.map(({ people }) =>
    people === 0
      ? 'other'
      : people === counts[0] ? 'leader' : people === counts[1] && leaders === 1 ? 'second' : 'other')
}

/**
 * Lays rows out so that they fill the picture from the top, with the leading ones largest.
 *
 * @param rows in the order in which they stand
 * @param space of the picture
 * @param emphasis whether leading rows may be larger
 */
export function layOutRows(rows: readonly RowContent[], space: SpacePx, emphasis: Emphasis): ResultRows {
  const places = placesOf(rows, emphasis)
  const { beside, above } = emphasis === 'level' ? CIRCLE : { beside: COLUMN_GAP, above: 0 }
  const unit = (space.height - above) / places.reduce((sum, place) => sum + WEIGHTS[place], 0)
  const heights = places.map(place => Math.min(unit * WEIGHTS[place], PERCENTS[place] * TALLEST))
  const sizes = places.map((place, i) => Math.floor(Math.min(PERCENTS[place], (heights[i] ?? 0) * PERCENT_SHARE)))
  const widest = rows.map(({ percent }, i) => percentWidth(percent, sizes[i] ?? 0))
  const column = Math.ceil(Math.max(60, ...widest)) + beside
  const width = space.width - column
  const frees = heights.map(height => height * (1 - ROW_GAP))
  const words = frees.some(free => free < LOW_ROW)
    ? fitWordsBeside(rows, frees, width)
    : { indent: 0, rows: rows.map(({ text }, i) => fitWords(text, width, frees[i] ?? 0)) }
  let y = above
  return {
    column: column - beside,
    left: column,
    width,
    bars: { indent: words.indent, width: width - words.indent },
    rows: words.rows.map((fitted, i) => {
      const height = heights[i] ?? 0
      const placed = { y, height, percentSize: sizes[i] ?? 0, ...fitted }
      y += height
      return placed
    }),
  }
}

/** Words in a column of one line each, and their bars beside it: for rows that are too low to hold both. */
function fitWordsBeside(
  rows: readonly RowContent[],
  heights: readonly number[],
  width: number,
): { indent: number, rows: Pick<PlacedRow, 'textSize' | 'lines' | 'bar'>[] } {
  const most = width * BESIDE.share - BESIDE.gap
  const fitted = rows.map(({ text }, i) => {
    const height = heights[i] ?? 0
    const largest = Math.floor(Math.min(TEXT.most, Math.max(TEXT.least, height * BESIDE.text)))
    const sizes = Array.from({ length: largest - TEXT.least + 1 }, (_, smaller) => largest - smaller)
    const widthAt = (size: number) => size * PLATE_EM + textWidthAnyScript(text, size)
    const textSize = sizes.find(size => widthAt(size) <= most) ?? TEXT.least
    const lines = labelLines(text, { width: most - textSize * PLATE_EM, size: textSize }, 1)
    return { textSize, lines, bar: Math.floor(Math.min(MOST_BAR, Math.max(LEAST_BAR, height * BESIDE.bar))) }
  })
  const widths = fitted.map(({ textSize, lines }) =>
    textSize * PLATE_EM + textWidthAnyScript(lines[0] ?? '', textSize))
  return { indent: Math.max(...widths) + BESIDE.gap, rows: fitted }
}

/** The largest type in which the words leave a bar room: on one line if that is possible in a size that can be read. */
function fitWords(text: string, width: number, height: number): Pick<PlacedRow, 'textSize' | 'lines' | 'bar'> {
  const bar = Math.min(MOST_BAR, Math.max(LEAST_BAR, height * BAR_SHARE))
  const room = height - bar - BAR_GAP
  const linesAt = (size: number) => lineCount(text, width - size * PLATE_EM, size)
  const sizes = Array.from({ length: TEXT.most - TEXT.least + 1 }, (_, i) => TEXT.most - i)
  const fits = (size: number) => linesAt(size) * size * TEXT.leading <= room
  const textSize = sizes.find(size => linesAt(size) === 1 && fits(size)) ?? sizes.find(fits) ?? TEXT.least
  const most = Math.max(1, Math.floor((height - LEAST_BAR - BAR_GAP) / (textSize * TEXT.leading)))
  const lines = labelLines(text, { width: width - textSize * PLATE_EM, size: textSize }, most)
  const left = height - lines.length * textSize * TEXT.leading - BAR_GAP
  return { textSize, lines, bar: Math.floor(Math.max(LEAST_BAR, Math.min(MOST_BAR, left))) }
}
