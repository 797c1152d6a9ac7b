/** The axis of an estimate: its ends, and whether it is logarithmic between them. */
interface Axis {
  min: number
  max: number
  log: boolean
}

/** Number of steps of the histogram from `min` to `max`. */
export const ESTIMATE_BINS = 24

/** Quartiles are shown for at least so many people: among fewer, a quartile would be one person's own answer. */
export const MIN_FOR_QUARTILES = 4

/** The place of a value on the poll's axis: 0 at `min`, 1 at `max`. */
export function placeOf({ min, max, log }: Axis, value: number): number {
  return log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
}

/** The value at a place from 0 to 1; the inverse of `placeOf`. */
export function valueAt({ min, max, log }: Axis, place: number): number {
  return log ? min * (max / min) ** place : min + (max - min) * place
}
