/** An amount as an area of a whole that fills a slide. */
export interface AreaPicture {
  /** Pixels of the whole slide at its design size, and of the part, not rounded. */
  wholePixels: number
  partPixels: number
  /** Side of the part's square, px. */
  side: number
}

/**
 * A part of a whole to scale: if the whole fills a canvas, the part is a square of this side. It is never rounded up to
 * be seen; whoever shows it draws a ring around it.
 *
 * @param whole amount that fills the canvas
 * @param part amount in the same unit
 * @param canvas px
 * @throws {Error} where an amount is not above zero, or the part is more than the whole or no square of the canvas
 */
export function layOutArea(whole: number, part: number, canvas: { width: number, height: number }): AreaPicture {
  if (!(whole > 0 && part > 0 && part <= whole)) {
    throw new Error(
      `TrueArea: ${part} is not a part of ${whole}; name two amounts above zero, the smaller one as the part.`,
    )
  }
  const wholePixels = canvas.width * canvas.height
  const partPixels = wholePixels * part / whole
  const side = Math.sqrt(partPixels)
  if (side > Math.min(canvas.width, canvas.height) / 4) {
    throw new Error(
      `TrueArea: the square of the part is ${Math.round(side)} px wide and would cover the words; `
      + 'show amounts of such a size as bars.',
    )
  }
  return { wholePixels, partPixels, side }
}
