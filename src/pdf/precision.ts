/** How far, in points, what is drawn may come to lie from where it was by writing its place in fewer digits. */
export const PLACE = 0.008
/** And a glyph, by not being told its place for itself: both together make less than a 50th of a point. */
export const DRIFT = 0.01
/** Digits beyond which a number would be written with an exponent, which no content has. */
const MOST = 6

/**
 * How many digits after the point say where something is.
 *
 * @param scale points that a unit is long
 */
export function digitsOfPlace(scale: number): number {
  return digits(scale, PLACE)
}

/** How many digits after the point say how far the pen steps. */
export function digitsOfStep(scale: number): number {
  return digits(scale, DRIFT)
}

/** The last digit is right to half of it. */
function digits(scale: number, error: number): number {
  return Math.min(Math.max(0, Math.ceil(Math.log10(scale / 2 / error))), MOST)
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
