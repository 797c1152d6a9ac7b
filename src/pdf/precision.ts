/** How far, in points, rounding a coordinate may shift what is drawn. */
export const MAX_COORD_ERROR_PT = 0.008
/** How far, in points, a glyph may drift before it is placed anew: both together are less than a 50th of a point. */
export const MAX_GLYPH_DRIFT_PT = 0.01
/** With more digits a small number would be printed with an exponent, which PDF does not know (ISO 32000-1, 7.3.3). */
const MAX_DIGITS = 6
const [NOUGHT, POINT] = [48, 46]

/**
 * How many decimals a coordinate needs.
 *
 * @param scale points that a unit is long
 */
export function coordinateDigits(scale: number): number {
  return digitsFor(scale, MAX_COORD_ERROR_PT)
}

/**
 * How many decimals a step of the pen needs.
 *
 * @param scale points that a unit is long
 */
export function stepDigits(scale: number): number {
  return digitsFor(scale, MAX_GLYPH_DRIFT_PT)
}

/** Rounding is off by half of the last digit at most. */
function digitsFor(scale: number, maxError: number): number {
  return Math.min(Math.max(0, Math.ceil(Math.log10(scale / 2 / maxError))), MAX_DIGITS)
}

/** A rounded number as a content stream has it, without noughts at its end. */
export function formatRounded(value: number, digits: number): string {
  const written = value.toFixed(digits)
  let end = written.length
  if (digits > 0) {
    while (written.charCodeAt(end - 1) === NOUGHT) end--
    if (written.charCodeAt(end - 1) === POINT)
      end--
  }
  const short = written.slice(0, end)
  return short === '-0' ? '0' : short
}

export function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
