import { contentScale } from './contentScale.ts'
import { operationsOf } from './contentStream.ts'
import { digitsOfPlace, rounded } from './precision.ts'
import { rewriter } from './rewriter.ts'

/** Operators all of whose operands are places or lengths. */
const PLACES = new Set(['m', 'l', 'c', 'v', 'y', 're'])
const FRACTION = /-?\d*\.\d+/g

/**
 * Writes places in as many digits as can be seen. Chromium writes eight, which pack badly. Those of matrices but where
 * a line of text begins, and moves within text, are left alone: what comes after builds on them.
 *
 * @param content of a stream, one character a byte
 */
export function shortenPlaces(content: string): string {
  const output = rewriter(content)
  const scaleOf = contentScale()
  for (const operation of operationsOf(content)) {
    const { operator, start, operands } = operation
    const scale = scaleOf(operation)
    const shorten = (written: string) =>
      written.replace(FRACTION, match => String(rounded(Number(match), digitsOfPlace(scale))))
    if (PLACES.has(operator))
      output.replace(start, start + operands.length, shorten(operands))
    else if (operator === 'Tm')
      output.replace(start, start + operands.length, operands.replace(/\S+\s+\S+\s*$/, shorten))
  }
  return output.end()
}
