import type { Box } from './textMetrics.ts'

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

/**
 * Boxes on a grid that fills its space, joined by arrows from side to side, or from top to bottom within a column.
 *
 * @throws for an arrow to a box that is not there
 */
export function layOutFlow(boxes: FlowBox[], arrows: FlowArrow[], { width, height, gaps }: FlowSpace): FlowDrawing {
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
  const boxOf = (id: string) => {
    const found = placed.find(box => box.id === id)
    if (!found)
      throw new Error(`A flow figure has an arrow at "${id}", which is none of its boxes; mend the id.`)
    return found
  }
  return { boxes: placed, arrows: arrows.map(arrow => placeArrow(arrow, boxOf(arrow.from), boxOf(arrow.to))) }
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
