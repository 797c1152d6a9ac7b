import type { Claim, LensId, VerdictId } from '../content/evidenceSchema.ts'
import type { Box } from './textMetrics.ts'
import { VERDICT_LABELS } from '../content/verdicts.ts'
import { textWidth, wrapText } from './textMetrics.ts'

/** A claim as the slide names it. */
export interface ClaimOnBoard {
  id: string
  /** A few words of it. */
  label: string
  /** What it does to the story, from small (1) to large (3); our reading. */
  impact: 1 | 2 | 3
}

export interface ClaimCard extends Box {
  id: string
  lines: string[]
  lens: LensId | 'framing'
}

export interface ClaimBoard {
  width: number
  height: number
  /** Where the cells lie. */
  field: Box
  columns: { verdict: VerdictId, lines: string[], x: number, width: number }[]
  rows: { impact: number, word: string, y: number, height: number }[]
  cards: ClaimCard[]
}

/** From weak evidence to strong, with the words of the verdict's stamp. */
export const COLUMNS = Object.entries(VERDICT_LABELS).map(([verdict, word]) => ({
  verdict: verdict as VerdictId,
  word,
}))
/** The words for impacts 1 to 3. */
export const IMPACTS = ['small', 'medium', 'large'] as const

/** Type on a card and at the axes, px; ClaimBoard.vue sets it so. */
const BOARD_SIZES = { card: 16, axis: 15 } as const
/** px of a card: its tab in the lens colour, its padding, the height of a line. */
export const CARD = { tab: 22, padding: 6, line: 17 } as const

/** px left of the field, for the words of the rows, and above it, for the names of the axes. */
const GUTTER = 68
const HEAD = 26
/** px of a line under the columns. */
const AXIS_LINE = 17
/** px between the listed cards and the words of the rows. */
const LIST_GAP = 16
/** px between cards. */
const GAP = 4

/** The claims of the ledger that have a place on the board, in its order. */
export function claimsOnBoard(claims: Record<string, Pick<Claim, 'board'>>): ClaimOnBoard[] {
  return Object.entries(claims).flatMap(([id, { board }]) => board ? [{ id, ...board }] : [])
}

/**
 * Puts claims on evidence × impact: a column for each verdict, a row for each impact, cards stacked inside a cell.
 *
 * @param claims in the order in which they are stacked
 * @param claimOf looks a claim of the ledger up
 * @param size of the picture in pixels
 * @param size.unplaced lists the claims beside an empty board instead
 * @throws {Error} where a claim is named twice, its label is too long for a card, or the cards do not fit
 */
export function layOutClaimBoard(
  claims: readonly ClaimOnBoard[],
  claimOf: (id: string) => Pick<Claim, 'lens' | 'verdict'>,
  { width, height, unplaced = false }: { width: number, height: number, unplaced?: boolean | undefined },
): ClaimBoard {
  const cardWidth = Math.floor((width - GUTTER) / COLUMNS.length) - 2 * GAP
  const cards = claims.map(({ id, label, impact }, i) => {
    if (claims.findIndex(claim => claim.id === id) !== i)
      throw new Error(`ClaimBoard: claim ${id} is on the board twice; name it once.`)
    if (!IMPACTS[impact - 1])
      throw new Error(`ClaimBoard: the impact of claim ${id} is ${impact}; give 1, 2 or 3.`)
    const lines = cardLines(id, label, cardWidth)
    const { lens, verdict } = claimOf(id)
    return { id, lens, verdict, impact, lines, x: 0, y: 0, width: cardWidth, height: lines.length * CARD.line + 7 }
  })
  const lists = unplaced ? listCards(cards, height) : []
  const fieldX = lists.length * (cardWidth + 2 * GAP) + (lists.length > 0 ? LIST_GAP : 0) + GUTTER
  const columnWidth = (width - fieldX) / COLUMNS.length
  const columns = COLUMNS.map(({ verdict, word }, i) => ({
    verdict,
    lines: wrapText(word, columnWidth, BOARD_SIZES.axis),
    x: fieldX + i * columnWidth,
    width: columnWidth,
  }))
  const foot = Math.max(...columns.map(column => column.lines.length)) * AXIS_LINE + 6
  const field = { x: fieldX, y: HEAD, width: width - fieldX, height: height - HEAD - foot }
  const rows = layOutRows(unplaced ? [] : cards, field)
  if (!unplaced)
    cards.forEach(card => stackIn(card, cards, columns, rows))
  return { width, height, field, columns, rows, cards: cards.map(({ verdict: _, impact: __, ...card }) => card) }
}

interface PlacedCard extends ClaimCard { verdict: VerdictId, impact: number }

function cardLines(id: string, label: string, cardWidth: number): string[] {
  const textRoom = cardWidth - CARD.tab - 2 * CARD.padding
  const lines = wrapText(label, textRoom, BOARD_SIZES.card, true)
  if (lines.length > 2 || lines.some(line => textWidth(line, BOARD_SIZES.card, true) > textRoom))
    throw new Error(`ClaimBoard: the label "${label}" of claim ${id} is too long for a card; shorten it.`)
  return lines
}

/** Places the cards in one or two columns at the left. */
function listCards(cards: PlacedCard[], height: number): PlacedCard[][] {
  const lists: PlacedCard[][] = [[]]
  let y = HEAD
  for (const card of cards) {
    if (y + card.height > height) {
      lists.push([])
      y = HEAD
    }
    Object.assign(card, { x: (lists.length - 1) * (card.width + 2 * GAP), y })
    y += card.height + GAP
    lists.at(-1)?.push(card)
  }
  if (lists.length > 2)
    throw new Error(`ClaimBoard: ${cards.length} claims do not fit; leave some out.`)
  return lists
}

/** Rows from large to small, each as high as its fullest cell and a fair share of what is left. */
function layOutRows(cards: readonly PlacedCard[], field: Box): ClaimBoard['rows'] {
  const impacts = [3, 2, 1] as const
  const needed = impacts.map(impact =>
    Math.max(
      ...COLUMNS.map(({ verdict }) =>
        heightOf(cards.filter(card => card.impact === impact && card.verdict === verdict)),
      ),
    ),
  )
  const spare = (field.height - needed.reduce((sum, rowHeight) => sum + rowHeight, 0)) / impacts.length
  if (spare < 0)
    throw new Error(`ClaimBoard: ${cards.length} claims do not fit; leave some out.`)
  let y = field.y
  return impacts.map((impact, i) => {
    const row = { impact, word: IMPACTS[impact - 1] ?? '', y, height: (needed[i] ?? 0) + spare }
    y += row.height
    return row
  })
}

function heightOf(cards: readonly PlacedCard[]): number {
  return cards.reduce((sum, card) => sum + card.height + GAP, GAP)
}

function stackIn(
  card: PlacedCard,
  cards: readonly PlacedCard[],
  columns: ClaimBoard['columns'],
  rows: ClaimBoard['rows'],
): void {
  const cell = cards.filter(other => other.verdict === card.verdict && other.impact === card.impact)
  const column = columns.find(({ verdict }) => verdict === card.verdict)
  const row = rows.find(({ impact }) => impact === card.impact)
  if (!column || !row)
    return
  const above = cell.slice(0, cell.indexOf(card))
  card.x = column.x + (column.width - card.width) / 2
  card.y = row.y + (row.height - heightOf(cell)) / 2 + heightOf(above)
}
