import { textWidth } from './textMetrics.ts'

/** An amount to draw as a square. */
export interface Amount {
  /** Both ends of a range; equal where it is one number. */
  low: number
  high: number
  /** How it is printed: `$1.3–1.6bn`. */
  amount: string
  /** A few words beside it. */
  short?: string | undefined
  /** What its square is filled with; an outline lets the square behind it show. */
  fill: SquareFill
}

export type SquareFill = 'solid' | 'tint' | 'outline'

export interface AreaSquare {
  /** Place of its amount in the list that was given. */
  of: number
  /** px; of a range that of its low end. */
  side: number
  /** px; side of the high end, where it is far enough from the low one to be seen. */
  highSide: number | undefined
  fill: SquareFill
  label: SquareLabel | undefined
}

export interface SquareLabel {
  /** Where the text begins, ends or has its middle, and its first baseline; px from the frame's top left. */
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  amount: string
  short: string | undefined
  /** px; size of the amount. The words are SIZES.words. */
  size: number
  /** Whether the words stand below the amount. */
  stacked: boolean
  /** What lies behind the text. */
  behind: SquareFill | 'page'
}

/** Type, px. CostCaveat.vue sets it so. */
export const SIZES = { words: 18, large: 34 } as const
/** A square with a shorter side is left out: nobody would see it. */
const LEAST_SIDE = 4
const PAD = 8
const LINE = 24

/**
 * Squares whose areas are the amounts, all from the lower left corner of a frame, largest first.
 *
 * @param amounts in one unit, in any order
 * @param size side of the frame, which the largest square fills, px
 * @throws {Error} where an amount is not above zero
 */
export function layOutSquares(amounts: readonly Amount[], size: number): AreaSquare[] {
  const wrong = amounts.find(({ low }) => !(low > 0))
  if (wrong)
    throw new Error(`An area cannot show ${wrong.amount}; leave the figure out or give one above zero.`)
  const scale = size / Math.sqrt(Math.max(...amounts.map(({ high }) => high)))
  const drawn = amounts
    .map((item, of) => ({ ...item, of, side: Math.sqrt(item.low) * scale, outer: Math.sqrt(item.high) * scale }))
    .map(item => item.outer - item.side < LEAST_SIDE ? { ...item, side: item.outer } : item)
    .filter(({ outer }) => outer >= LEAST_SIDE)
    .sort((a, b) => b.outer - a.outer)
  return drawn.map((item, i) => ({
    of: item.of,
    side: item.side,
    highSide: item.outer > item.side ? item.outer : undefined,
    fill: item.fill,
    label: labelOf(item, drawn[i + 1]?.outer ?? 0, drawn[i - 1]?.side, backdrop(drawn.slice(0, i)), size),
  }))
}

type Drawn = Amount & { side: number }

/** What shows through beside or behind an outline: the smallest filled square that holds it. */
function backdrop(larger: readonly Drawn[]): SquareFill | 'page' {
  return larger.findLast(({ fill }) => fill !== 'outline')?.fill ?? 'page'
}

/**
 * In the square, above the next smaller one: large in the middle where there is room, else in its top right corner.
 * Beside it where it is too small; where that would run into the next larger one, the amount alone or nothing.
 */
function labelOf(
  { side, amount, short, fill }: Drawn,
  smaller: number,
  larger: number | undefined,
  around: SquareFill | 'page',
  size: number,
): SquareLabel | undefined {
  const behind = fill === 'outline' ? around : fill
  const wordsWidth = short === undefined ? 0 : textWidth(short, SIZES.words)
  const free = side - Math.max(smaller, smaller > 0 && smaller < LINE ? LINE : 0)
  const top = size - side
  const large = Math.max(textWidth(amount, SIZES.large, true), wordsWidth)
  if (free >= 4 * LINE && large + 4 * PAD <= side) {
    const middle = { x: side / 2, y: top + free / 2, anchor: 'middle' as const }
    return { ...middle, amount, short, size: SIZES.large, stacked: true, behind }
  }
  const number = textWidth(amount, SIZES.words, true)
  const line = number + (short === undefined ? 0 : PAD / 2 + wordsWidth)
  const corner = { x: side - PAD, y: top + 19, anchor: 'end' as const, amount, size: SIZES.words, behind }
  if (free >= LINE && line + 2 * PAD <= side)
    return { ...corner, short, stacked: false }
  if (free >= 2 * LINE + PAD && Math.max(number, wordsWidth) + 2 * PAD <= side)
    return { ...corner, short, stacked: true }
  const room = (larger ?? size) - side - 2 * PAD
  if (line <= room) {
    const beside = { x: side + PAD, y: size - 9, anchor: 'start' as const, behind: around }
    return { ...beside, amount, short, size: SIZES.words, stacked: false }
  }
  // Its row says what it is.
  return free >= LINE && number + PAD <= side
    ? { ...corner, x: side - PAD / 2, short: undefined, stacked: false }
    : undefined
}

/**
 * Four strokes that cross at the corners, as a pen draws a box.
 *
 * @param side px, from the lower left corner of a frame of `size`
 * @returns an SVG path
 */
export function penBox(side: number, size: number): string {
  const [left, right, top, bottom] = [0, side, size - side, size]
  const over = 6
  return [
    `M${left - over} ${top + 2}L${right + over} ${top - 1}`,
    `M${right - 1} ${top - over}L${right + 2} ${bottom + over}`,
    `M${right + over} ${bottom - 1}L${left - over} ${bottom + 2}`,
    `M${left + 1} ${bottom + over}L${left - 2} ${top - over}`,
  ].join('')
}
