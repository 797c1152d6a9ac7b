import type { Operation } from './contentStream.ts'
import type { Font } from './fontTracker.ts'
import type { Rewriter } from './rewriter.ts'
import type { TextLine } from './textLine.ts'
import { formatString } from './contentString.ts'
import { MAX_GLYPH_DRIFT_PT, roundTo, stepDigits } from './precision.ts'

/** Glyphs that one operator is to show. */
interface Run {
  start: number
  end: number
  /** Strings of bytes and, between them, how far to step back, in thousandths of the font size. */
  parts: (string | number)[]
  /** End of the moves that followed the last glyph; the next glyph makes up for them. */
  movesEnd: number | undefined
}

export interface GlyphRuns {
  /** Adds glyphs to the run, or begins one. */
  show: (operation: Operation, bytes: string, font: Font, scale: number) => void
  /**
   * Takes a move along the line into the run instead of writing it.
   *
   * @returns whether there is a run that can make up for it
   */
  carryMove: (dx: number, end: number) => boolean
  /** Writes the run, if there is one. */
  close: (scale: number) => void
}

/**
 * Collects the glyphs of a line and writes each run of them as one operator.
 *
 * @param line along which they stand, which is told of each glyph and move
 */
export function createGlyphRuns(output: Rewriter, line: TextLine): GlyphRuns {
  let run: Run | undefined
  return {
    show({ start, end }, bytes, font, scale) {
      run ??= { start, end, parts: [], movesEnd: undefined }
      if (Math.abs(line.drift()) * scale > MAX_GLYPH_DRIFT_PT)
        run.parts.push(stepBack(line, font, scale))
      run.parts.push(bytes)
      run.end = end
      run.movesEnd = undefined
      line.advance(widthOf(bytes, font))
    },
    carryMove(dx, end) {
      if (!run || !line.carry(dx))
        return false
      run.movesEnd = end
      return true
    },
    close(scale) {
      if (run && run.parts.length > 1)
        output.replace(run.start, run.end, formatShow(run.parts))
      if (run?.movesEnd !== undefined)
        output.replace(run.end, run.movesEnd, ` ${line.formatMove(0, '0', scale)}`)
      run = undefined
    },
  }
}

/** How far the pen goes back to where the next glyph is to stand, in thousandths of the font size. */
function stepBack(line: TextLine, { thousandth }: Font, scale: number): number {
  const back = roundTo(line.drift() / thousandth, stepDigits(Math.abs(thousandth) * scale))
  line.stepBack(back * thousandth)
  return back
}

function widthOf(bytes: string, { widths, thousandth }: Font): number {
  let width = 0
  for (let i = 0; i < bytes.length; i += 2)
    width += widths(bytes.charCodeAt(i) << 8 | bytes.charCodeAt(i + 1))
  return width * thousandth
}

/** A `Tj` where no step stands between the strings, or else a `TJ`. */
function formatShow(parts: Run['parts']): string {
  const written: string[] = []
  let bytes = ''
  for (const part of [...parts, undefined]) {
    if (typeof part === 'string') {
      bytes += part
      continue
    }
    if (bytes)
      written.push(formatString(bytes))
    bytes = ''
    if (part !== undefined)
      written.push(String(part))
  }
  return written.length === 1 ? `${written[0]} Tj` : `[${written.join('')}] TJ`
}
