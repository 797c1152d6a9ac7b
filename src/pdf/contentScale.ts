import type { Operation } from './contentStream.ts'

/**
 * Follows the operations of a content stream, each in turn, and says of it how many points a unit of what it draws is
 * long: in text, by the text's own matrix too.
 *
 * @returns the scale of an operation, for a content of which a unit is a point at the most where it begins
 */
export function contentScale(): (operation: Operation) => number {
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
 * How much longer a matrix makes what it makes longest: along one of its axes, as none of Chromium's is skewed by more
 * than italics are.
 */
function scaleOf(operands: string): number {
  const [a = 1, b = 0, c = 0, d = 1] = operands.trim().split(/\s+/).map(Number)
  return Math.max(Math.hypot(a, b), Math.hypot(c, d))
}
