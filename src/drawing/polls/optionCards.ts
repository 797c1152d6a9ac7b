import type { SpacePx } from './space.ts'
import { lineCount } from '../textWidthAnyScript.ts'
import { labelLines } from './labelLines.ts'

/** Cards with the options of a poll, one below the other; of many options, in two columns. Everything in px. */
export interface OptionCards {
  height: number
  /** Cards that stand one below the other, before the next column begins. */
  perColumn: number
  gap: number
  textSize: number
  /** Width of the plate with the number. */
  plate: number
  /** The words of each card, broken into lines. */
  cards: string[][]
}

/** Tallest card and its plate, px: of options, or of a few cards that have the picture to themselves. */
const CARDS = { usual: { height: 62, plate: 56, text: 27 }, large: { height: 104, plate: 92, text: 38 } }
const GAP = 8
/** Cards that would be lower than this stand in two columns, with a gap between them. */
const LOWEST = 32
const COLUMN_GAP = 14
const TEXT = { least: 18, leading: 1.12 }
/** Before and after the words, px. */
const PADDING = 18

/** The largest type in which every option fits its card; where none does, words are cut. */
export function layOutCards(
  options: readonly string[],
  { width, height }: SpacePx,
  cards: keyof typeof CARDS = 'usual',
): OptionCards {
  const most = CARDS[cards]
  const gap = options.length > 6 ? GAP - 3 : GAP
  const heightOf = (count: number) => Math.floor(Math.min(most.height, (height + gap) / Math.max(1, count) - gap))
  const isLow = heightOf(options.length) < LOWEST
  const perColumn = isLow ? Math.ceil(options.length / 2) : options.length
  const card = heightOf(perColumn)
  const plate = Math.min(most.plate, card)
  const room = (isLow ? (width - COLUMN_GAP) / 2 : width) - plate - 2 * PADDING
  const sizes = Array.from({ length: most.text - TEXT.least + 1 }, (_, i) => most.text - i)
  const fits = (size: number) =>
    options.every(option => lineCount(option, room, size) * size * TEXT.leading <= card - 6)
  const textSize = sizes.find(fits) ?? TEXT.least
  const lines = Math.max(1, Math.floor((card - 4) / (textSize * TEXT.leading)))
  return {
    height: card,
    perColumn,
    gap,
    textSize,
    plate,
    cards: options.map(option => labelLines(option, { width: room, size: textSize }, lines)),
  }
}
