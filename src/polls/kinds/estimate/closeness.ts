import { formatPer100 } from '../../amounts.ts'
import { RESULTS } from '../../laterWords.ts'

/** So near an estimate counts as close, in per cent. */
const CLOSE = 10

/**
 * How close an estimate came, in a few words: `Close: within 10%`, `3 times too high`, `40% too low`.
 *
 * @param value the estimate
 * @param reference low and high end of the record, in the same unit
 * @param isShare whether the unit is itself per cent: then the difference is said in points
 */
export function closenessOf(value: number, [low, high]: [number, number], isShare: boolean): string {
  if (value >= low && value <= high)
    return RESULTS.onRecord
  const nearest = value < low ? low : high
  const isHigh = value > high
  if (isShare || nearest <= 0 || value <= 0)
    return RESULTS.off(Number(Math.abs(value - nearest).toPrecision(2)), isShare, isHigh)
  const factor = Math.max(value / nearest, nearest / value)
  if (Math.abs(value / nearest - 1) <= CLOSE / 100)
    return RESULTS.within(formatPer100(CLOSE))
  return factor < 2
    ? RESULTS.percentOff(formatPer100(Math.round(Math.abs(value / nearest - 1) * 100)), isHigh)
    : RESULTS.timesOff(Number(factor.toPrecision(factor < 10 ? 1 : 2)), isHigh)
}
