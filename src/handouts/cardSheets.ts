import type { CardSet } from '../content/cards.ts'
import type { PageSize } from './pageRules.ts'

/**
 * How cards lie on their sheets. They touch, so that one cut separates two of them, and all together lie in the middle
 * of the page: turned over its long edge, a sheet has its marks and cards where they were. Lengths are in millimetres;
 * cards are the same in both page sizes.
 */

type PerSheet = CardSet['perSheet']

const COLUMNS = 2
const CARD_WIDTH = 90
const CARDS_HEIGHT = 248
/** Room around the cards for the cut marks, which keep a little away from them: no card bears a mark. */
const AROUND = 6
const MARK = { from: 0.5, to: 4.5 }

/** The cards of a sheet with the room for their marks. */
export const SHEET = { width: COLUMNS * CARD_WIDTH + 2 * AROUND, height: CARDS_HEIGHT + 2 * AROUND }

const PAGE: Record<PageSize, { width: number, height: number }> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
}

/**
 * Margins that leave just the room of a sheet, as in CSS. They are a tenth of a millimetre smaller, so that rounding
 * does not push a sheet onto the next page.
 */
export function sheetMargin(pageSize: PageSize): string {
  const { width, height } = PAGE[pageSize]
  const half = (pageLength: number, own: number) => `${((pageLength - own) / 2 - 0.1).toFixed(2)}mm`
  return `${half(height, SHEET.height)} ${half(width, SHEET.width)}`
}

export interface CardBox {
  left: number
  top: number
  width: number
  height: number
}

/**
 * Where a card lies on its sheet: fronts row by row, and each back where its front is once the sheet is turned over.
 *
 * @param index of the card on its sheet, from 0
 */
export function boxOf(index: number, side: 'front' | 'back', perSheet: PerSheet): CardBox {
  const height = CARDS_HEIGHT / rowsOf(perSheet)
  const column = index % COLUMNS
  return {
    left: AROUND + CARD_WIDTH * (side === 'front' ? column : COLUMNS - 1 - column),
    top: AROUND + height * Math.floor(index / COLUMNS),
    width: CARD_WIDTH,
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
  const rows = rowsOf(perSheet)
  const xs = Array.from({ length: COLUMNS + 1 }, (_, i) => AROUND + i * CARD_WIDTH)
  const ys = Array.from({ length: rows + 1 }, (_, i) => AROUND + i * CARDS_HEIGHT / rows)
  const ends = (length: number) => [[MARK.from, MARK.to], [length - MARK.to, length - MARK.from]] as const
  return [
    ...xs.flatMap(x => ends(SHEET.height).map(([y1, y2]) => ({ x1: x, y1, x2: x, y2 }))),
    ...ys.flatMap(y => ends(SHEET.width).map(([x1, x2]) => ({ x1, y1: y, x2, y2: y }))),
  ]
}

function rowsOf(perSheet: PerSheet): number {
  return perSheet / COLUMNS
}
