/** The axis of an estimate: its ends, and whether it is logarithmic between them. */
interface Axis {
  min: number
  max: number
  log: boolean
}

/** Steps of the histogram from `min` to `max`. */
export const ESTIMATE_BINS = 24

/** People from whom on quartiles are shown: of fewer, a quartile would be one person's own answer. */
export const LEAST_FOR_HALVES = 4

/** Where a value lies between `min` and `max`, 0 to 1 on the poll's own axis. */
export function placeOf({ min, max, log }: Axis, value: number): number {
  return log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
}

/** The value at a place, 0 to 1: the inverse of `placeOf`. */
export function valueAt({ min, max, log }: Axis, place: number): number {
  return log ? min * (max / min) ** place : min + (max - min) * place
}
