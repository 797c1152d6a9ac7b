import type { Figure } from '../content/evidenceSchema.ts'
import { formatFigure, inUnit } from '../content/figures.ts'

/** Beyond it the number no longer stands beside the part. */
const MOST = 1 / 3
/** Rounding of the share that is printed, percentage points. */
const MOST_OFF = 0.5

type Amount = Pick<Figure, 'value' | 'unit'>

/**
 * Width of the part in a whole that is `width` wide, px.
 *
 * @param stated the share as a number, which is printed beside the part
 * @throws {Error} where the two measure different things, the part is not a small one or the stated share another
 */
export function shareWidth(part: Amount, whole: Amount, width: number, stated: Amount): number {
  const share = inUnit(part, whole.unit).value / whole.value
  if (!(share > 0 && share <= MOST)) {
    throw new Error(
      `ShareArea: the part is ${(share * 100).toFixed(1)}% of the whole; it draws more than 0 and up to a third.`,
    )
  }
  if (stated.unit !== 'percent' || Math.abs(stated.value - share * 100) > MOST_OFF) {
    throw new Error(
      `ShareArea: the part is ${(share * 100).toFixed(1)}% of the whole and its share says ${formatFigure(stated)}; `
      + 'name the figure of this share, in percent.',
    )
  }
  return share * width
}
