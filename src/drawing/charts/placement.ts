import type { Box, Words } from './drawing.ts'
import { baseline, GAP, overlap, widthOf } from './drawing.ts'

/** Lines of text that stand together at a point of a line chart. */
export type Block = Words['runs'][]

export interface Spot {
  x: number
  y: number
  radius: number
}

const LEADING = 1.18
/** px by which a text that starts or ends at a point reaches past it. */
const REACH = 10
/** px further above a point, where a steep line leaves no room at it. */
const LIFTS = [12, 24, 36, 48]

/** Width and height of a block of text. */
export function sizeOf(block: Block): { width: number, height: number } {
  return {
    width: Math.max(...block.map(widthOf)),
    height: block.reduce((sum, item) => sum + LEADING * sizeOfLine(item), 0),
  }
}

/** What stands in the way of a text. */
export interface Obstacles {
  /** Words and marks, which are never covered. */
  solid: Box[]
  /** Lines, which are kept clear where there is another place. */
  soft: Box[]
  bounds: Box
}

/**
 * Puts text at a point where it covers nothing: above or below it, as preferred, or else beside it or higher.
 *
 * @param block lines of text
 * @param spot the point
 * @param prefer the side to try first
 * @returns the lines in their place; none where it would cover words or marks everywhere
 */
export function placeBlock(block: Block, spot: Spot, obstacles: Obstacles, prefer: 'above' | 'below'): Words[] {
  const tries = candidates(block, spot, prefer).filter(candidate => isFree(candidate.box, obstacles))
  const costs = tries.map(candidate => obstacles.soft.filter(line => overlap(line, candidate.box)).length)
  const best = tries[costs.indexOf(Math.min(...costs))]
  if (!best)
    return []
  let top = best.box.top
  return block.map((runs): Words => {
    const size = sizeOfLine(runs)
    const y = baseline(top + LEADING * size / 2, size)
    top += LEADING * size
    return { x: best.x, y, anchor: best.anchor, runs, emphasis: false }
  })
}

interface Candidate { x: number, anchor: Words['anchor'], box: Box }

function candidates(block: Block, { x, y, radius }: Spot, prefer: 'above' | 'below'): Candidate[] {
  const { width, height } = sizeOf(block)
  const above = y - radius - 4 - height
  const below = y + radius + 4
  const sides = prefer === 'above' ? [above, below] : [below, above]
  const at = (left: number, top: number, anchor: Words['anchor']): Candidate => ({
    x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2,
    anchor,
    box: { left, right: left + width, top, bottom: top + height },
  })
  const around = (top: number) => [
    at(x - width / 2, top, 'middle'),
    at(x - REACH, top, 'start'),
    at(x + REACH - width, top, 'end'),
  ]
  return [
    ...sides.flatMap(around),
    at(x + radius + GAP, y - height / 2, 'start'),
    at(x - radius - GAP - width, y - height / 2, 'end'),
    ...LIFTS.flatMap(value => around(above - value)),
  ]
}

function isFree(box: Box, { solid, bounds }: Obstacles): boolean {
  const inside
    = box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom
  return inside && !solid.some(item => overlap(item, box))
}

function sizeOfLine(runs: Words['runs']): number {
  return Math.max(...runs.map(run => run.size))
}

/** A straight stretch of line as small boxes, so that text keeps off it. */
export function boxesAlong(from: { x: number, y: number }, to: { x: number, y: number }): Box[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 5))
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = from.x + (to.x - from.x) * i / steps
    const y = from.y + (to.y - from.y) * i / steps
    return { left: x - 2.5, right: x + 2.5, top: y - 2.5, bottom: y + 2.5 }
  })
}
