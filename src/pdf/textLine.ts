import { coordinateDigits, roundTo } from './precision.ts'

/**
 * Two positions along a line of text: where the original content puts the pen, and where the rewritten one does. All
 * lengths are in units of the text.
 */
export interface TextLine {
  /** Both positions are at the start of a new line. */
  restart: () => void
  /** A glyph of this width is shown; undefined for text of unknown width. */
  advance: (width: number | undefined) => void
  /**
   * Moves to another line, counted from the start of the last one.
   *
   * @returns the operator to write, which makes up for all moves that were carried
   */
  formatMove: (dx: number, dy: string, scale: number) => string
  /**
   * Moves along the line without writing anything: the next glyph makes up for it.
   *
   * @returns false where the pen's position is unknown, so that nothing can make up for it
   */
  carry: (dx: number) => boolean
  /** How far the written pen is ahead of the original one. */
  drift: () => number
  /** A step back of this length is written. */
  stepBack: (length: number) => void
  /** The pen returns to the start of the line. */
  returnToStart: () => void
  /** Whether the original line starts elsewhere than the written one, by more than so many digits can tell. */
  isCarried: (digits: number) => boolean
}

export function createTextLine(): TextLine {
  /** From the start of the line to the original pen; undefined after text of unknown width. */
  let pen: number | undefined = 0
  let drift = 0
  /** From the start of the line as it is written to its start in the original. */
  let ahead = 0
  const returnToStart = () => {
    pen = 0
    drift = -ahead
  }
  return {
    restart() {
      pen = drift = ahead = 0
    },
    advance(width) {
      pen = pen === undefined || width === undefined ? undefined : pen + width
    },
    formatMove(dx, dy, scale) {
      const written = roundTo(ahead + dx, coordinateDigits(scale))
      ahead += dx - written
      returnToStart()
      return `${written} ${dy} Td`
    },
    carry(dx) {
      if (pen === undefined)
        return false
      drift += pen - dx
      ahead += dx
      pen = 0
      return true
    },
    drift: () => drift,
    stepBack(length) {
      drift -= length
    },
    returnToStart,
    isCarried: digits => roundTo(ahead, digits) !== 0,
  }
}
