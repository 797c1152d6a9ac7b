import type { Figure } from '../content/evidenceSchema.ts'
import type { Box } from './textMetrics.ts'

interface Size { width: number, height: number }
type Rate = Pick<Figure, 'value' | 'unit'>

export interface NarrowingPicture {
  width: number
  height: number
  /** The pipe as it was, up to the cut. */
  wide: Box
  /** What is left of it behind the cut, on the same middle line. */
  narrow: Box
  /** What was cut away above and below. */
  cut: [above: Box, below: Box]
}

/** Where the cut is, as a share of the width. */
const CUT_AT = 0.48
/** px; a pipe is at least this thick, or its number would not fit into it. */
const LEAST = 56

/**
 * A pipe that is cut to a lower rate half way, both parts as thick as their rates.
 *
 * @param before the rate up to the cut
 * @param after the rate behind it
 * @param size of the picture, px; the wider part fills its height
 * @throws {Error} where the rates are in two units, the second is not lower, or it is too thin for its number
 */
export function layOutNarrowing(before: Rate, after: Rate, size: Size): NarrowingPicture {
  const { width, height } = size
  if (before.unit !== after.unit || after.value >= before.value || after.value <= 0) {
    throw new Error(
      `Narrowing: ${after.value} ${after.unit} is no cut from ${before.value} ${before.unit}; name a lower rate in the `
      + 'same unit.',
    )
  }
  const left = height * after.value / before.value
  if (left < LEAST)
    throw new Error(`Narrowing: what is left would be ${left.toFixed(0)} px thick; give the picture more height.`)
  const x = width * CUT_AT
  const away = (height - left) / 2
  return {
    width,
    height,
    wide: { x: 0, y: 0, width: x, height },
    narrow: { x, y: away, width: width - x, height: left },
    cut: [
      { x, y: 0, width: width - x, height: away },
      { x, y: height - away, width: width - x, height: away },
    ],
  }
}
