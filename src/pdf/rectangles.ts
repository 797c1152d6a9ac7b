import type { Operation } from './contentStream.ts'
import { parseOperations } from './contentStream.ts'
import { roundTo } from './precision.ts'
import { createRewriter } from './rewriter.ts'

type Point = [x: number, y: number]

/** Part of a path, straight from point to point. */
interface Outline {
  start: number
  end: number
  points: Point[]
}

/** Take an outline for closed, whether it says so or not. */
const FILLS = new Set(['f', 'F', 'f*', 'n'])
/** More digits than any place has. */
const DIGITS = 6

/**
 * Writes rectangles as such, where they are filled or cut out. Chromium outlines each dash of a dotted line, point by
 * point.
 *
 * @param content of a stream, one character a byte
 */
export function writeRectangles(content: string): string {
  const output = createRewriter(content)
  let outlines: Outline[] = []
  let last: Outline | undefined
  for (const operation of parseOperations(content)) {
    const { operator, start, end } = operation
    if (operator === 'm') {
      last = { start, end, points: [pointOf(operation)] }
      outlines.push(last)
    }
    else if (operator === 'l' || operator === 'h') {
      if (last) {
        last.points.push(operator === 'l' ? pointOf(operation) : last.points[0] ?? [NaN, NaN])
        last.end = end
      }
    }
    else if ('cvy'.includes(operator)) {
      last?.points.push([NaN, NaN])
    }
    else if (operator === 're') {
      last = undefined
    }
    else if (operator !== 'W' && operator !== 'W*') {
      if (FILLS.has(operator)) {
        for (const outline of outlines) {
          const rectangle = rectangleOf(outline.points)
          if (rectangle)
            output.replace(outline.start, outline.end, rectangle)
        }
      }
      outlines = []
      last = undefined
    }
  }
  return output.end()
}

function pointOf({ operands }: Operation): Point {
  const [x = NaN, y = NaN] = operands.trim().split(/\s+/).map(Number)
  return [x, y]
}

/** One that goes round as the operator does: along, up, back and down. */
function rectangleOf(points: Point[]): string | undefined {
  const [[x, y] = [NaN, NaN], [right, b] = [NaN, NaN], [c, top] = [NaN, NaN], [d, e] = [NaN, NaN], last] = points
  const closes = last === undefined || (points.length === 5 && last[0] === x && last[1] === y)
  if (!closes || b !== y || c !== right || d !== x || e !== top)
    return undefined
  return `${x} ${y} ${roundTo(right - x, DIGITS)} ${roundTo(top - y, DIGITS)} re`
}
