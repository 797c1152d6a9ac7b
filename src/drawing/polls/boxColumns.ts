import type { PointLabels } from './pointLabels.ts'
import type { SpacePx } from './space.ts'
import { layOutPointLabels } from './pointLabels.ts'

/** The people at one point of a scale. */
export interface PointPeople {
  people: number
  /** Of them; all of them where the poll does not ask. */
  sure: number
}

/** The column of one point, as path data; everything in px. */
export interface BoxColumn {
  middle: number
  /** Its top, over which its share is written. */
  top: number
  /** Boxes of those who are sure, at the foot, and of those who guess. */
  sure: string
  guess: string
}

/** Everything in px from the top left. */
export interface BoxColumns {
  /** Whether the average stands over the columns, for want of room beside them. */
  isNarrow: boolean
  left: number
  base: number
  /** Between two points. */
  slot: number
  columns: BoxColumn[]
  solid: boolean
  labels: PointLabels
  /** Top of the labels. */
  labelsTop: number
  /** Place of an average on the axis. */
  xOf: (point: number) => number
}

/** Heights of the strips above and under the columns: the shares, the wedge of the average, the numbers. */
export const COLUMN_STRIPS = { shares: 40, wedge: 20, numbers: 38 } as const
/** The average, and the gap after it. */
const [AVERAGE_PX, AVERAGE_GAP] = [166, 30]
/** In half of a slide the average stands above the columns, in a strip of its own. */
const NARROW = { below: 600, strip: 88 }
/** Between two columns, and between two boxes. */
const [COLUMN_GAP, BOX_GAP] = [22, 2]
/** With more people than this, or smaller boxes, columns are solid. */
const [MOST_SINGLE, LEAST_BOX] = [250, 4]
/** A few people are not to look like many. */
const MOST_BOX = 40
/** Share of the height that labels may take. */
const LABEL_SHARE = 0.3

const round = (value: number) => Math.round(value * 100) / 100

/** Lays out a scale as columns of boxes, one for each person, as large as they fit. */
export function layOutBoxColumns(
  points: readonly PointPeople[],
  texts: readonly string[],
  { width, height }: SpacePx,
): BoxColumns {
  const isNarrow = width < NARROW.below
  const left = isNarrow ? 0 : AVERAGE_PX + AVERAGE_GAP
  const above = COLUMN_STRIPS.shares + (isNarrow ? NARROW.strip : 0)
  const slot = (width - left) / Math.max(1, points.length)
  const labels = layOutPointLabels(texts, { left, width: width - left }, height * LABEL_SHARE)
  const labelsTop = height - labels.height
  const base = labelsTop - COLUMN_STRIPS.wedge - COLUMN_STRIPS.numbers
  const space = { width: slot - COLUMN_GAP, height: base - above }
  const most = Math.max(1, ...points.map(point => point.people))
  const people = points.reduce((sum, point) => sum + point.people, 0)
  const { box, perRow } = boxesIn(most, space)
  const solid = people > MOST_SINGLE || box < LEAST_BOX
  return {
    isNarrow,
    left,
    base,
    slot,
    solid,
    labels,
    labelsTop,
    xOf: point => left + slot * (point - 0.5),
    columns: points.map((point, i) => {
      const middle = left + slot * (i + 0.5)
      return solid
        ? solidColumn(point, { middle, base, width: space.width, unit: Math.min(MOST_BOX, space.height / most) })
        : boxColumn(point, { middle, base, box, perRow })
    }),
  }
}

/** The largest boxes of which the tallest column fits its space, and how many stand in a row: the fewest of equals. */
function boxesIn(most: number, { width, height }: SpacePx): { box: number, perRow: number } {
  return Array.from({ length: Math.floor(width / LEAST_BOX) }, (_, i) => i + 1)
    .map(perRow => ({ perRow, box: Math.min(MOST_BOX, width / perRow, height / Math.ceil(most / perRow)) }))
    .sort((a, b) => b.box - a.box || a.perRow - b.perRow)[0]
    ?? { perRow: 1, box: 0 }
}

function boxColumn(
  { people, sure }: PointPeople,
  { middle, base, box, perRow }: { middle: number, base: number, box: number, perRow: number },
): BoxColumn {
  // A row that is all there is stands in the middle, over its number.
  const left = middle - Math.min(people, perRow) * box / 2
  const boxes = Array.from({ length: people }, (_, i) => {
    const [x, y] = [left + (i % perRow) * box, base - (Math.floor(i / perRow) + 1) * box]
    return rectangle(x + BOX_GAP / 2, y, box - BOX_GAP, box - BOX_GAP)
  })
  return {
    middle,
    top: base - Math.ceil(people / perRow) * box,
    sure: boxes.slice(0, sure).join(''),
    guess: boxes.slice(sure).join(''),
  }
}

function solidColumn(
  { people, sure }: PointPeople,
  { middle, base, width, unit }: { middle: number, base: number, width: number, unit: number },
): BoxColumn {
  const [top, edge] = [base - people * unit, base - sure * unit]
  const part = (from: number, to: number) => to > from ? rectangle(middle - width / 2, from, width, to - from) : ''
  return { middle, top, sure: part(edge, base), guess: part(top, edge) }
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`
}
