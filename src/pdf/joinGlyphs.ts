import type { FontTracker } from './fontTracker.ts'
import { trackScale } from './contentScale.ts'
import { parseOperations, splitOperands } from './contentStream.ts'
import { parseString } from './contentString.ts'
import { trackFont } from './fontTracker.ts'
import { createGlyphRuns } from './glyphRuns.ts'
import { coordinateDigits } from './precision.ts'
import { createRewriter } from './rewriter.ts'
import { createTextLine } from './textLine.ts'

/** Operators that count from the start of the last line (ISO 32000-1, 9.4.2 and 9.4.3). */
const FROM_LINE_START = new Set(['TD', 'T*', '\'', '"'])
const SHOWS_TEXT = new Set(['Tj', 'TJ', '\'', '"'])

/**
 * Shows the glyphs of a line with one operator. Chromium places each glyph by itself, with eight digits: that makes up
 * most of a file, compresses badly, and lets some readers extract a word letter by letter. Where a glyph does not
 * follow the one before at that glyph's own width, the operator says by how much. The distance is counted from where
 * Chromium put the glyph, so that rounding errors do not add up along a line.
 *
 * Only moves along a line and `Tj` are rewritten, and only in fonts whose widths are known. Any other operator ends a
 * run, so that marked content still encloses the same glyphs.
 *
 * @param content of a stream, one character a byte
 * @param widthsOf widths of a font by its resource name; undefined for a font that does not have two-byte codes
 */
export function joinGlyphs(content: string, widthsOf: Parameters<typeof trackFont>[0]): string {
  const output = createRewriter(content)
  const line = createTextLine()
  const runs = createGlyphRuns(output, line)
  const font = trackFont(widthsOf)
  const scaleOf = trackScale()

  for (const operation of parseOperations(content)) {
    const { operator, operands, start, end } = operation
    const scale = scaleOf(operation)
    const codes = operator === 'Tj' ? twoByteCodes(operands, font) : undefined
    if (codes && font.current) {
      runs.show(operation, codes, font.current, scale)
      continue
    }
    const move = operator === 'Td' ? moveOf(operands) : undefined
    if (move && Number(move.dy) === 0 && runs.carryMove(move.dx, end))
      continue
    runs.close(scale)
    if (move)
      output.replace(start, end, line.formatMove(move.dx, move.dy, scale))
    else if (FROM_LINE_START.has(operator) && line.isCarried(coordinateDigits(scale)))
      output.replace(start, start, `${line.formatMove(0, '0', scale)} `)
    font.follow(operation)
    if (operator === 'BT' || operator === 'Tm')
      line.restart()
    if (FROM_LINE_START.has(operator))
      line.returnToStart()
    if (SHOWS_TEXT.has(operator))
      line.advance(undefined)
  }
  runs.close(1)
  return output.end()
}

/** Along the line, and from line to line as it is written. */
function moveOf(operands: string): { dx: number, dy: string } | undefined {
  const [dx, dy] = splitOperands(operands)
  return dx === undefined || dy === undefined ? undefined : { dx: Number(dx), dy }
}

/** Undefined where the font is unknown, or the bytes are no whole number of codes. */
function twoByteCodes(operands: string, font: FontTracker): string | undefined {
  const bytes = font.current ? parseString(operands.trim()) : ''
  return font.current && bytes.length % 2 === 0 ? bytes : undefined
}
