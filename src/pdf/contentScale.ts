import type { Operation } from './contentStream.ts'
import { parseNumbers } from './contentStream.ts'

/**
 * Follows the transformation matrices of a content stream. Within text the text matrix counts, too.
 *
 * @returns to be called with each operation in turn: how many points a unit of its coordinates is long, provided that a
 * unit is no longer than a point where the stream begins
 */
export function trackScale(): (operation: Operation) => number {
  const saved: number[] = []
  let drawn = 1
  let text = 1
  return ({ operator, operands }) => {
    const scale = drawn * text
    switch (operator) {
      case 'q':
        saved.push(drawn)
        break
      case 'Q':
        drawn = saved.pop() ?? drawn
        break
      case 'cm':
        drawn *= scaleOf(operands)
        break
      case 'BT':
      case 'ET':
        text = 1
        break
      case 'Tm':
        text = scaleOf(operands)
        return drawn
    }
    return scale
  }
}

/**
 * The largest factor by which a matrix stretches a length. It is taken along the axes, as Chromium skews nothing by
 * more than slanted type.
 */
function scaleOf(operands: string): number {
  const [a = 1, b = 0, c = 0, d = 1] = parseNumbers(operands)
  return Math.max(Math.hypot(a, b), Math.hypot(c, d))
}
