import type { Operation } from './contentStream.ts'
import { operationsOf } from './contentStream.ts'

/** Points that a unit of the content is long, at an operation. */
export type ScaledOperation = Operation & { scale: number }

/**
 * Reads a content stream operator by operator, and says how large each draws: in text, by the text's own matrix too.
 *
 * @param content one character a byte; a unit of it is a point at the most where it begins
 */
export function* scaledOperationsOf(content: string): Generator<ScaledOperation> {
  const saved: number[] = []
  let drawn = 1
  let text = 1
  for (const operation of operationsOf(content)) {
    const { operator, operands } = operation
    if (operator === 'BT' || operator === 'ET')
      text = 1
    yield Object.assign(operation, { scale: operator === 'Tm' ? drawn : drawn * text })
    if (operator === 'q')
      saved.push(drawn)
    else if (operator === 'Q')
      drawn = saved.pop() ?? drawn
    else if (operator === 'cm')
      drawn *= scaleOf(operands)
    else if (operator === 'Tm')
      text = scaleOf(operands)
  }
}

/** How much longer a matrix makes what it makes longest: along one of its axes, as none of Chromium's is skewed by more than italics are. */
function scaleOf(operands: string): number {
  const [a = 1, b = 0, c = 0, d = 1] = operands.trim().split(/\s+/).map(Number)
  return Math.max(Math.hypot(a, b), Math.hypot(c, d))
}
