import type { Figure } from '../content/evidenceSchema.ts'
import { inUnit } from '../content/figures.ts'

/** Beyond it the number no longer stands beside the part. */
const MOST = 1 / 3

type Amount = Pick<Figure, 'value' | 'unit'>

/**
 * Width of the part in a whole that is `width` wide, px.
 *
 * @throws {Error} where the two measure different things or the part is not a small one
 */
export function shareWidth(part: Amount, whole: Amount, width: number): number {
  const share = inUnit(part, whole.unit).value / whole.value
  if (!(share > 0 && share <= MOST)) {
    throw new Error(
      `ShareArea: the part is ${(share * 100).toFixed(1)}% of the whole; it draws more than 0 and up to a third.`,
    )
  }
  return share * width
}
