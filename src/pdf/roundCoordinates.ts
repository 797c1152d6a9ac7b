import { trackScale } from './contentScale.ts'
import { parseOperations } from './contentStream.ts'
import { coordinateDigits, formatRounded } from './precision.ts'
import { createRewriter } from './rewriter.ts'

/** Operators whose operands are all coordinates or lengths. */
const DRAWS_PATH = new Set(['m', 'l', 'c', 'v', 'y', 're'])
const FRACTION = /-?\d*\.\d+/g

/**
 * Rounds coordinates to as many digits as can be seen. Chromium writes eight, which compress badly. Other numbers stay,
 * matrices and moves within text among them, because what follows builds on them; of a text matrix only the position is
 * rounded.
 *
 * @param content of a stream, one character a byte
 */
export function roundCoordinates(content: string): string {
  const output = createRewriter(content)
  const scaleOf = trackScale()
  for (const operation of parseOperations(content)) {
    const { operator, start, operands } = operation
    const digits = coordinateDigits(scaleOf(operation))
    const round = (written: string) => written.replace(FRACTION, match => formatRounded(Number(match), digits))
    if (DRAWS_PATH.has(operator))
      output.replace(start, start + operands.length, round(operands))
    else if (operator === 'Tm')
      output.replace(start, start + operands.length, operands.replace(/\S+\s+\S+\s*$/, round))
  }
  return output.end()
}
