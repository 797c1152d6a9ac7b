import type { Bounds, TextLine } from './drawing.ts'
import { baseline, GAP, overlap, runsWidth } from './drawing.ts'

/** Lines of text that stand together at a point of a line chart. */
export type Block = TextLine['runs'][]

export interface Spot {
  x: number
  y: number
  radius: number
}

/** Line height as a share of the type size. */
const LEADING = 1.18
/** px by which text that starts or ends at a point overlaps it sideways. */
const OVERLAP = 10
/** px that text is raised further, tried in turn where a steep line takes the room at the point. */
const LIFTS = [12, 24, 36, 48]

/** Width and height of a block of text. */
export function blockSize(block: Block): { width: number, height: number } {
  return {
    width: Math.max(...block.map(runsWidth)),
    height: block.reduce((sum, line) => sum + LEADING * lineSize(line), 0),
  }
}

/** What text must keep clear of. */
export interface Obstacles {
  /** Text and marks, which are never covered. */
  solid: Bounds[]
  /** Lines, which are covered only where there is no other place. */
  soft: Bounds[]
  bounds: Bounds
}

/**
 * Puts text at a point where it covers least: above or below it, as preferred, or else beside it or higher.
 *
 * @param block lines of text
 * @param spot the point
 * @param prefer the side to try first
 * @returns the lines in their place; none where every place covers text or marks
 */
export function placeBlock(block: Block, spot: Spot, obstacles: Obstacles, prefer: 'above' | 'below'): TextLine[] {
  const tries = candidates(block, spot, prefer).filter(candidate => isFree(candidate.box, obstacles))
  const costs = tries.map(candidate => obstacles.soft.filter(line => overlap(line, candidate.box)).length)
  const best = tries[costs.indexOf(Math.min(...costs))]
  if (!best)
    return []
  let top = best.box.top
  return block.map((runs): TextLine => {
    const size = lineSize(runs)
    const y = baseline(top + LEADING * size / 2, size)
    top += LEADING * size
    return { x: best.x, y, anchor: best.anchor, runs, emphasis: false }
  })
}

interface Candidate { x: number, anchor: TextLine['anchor'], box: Bounds }

function candidates(block: Block, { x, y, radius }: Spot, prefer: 'above' | 'below'): Candidate[] {
  const { width, height } = blockSize(block)
  const above = y - radius - 4 - height
  const below = y + radius + 4
  const sides = prefer === 'above' ? [above, below] : [below, above]
  const at = (left: number, top: number, anchor: TextLine['anchor']): Candidate => ({
    x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2,
    anchor,
    box: { left, right: left + width, top, bottom: top + height },
  })
  const around = (top: number) => [
    at(x - width / 2, top, 'middle'),
    at(x - OVERLAP, top, 'start'),
    at(x + OVERLAP - width, top, 'end'),
  ]
  return [
    ...sides.flatMap(around),
    at(x + radius + GAP, y - height / 2, 'start'),
    at(x - radius - GAP - width, y - height / 2, 'end'),
    ...LIFTS.flatMap(lift => around(above - lift)),
  ]
}

function isFree(box: Bounds, { solid, bounds }: Obstacles): boolean {
  const isInside
    = box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom
  return isInside && !solid.some(obstacle => overlap(obstacle, box))
}

function lineSize(runs: TextLine['runs']): number {
  return Math.max(...runs.map(run => run.size))
}

/** A straight line as a row of small boxes, an obstacle for text. */
export function boundsAlong(from: { x: number, y: number }, to: { x: number, y: number }): Bounds[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 5))
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = from.x + (to.x - from.x) * i / steps
    const y = from.y + (to.y - from.y) * i / steps
    return { left: x - 2.5, right: x + 2.5, top: y - 2.5, bottom: y + 2.5 }
  })
}
