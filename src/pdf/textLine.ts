import { rounded } from './precision.ts'

/** Where the pen and its line are to be, beside where what is written puts them, in units of the text. */
export interface TextLine {
  /** Both are at the start of a new line, in the same place. */
  restart: () => void
  /** A glyph is shown, by its width; without one, text of unknown width. */
  advance: (width: number | undefined) => void
  /**
   * Moves to the start of a line from that of the last one.
   *
   * @returns what is to be written, in so many digits: it makes up for all that was not written before
   */
  move: (dx: number, digits: number) => number
  /**
   * The same, but nothing is written: the next glyph makes up for it.
   *
   * @returns whether that can be, as it is known how far the pen has come
   */
  carry: (dx: number) => boolean
  /** How far the pen that is written is ahead of where it is to be. */
  drift: () => number
  /** Steps back by so much, which is written. */
  step: (back: number) => void
  /** The pen is back at the start of the line. */
  goBack: () => void
  /** Whether the line starts elsewhere than is written, by what so many digits tell. */
  isCarried: (digits: number) => boolean
}

export function textLine(): TextLine {
  /** From the start of the line to where the pen is to be. */
  let pen: number | undefined = 0
  let drift = 0
  /** From the start of the line that is written to where it is to be. */
  let ahead = 0
  const goBack = () => {
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
    move(dx, digits) {
      const written = rounded(ahead + dx, digits)
      ahead += dx - written
      goBack()
      return written
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
    step(back) {
      drift -= back
    },
    goBack,
    isCarried: digits => rounded(ahead, digits) !== 0,
  }
}
