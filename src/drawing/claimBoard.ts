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
  /** Where the cells of all verdicts lie that evidence can settle. */
  field: Box
  /** An opinion, which no evidence settles, stands apart: it is no place on the scale, and has no rows. */
  columns: { verdict: VerdictId, word: string, x: number, width: number, isApart: boolean }[]
  rows: { impact: number, word: string, y: number, height: number }[]
  cards: ClaimCard[]
}

/** All cards in rows, before anybody has judged them, each drawn larger than on the board. */
export interface ClaimWall { cards: ClaimCard[], scale: number }

/** From weak evidence to strong, then what evidence cannot settle; with the words of the verdict's stamp. */
export const COLUMNS = Object.entries(VERDICT_LABELS)
  .map(([verdict, word]) => ({ verdict: verdict as VerdictId, word, isApart: verdict === 'opinion' }))
  .toSorted((a, b) => Number(a.isApart) - Number(b.isApart))
/** The words for impacts 1 to 3. */
export const IMPACTS = ['small', 'medium', 'large'] as const

/** Type on a card and at the axes, px; ClaimBoard.vue sets it so. */
export const BOARD_SIZES = { card: 18, axis: 18 } as const
/** px of a card: its tab in the lens colour, its padding, the height of a line. */
export const CARD = { tab: 24, padding: 5, line: 19 } as const

/** px left of the field, for the words of the rows, and above it, for the name of their axis. */
const GUTTER = 72
const HEAD = 27
/** px below it, for the verdicts and the name of their axis. */
const FOOT = 52
/** px between the scale and what stands apart from it. */
const APART = 22
/** px between cards. */
const GAP = 4
/** px between cards on the wall. */
const WALL_GAP = 12
/** Cards in a row of the wall. */
const WALL_COLUMNS = 4

type ClaimLookup = (id: string) => Pick<Claim, 'lens' | 'verdict'>

/** The claims of the ledger that have a place on the board, in its order. */
export function claimsOnBoard(claims: Record<string, Pick<Claim, 'board'>>): ClaimOnBoard[] {
  return Object.entries(claims).flatMap(([id, { board }]) => board ? [{ id, ...board }] : [])
}

/**
 * Puts claims on evidence × impact: a column for each verdict, a row for each impact, cards stacked inside a cell;
 * opinions in a column of their own.
 *
 * @param claims in the order in which they are stacked
 * @param claimOf looks a claim of the ledger up
 * @param size of the picture in pixels
 * @throws {Error} where a claim is named twice, its label is too long for a card, or the cards do not fit
 */
export function layOutClaimBoard(claims: readonly ClaimOnBoard[], claimOf: ClaimLookup, size: Size): ClaimBoard {
  const { width, height } = size
  const columnWidth = columnWidthOf(size)
  const cards = cardsOf(claims, claimOf, size)
  const columns = COLUMNS.map((column, i) => ({
    ...column,
    x: GUTTER + i * columnWidth + (column.isApart ? APART : 0),
    width: columnWidth,
  }))
  const scaleWidth = columns.filter(column => !column.isApart).length * columnWidth
  const field = { x: GUTTER, y: HEAD, width: scaleWidth, height: height - HEAD - FOOT }
  const rows = layOutRows(cards.filter(card => !isApart(card)), field, claims.length)
  for (const card of cards) {
    const column = columns.find(({ verdict }) => verdict === card.verdict)
    const band = isApart(card) ? field : rows.find(({ impact }) => impact === card.impact)
    const cell = cards.filter(other =>
      other.verdict === card.verdict && (isApart(card) || other.impact === card.impact))
    if (column && band)
      stackIn(card, cell, column, band, claims.length)
  }
  return { width, height, field, columns, rows, cards: cards.map(withoutJudgement) }
}

/**
 * All claims in rows of four, for an exercise: no column or row says what we make of them.
 *
 * @param claims in the order in which they are read
 * @param claimOf looks a claim of the ledger up
 * @param size of the picture in pixels
 * @throws {Error} as `layOutClaimBoard`
 */
export function layOutClaimWall(claims: readonly ClaimOnBoard[], claimOf: ClaimLookup, size: Size): ClaimWall {
  const cards = cardsOf(claims, claimOf, size)
  const highest = Math.max(0, ...cards.map(card => card.height))
  const rowCount = Math.ceil(cards.length / WALL_COLUMNS)
  const place = { width: (size.width + WALL_GAP) / WALL_COLUMNS, height: (size.height + WALL_GAP) / rowCount }
  const scale = Math.min(
    (place.width - WALL_GAP) / (cards[0]?.width ?? 1),
    (place.height - WALL_GAP) / highest,
  )
  if (scale < 1)
    throw new Error(`ClaimBoard: ${claims.length} claims do not fit; leave some out.`)
  return {
    scale,
    cards: cards.map((card, i) => withoutJudgement({
      ...card,
      height: highest,
      x: i % WALL_COLUMNS * place.width,
      y: Math.floor(i / WALL_COLUMNS) * place.height,
    })),
  }
}

interface Size { width: number, height: number }

interface JudgedCard extends ClaimCard { verdict: VerdictId, impact: number }

function isApart({ verdict }: JudgedCard): boolean {
  return COLUMNS.some(column => column.verdict === verdict && column.isApart)
}

function withoutJudgement({ verdict: _, impact: __, ...card }: JudgedCard): ClaimCard {
  return card
}

function columnWidthOf({ width }: Size): number {
  return (width - GUTTER - APART) / COLUMNS.length
}

/** The cards of all claims, not yet placed. */
function cardsOf(claims: readonly ClaimOnBoard[], claimOf: ClaimLookup, size: Size): JudgedCard[] {
  const width = Math.floor(columnWidthOf(size)) - 2 * GAP
  return claims.map(({ id, label, impact }, i) => {
    if (claims.findIndex(claim => claim.id === id) !== i)
      throw new Error(`ClaimBoard: claim ${id} is on the board twice; name it once.`)
    if (!IMPACTS[impact - 1])
      throw new Error(`ClaimBoard: the impact of claim ${id} is ${impact}; give 1, 2 or 3.`)
    const lines = cardLines(id, label, width)
    return { id, ...claimOf(id), impact, lines, x: 0, y: 0, width, height: lines.length * CARD.line + 8 }
  })
}

function cardLines(id: string, label: string, cardWidth: number): string[] {
  const textRoom = cardWidth - CARD.tab - 2 * CARD.padding
  const lines = wrapText(label, textRoom, BOARD_SIZES.card, true)
  if (lines.length > 2 || lines.some(line => textWidth(line, BOARD_SIZES.card, true) > textRoom))
    throw new Error(`ClaimBoard: the label "${label}" of claim ${id} is too long for a card; shorten it.`)
  return lines
}

/** Rows from large to small, each as high as its fullest cell and a fair share of what is left. */
function layOutRows(cards: readonly JudgedCard[], field: Box, count: number): ClaimBoard['rows'] {
  const impacts = [3, 2, 1] as const
  const needed = impacts.map(impact =>
    Math.max(
      BOARD_SIZES.axis + 2 * GAP,
      ...COLUMNS.map(({ verdict }) =>
        heightOf(cards.filter(card => card.impact === impact && card.verdict === verdict)),
      ),
    ),
  )
  const spare = (field.height - needed.reduce((sum, rowHeight) => sum + rowHeight, 0)) / impacts.length
  if (spare < 0)
    throw new Error(`ClaimBoard: ${count} claims do not fit; leave some out.`)
  let y = field.y
  return impacts.map((impact, i) => {
    const row = { impact, word: IMPACTS[impact - 1] ?? '', y, height: (needed[i] ?? 0) + spare }
    y += row.height
    return row
  })
}

function heightOf(cards: readonly JudgedCard[]): number {
  return cards.reduce((sum, card) => sum + card.height + GAP, GAP)
}

/** Stacks a card into its cell, in the middle of a band of the picture. */
function stackIn(
  card: JudgedCard,
  cell: readonly JudgedCard[],
  column: ClaimBoard['columns'][number],
  band: { y: number, height: number },
  count: number,
): void {
  if (heightOf(cell) > band.height)
    throw new Error(`ClaimBoard: ${count} claims do not fit; leave some out.`)
  const above = cell.slice(0, cell.indexOf(card))
  card.x = column.x + (column.width - card.width) / 2
  card.y = band.y + (band.height - heightOf(cell)) / 2 + heightOf(above)
}
