import type { SelectedSeries } from './selectedSeries.ts'
import { scaleLinear, scaleLog } from 'd3-scale'
import { formatTick } from './format.ts'

export interface Axis {
  /** Share of the axis at which a value stands: 0 at its start, 1 at its end. */
  shareOf: (value: number) => number
  ticks: { at: number, label: string }[]
  /** Where the scale starts, if not at zero: `$1M`. */
  startsAt: string | undefined
}

export interface AxisOptions {
  log: boolean
  /**
   * Whether a linear axis must include zero. If not, it still does where that takes less than half of it: one that
   * starts elsewhere makes small differences look large.
   */
  zero: boolean
}

const TICKS = 4

/** Every number that a chart draws, both ends of ranges included. */
export function valuesOf({ points, order }: SelectedSeries): number[] {
  return points.flatMap(point => order.flatMap((measure) => {
    const range = point.values[measure]
    return range ? [range.low, range.high] : []
  }))
}

/**
 * The axis of a chart, with ticks at powers of ten if logarithmic, else at round numbers.
 *
 * @throws {Error} where a logarithmic axis would have to include zero or less
 */
export function axisOf(series: SelectedSeries, { log, zero }: AxisOptions): Axis {
  const values = valuesOf(series)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (log && least <= 0) {
    throw new Error(
      `Series ${series.id} has a value of zero or less, which no logarithmic axis holds; draw it without log.`,
    )
  }
  return log
    ? decades(series, least, most)
    : linear(series, zero || least < most / 2 ? [Math.min(0, least), Math.max(0, most)] : [least, most])
}

function decades({ unit }: SelectedSeries, least: number, most: number): Axis {
  // Nothing may lie beyond the last tick, and a scale needs two of them.
  const first = Math.floor(Math.log10(least))
  const powers = powersOfTen(first, Math.max(first + 1, Math.ceil(Math.log10(most))))
  const scale = scaleLog([powers[0] ?? least, powers.at(-1) ?? most], [0, 1])
  return {
    shareOf: value => scale(value),
    startsAt: undefined,
    ticks: powers.map(power => ({ at: scale(power), label: formatTick(power, unit) })),
  }
}

function powersOfTen(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => 10 ** (first + i))
}

function linear({ unit }: SelectedSeries, extent: [number, number]): Axis {
  const scale = scaleLinear(extent, [0, 1]).nice(TICKS)
  const [start = 0] = scale.domain()
  return {
    shareOf: value => scale(value),
    startsAt: start > 0 ? formatTick(start, unit) : undefined,
    ticks: scale.ticks(TICKS).map(tick => ({ at: scale(tick), label: formatTick(tick, unit) })),
  }
}
