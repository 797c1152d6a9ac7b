import type { Box } from './textMetrics.ts'
import { textWidth, wrapText } from './textMetrics.ts'

/** A box of a flow figure, in a cell of a grid. */
export interface FlowBox {
  id: string
  /** Column and row from 1. */
  at: readonly [column: number, row: number]
  /** Rows that it spans, from its own down. */
  rows?: number
  /** What it is, in bold, and a line about it. */
  head: string
  text?: string
  /** `key` is full of the lens colour; `aside` is a remark without a box. */
  look?: 'key' | 'aside'
}

export interface FlowArrow {
  /** Ids of boxes. */
  from: string
  to: string
  label?: string
  /** A way that is said or possible, not shown. */
  dashed?: boolean
}

export interface FlowSpace {
  /** px. */
  width: number
  height: number
  /** px between two columns and between two rows. */
  gaps: readonly [column: number, row: number]
}

export interface PlacedArrow extends FlowArrow {
  /** SVG path data of the line, and of its head. */
  line: string
  head: string
  /** Middle of the line, px. */
  middle: readonly [x: number, y: number]
  /** Whether it goes across, so that its label stands above it; else it stands beside. */
  level: boolean
}

export interface FlowDrawing {
  boxes: (FlowBox & Box)[]
  arrows: PlacedArrow[]
}

/** Length of an arrow's head and half of its width, px. */
const HEAD = { length: 15, half: 8.5 }
/** Between an arrow and the boxes that it joins, px. */
const AWAY_PX = 4
const LOOKS: readonly string[] = ['key', 'aside'] satisfies FlowBox['look'][]
/** The least air in a box beside and above its words, and its type, px; FlowFigure.vue sets it so. */
const BOX = {
  across: 20,
  down: 8,
  gap: 6,
  head: { size: 31, lead: 33.5, condensed: true },
  text: { size: 22, lead: 27.5, condensed: false },
} as const
/** Typical width of a line as a share of the upper bound that `textWidth` gives. */
const TYPICAL_WIDTH = 0.92

/**
 * Boxes on a grid that fills its space, joined by arrows from side to side, or from top to bottom within a column.
 *
 * @throws {Error} where there are no boxes, one has no place of its own or too many words, or an arrow joins no two
 * boxes
 */
export function layOutFlow(boxes: FlowBox[], arrows: FlowArrow[], { width, height, gaps }: FlowSpace): FlowDrawing {
  boxes.forEach((box, i) => checkPlace(box, boxes.slice(0, i)))
  if (boxes.length === 0)
    throw new Error('FlowFigure: there are no boxes; give it some.')
  const columns = Math.max(...boxes.map(({ at }) => at[0]))
  const rows = Math.max(...boxes.map(({ at, rows = 1 }) => at[1] + rows - 1))
  const [cellWidth, cellHeight] = [
    (width - gaps[0] * (columns - 1)) / columns,
    (height - gaps[1] * (rows - 1)) / rows,
  ]
  const placed = boxes.map(box => ({
    ...box,
    x: (box.at[0] - 1) * (cellWidth + gaps[0]),
    y: (box.at[1] - 1) * (cellHeight + gaps[1]),
    width: cellWidth,
    height: cellHeight * (box.rows ?? 1) + gaps[1] * ((box.rows ?? 1) - 1),
  }))
  placed.forEach(checkWords)
  const boxOf = (id: string) => {
    const found = placed.find(box => box.id === id)
    if (!found)
      throw new Error(`FlowFigure: there is an arrow at "${id}", which is none of the boxes; mend the id.`)
    return found
  }
  arrows.forEach((arrow, i) => checkArrow(arrow, arrows.slice(0, i)))
  return { boxes: placed, arrows: arrows.map(arrow => placeArrow(arrow, boxOf(arrow.from), boxOf(arrow.to))) }
}

/** @throws {Error} where a box is no whole cell of the grid, or has the id or a cell of one before it */
function checkPlace({ id, at, rows = 1, look }: FlowBox, others: readonly FlowBox[]): void {
  const isCell
    = Array.isArray(at) && at.length === 2 && [...at, rows].every(each => Number.isInteger(each) && each >= 1)
  if (!isCell)
    throw new Error(`FlowFigure: box "${id}" has no cell; give it at: [column, row], both from 1.`)
  if (look !== undefined && !LOOKS.includes(look))
    throw new Error(`FlowFigure: the look "${look}" of box "${id}" is none of ${LOOKS.join(', ')}; name one of them.`)
  if (others.some(box => box.id === id))
    throw new Error(`FlowFigure: two boxes have the id "${id}"; give each its own.`)
  const below = others.find(box =>
    box.at[0] === at[0] && box.at[1] < at[1] + rows && at[1] < box.at[1] + (box.rows ?? 1))
  if (below)
    throw new Error(`FlowFigure: box "${id}" lies on box "${below.id}"; give it a cell of its own.`)
}

/** @throws {Error} where a box has no words or more than it holds */
function checkWords({ id, head = '', text = '', width, height }: FlowBox & Box): void {
  if (head.trim() === '')
    throw new Error(`FlowFigure: box "${id}" has no head; say in a few words what it is.`)
  const inner = width - 2 * BOX.across
  const blocks = [{ words: head, ...BOX.head }, ...text === '' ? [] : [{ words: text, ...BOX.text }]].map(block => ({
    lines: wrapText(block.words, inner / TYPICAL_WIDTH, block.size, block.condensed),
    ...block,
  }))
  const tall = blocks.reduce((sum, { lines, lead }) => sum + lines.length * lead, 2 * BOX.down)
    + (blocks.length - 1) * BOX.gap
  const isWide = blocks.some(({ lines, size, condensed }) =>
    lines.some(line => textWidth(line, size, condensed) * TYPICAL_WIDTH > inner))
  if (isWide || tall > height)
    throw new Error(`FlowFigure: the words of box "${id}" do not fit into it; shorten them or give it more room.`)
}

function checkArrow({ from, to }: FlowArrow, others: readonly FlowArrow[]): void {
  if (from === to)
    throw new Error(`FlowFigure: an arrow leads from "${from}" to itself; name two boxes.`)
  if (others.some(arrow => arrow.from === from && arrow.to === to))
    throw new Error(`FlowFigure: two arrows lead from "${from}" to "${to}"; delete one.`)
}

function placeArrow(arrow: FlowArrow, from: Box, to: Box): PlacedArrow {
  const level = from.x !== to.x
  const [[x, y], [toX, toY]] = level ? across(from, to) : down(from, to)
  const [way, side] = [Math.sign(level ? toX - x : toY - y), HEAD.half]
  const end = level ? [toX - way * HEAD.length, toY] as const : [toX, toY - way * HEAD.length] as const
  const bend = level
    ? `C${(x + end[0]) / 2},${y} ${(x + end[0]) / 2},${toY} ${end[0]},${end[1]}`
    : `L${end[0]},${end[1]}`
  return {
    ...arrow,
    line: `M${x},${y}${bend}`,
    head: level
      ? `M${toX},${toY}L${end[0]},${toY - side}V${toY + side}Z`
      : `M${toX},${toY}L${toX - side},${end[1]}H${toX + side}Z`,
    middle: [(x + toX) / 2, (y + toY) / 2],
    level,
  }
}

type Ends = readonly [start: readonly [number, number], end: readonly [number, number]]

/** From side to side; level where one box lies beside the other, else towards its middle. */
function across(from: Box, to: Box): Ends {
  const way = Math.sign(to.x - from.x)
  const [y, toY] = levels(from, to)
  return [
    [way > 0 ? from.x + from.width + AWAY_PX : from.x - AWAY_PX, y],
    [way > 0 ? to.x - AWAY_PX : to.x + to.width + AWAY_PX, toY],
  ]
}

function levels(from: Box, to: Box): readonly [number, number] {
  const [top, bottom] = [Math.max(from.y, to.y), Math.min(from.y + from.height, to.y + to.height)]
  const middle = (box: Box) => box.y + box.height / 2
  return top < bottom ? [(top + bottom) / 2, (top + bottom) / 2] : [middle(from), middle(to)]
}

function down(from: Box, to: Box): Ends {
  const way = Math.sign(to.y - from.y)
  const x = from.x + from.width / 2
  return [
    [x, way > 0 ? from.y + from.height + AWAY_PX : from.y - AWAY_PX],
    [x, way > 0 ? to.y - AWAY_PX : to.y + to.height + AWAY_PX],
  ]
}
