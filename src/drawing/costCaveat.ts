import type { Caveat, Figure, Status } from '../content/evidenceSchema.ts'
import type { AreaSquare, SquareFill } from './areaSquares.ts'
import { dollarsOf, formatFigure } from '../content/figures.ts'
import { layOutSquares } from './areaSquares.ts'
import { textWidth, wrapText } from './textMetrics.ts'

/** A line of the clipping that fills the slide. */
export interface SaidLine {
  text: string
  /** px */
  size: number
  /** Whether the pen will circle it. */
  marked: boolean
}

export interface ReceiptRow {
  label: string
  status: Status
  word: string
  /** As text, where one is known. */
  amount: string | undefined
}

export interface Receipt {
  /** The headline in its three parts; the first or the last may be empty. */
  said: { before: string, marked: string, after: string }
  /** The same, line by line, for the clipping that fills the slide. */
  lines: SaidLine[]
  /** The exact figure behind it. */
  amount: string
  rows: ReceiptRow[]
  /** How many rows are without an amount. */
  blanks: number
  /** Height of the paper, px, after each click: the rows without an amount, then all. */
  heights: [blanks: number, all: number]
  squares: (AreaSquare & { isHeadline: boolean })[]
}

/** px; CostCaveat.vue and areaSquares.ts draw to these. */
export const RECEIPT = { width: 560, pad: 18, head: 108, row: 38, foot: 8, amount: 108, square: 268 } as const
/** Of the clipping that fills the slide: the room for its text, px, and its sizes. */
const LARGE = { width: 744, height: 290, marked: 172, rest: 84, least: 39, lead: 1.06 } as const
/** Type of the receipt's lines and of the honest sentence below, px. */
const TYPE = { said: 40, basis: 22, heading: 18, label: 20, word: 18, honest: 25, human: 20 } as const
const GAP = 14
const HONEST_WIDTH = 864

/**
 * Lays a cost caveat out as a receipt: the headline as its head, a row for each layer, and a square for each amount.
 *
 * @param caveat from the ledger
 * @param figureOf looks a figure up by its id
 * @throws {Error} where a text is too long for its place or a figure is not money
 */
export function layOutCaveat(caveat: Caveat, figureOf: (id: string) => Figure): Receipt {
  const headline = figureOf(caveat.headline)
  const rows = caveat.layers.map(({ label, status, word, figure, about }): ReceiptRow => ({
    label,
    status,
    word,
    amount: figure === undefined ? undefined : printed(figureOf(figure), about),
  }))
  const blanks = rows.filter(({ amount }) => amount === undefined).length
  const [, before = '', marked = '', after = ''] = /^([^[]*)\[([^\]]+)\](.*)$/.exec(caveat.said) ?? []
  const said = { before: before.trim(), marked: marked.trim(), after: after.trim() }
  const amount = formatFigure(headline)
  const lines = layOutSaid(said)
  checkWidths(caveat, amount, rows)
  const heightOf = (count: number) => RECEIPT.head + count * RECEIPT.row + RECEIPT.foot
  return {
    said,
    lines,
    amount,
    rows,
    blanks,
    heights: [heightOf(blanks), heightOf(rows.length)],
    squares: squaresOf(caveat, headline, figureOf),
  }
}

/** The parts of the headline on a line each, as large as the paper allows; a short one without a break in it. */
function layOutSaid({ before, marked, after }: Receipt['said']): SaidLine[] {
  const parts = [before, marked, after].filter(text => text !== '').map((text) => {
    const isMarked = text === marked
    const fitting = LARGE.width / textWidth(text, 1, true)
    return { text, size: Math.min(isMarked ? LARGE.marked : LARGE.rest, fitting), marked: isMarked }
  })
  const height = parts.reduce((sum, { size }) => sum + size * LARGE.lead, 0)
  const shrink = Math.min(1, LARGE.height / height)
  const lines = parts.map(part => ({ ...part, size: Math.floor(part.size * shrink) }))
  const tiny = lines.find(({ size }) => size < LARGE.least)
  if (tiny)
    throw new Error(`CostCaveat: "${tiny.text}" is too long for a headline; shorten said in evidence/claims.yaml.`)
  return lines
}

/** @throws {Error} naming the text that does not fit its line */
function checkWidths(
  { said, basis, heading, honest, human }: Caveat,
  amount: string,
  rows: readonly ReceiptRow[],
): void {
  const inner = RECEIPT.width - 2 * RECEIPT.pad
  const tooLong = (what: string) =>
    new Error(`CostCaveat: ${what} is too long for the receipt; shorten it in evidence/claims.yaml.`)
  if (textWidth(basis, TYPE.basis) + GAP + textWidth(amount, TYPE.basis) > inner)
    throw tooLong(`basis "${basis}"`)
  for (const { label, word, amount } of rows) {
    const column = amount === undefined ? RECEIPT.amount : Math.max(textWidth(amount, 23, true), RECEIPT.amount)
    if (textWidth(label, TYPE.label) + GAP + textWidth(word, TYPE.word) + GAP + column > inner)
      throw tooLong(`layer "${label}" with its word "${word}"`)
  }
  if (textWidth(heading, TYPE.heading) > inner)
    throw tooLong(`heading "${heading}"`)
  if (wrapText(honest, HONEST_WIDTH, TYPE.honest).length > 2)
    throw tooLong(`honest "${honest}"`)
  if (textWidth(human, TYPE.human) > HONEST_WIDTH)
    throw tooLong(`human "${human}"`)
  if (textWidth(said, TYPE.said, true) > RECEIPT.width)
    throw tooLong(`said "${said}"`)
}

const FILLS: Record<Status, SquareFill> = {
  reported: 'solid',
  estimated: 'tint',
  disputed: 'outline',
  unknown: 'outline',
}

/** The headline's square and one for each layer with an amount; a share has a row, and no area of its own. */
function squaresOf(caveat: Caveat, headline: Figure, figureOf: (id: string) => Figure): Receipt['squares'] {
  const layers = caveat.layers.flatMap(({ figure, ...layer }) =>
    figure === undefined || figureOf(figure).unit === 'percent' ? [] : { ...layer, figure: figureOf(figure) },
  )
  const shown = [{ figure: headline, status: headline.status, short: 'to scale', about: false }, ...layers]
  const amounts = shown.map(({ figure, status, short, about }) => {
    const [low, high] = dollarsOf(figure)
    return { low, high, amount: printed(figure, about), short, fill: FILLS[status] }
  })
  return layOutSquares(amounts, RECEIPT.square).map(square => ({ ...square, isHeadline: square.of === 0 }))
}

function printed(figure: Figure, about = false): string {
  return `${about ? '≈ ' : ''}${formatFigure(figure)}`
}
