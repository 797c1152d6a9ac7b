import type { CardSet } from '../content/cards.ts'
import type { PageSize, SheetKind } from './pageRules.ts'

/**
 * How cards lie on their sheets. They touch, so that one cut separates two of them, and all together lie in the middle
 * of the page: turned over its long edge, a sheet has its marks and cards where they were. Lengths are in millimetres;
 * cards are the same in both page sizes.
 */

type PerSheet = CardSet['perSheet']

/** Four or six cards lie on an upright sheet; eight, of the size of a playing card, on one that lies on its side. */
const LAYOUT: Record<PerSheet, { columns: number, rows: number, width: number, height: number, sheet: SheetKind }> = {
  4: { columns: 2, rows: 2, width: 90, height: 124, sheet: 'upright' },
  6: { columns: 2, rows: 3, width: 90, height: 82, sheet: 'upright' },
  8: { columns: 4, rows: 2, width: 62, height: 90, sheet: 'sideways' },
}
/** Room around the cards for the cut marks, which keep a little away from them: no card bears a mark. */
const AROUND = 6
const MARK = { from: 0.5, to: 4.5 }

const PAGE: Record<PageSize, { width: number, height: number }> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
}

/** How a sheet of these cards lies. */
export function sheetKindOf(perSheet: PerSheet): SheetKind {
  return LAYOUT[perSheet].sheet
}

/** The cards of a sheet with the room for their marks. */
export function sheetSize(perSheet: PerSheet): { width: number, height: number } {
  const { columns, rows, width, height } = LAYOUT[perSheet]
  return { width: columns * width + 2 * AROUND, height: rows * height + 2 * AROUND }
}

/**
 * Margins that leave just the room of a sheet, as in CSS. They are a tenth of a millimetre smaller, so that rounding
 * does not push a sheet onto the next page.
 */
export function sheetMargin(pageSize: PageSize, perSheet: PerSheet): string {
  const { width, height } = PAGE[pageSize]
  const [across, down] = sheetKindOf(perSheet) === 'upright' ? [width, height] : [height, width]
  const own = sheetSize(perSheet)
  const half = (pageLength: number, length: number) => `${((pageLength - length) / 2 - 0.1).toFixed(2)}mm`
  return `${half(down, own.height)} ${half(across, own.width)}`
}

export interface CardBox {
  left: number
  top: number
  width: number
  height: number
}

/**
 * Where a card lies on its sheet: fronts row by row, and each back where its front is once the sheet is turned over its
 * long edge, from right to left on an upright sheet and from top to bottom on one that lies on its side.
 *
 * @param index of the card on its sheet, from 0
 */
export function boxOf(index: number, side: 'front' | 'back', perSheet: PerSheet): CardBox {
  const { columns, rows, width, height, sheet } = LAYOUT[perSheet]
  const [column, row] = [index % columns, Math.floor(index / columns)]
  const isTurned = (kind: SheetKind) => side === 'back' && sheet === kind
  return {
    left: AROUND + width * (isTurned('upright') ? columns - 1 - column : column),
    top: AROUND + height * (isTurned('sideways') ? rows - 1 - row : row),
    width,
    height,
  }
}

/** Groups cards by sheet. */
export function sheetsOf<T>(cards: readonly T[], perSheet: PerSheet): T[][] {
  return Array.from({ length: Math.ceil(cards.length / perSheet) }, (_, i) =>
    cards.slice(i * perSheet, (i + 1) * perSheet))
}

export interface Mark {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** Marks at both ends of each cut. */
export function cutMarks(perSheet: PerSheet): Mark[] {
  const { columns, rows, width, height } = LAYOUT[perSheet]
  const size = sheetSize(perSheet)
  const xs = Array.from({ length: columns + 1 }, (_, i) => AROUND + i * width)
  const ys = Array.from({ length: rows + 1 }, (_, i) => AROUND + i * height)
  const ends = (length: number) => [[MARK.from, MARK.to], [length - MARK.to, length - MARK.from]] as const
  return [
    ...xs.flatMap(x => ends(size.height).map(([y1, y2]) => ({ x1: x, y1, x2: x, y2 }))),
    ...ys.flatMap(y => ends(size.width).map(([x1, x2]) => ({ x1, y1: y, x2, y2: y }))),
  ]
}
