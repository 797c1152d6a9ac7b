import type { SelectedSeries } from './selectedSeries.ts'
import { scaleLinear, scaleLog } from 'd3-scale'
import { formatTick } from './format.ts'

export interface Axis {
  /** Share of the axis at which a value stands: 0 at its start, 1 at its end. */
  shareOf: (value: number) => number
  ticks: { at: number, label: string }[]
}

export interface AxisOptions {
  log: boolean
  /** Whether a linear axis must include zero: bars, whose length is the value, need it; dots do not. */
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
    : linear(series, zero ? [Math.min(0, least), Math.max(0, most)] : [least, most])
}

function decades({ unit }: SelectedSeries, least: number, most: number): Axis {
  const within = powersOfTen(Math.ceil(Math.log10(least)), Math.floor(Math.log10(most)))
  const around = powersOfTen(Math.floor(Math.log10(least)), Math.ceil(Math.log10(most)))
  // Two powers of ten among the values are enough ticks, and the values then fill the whole axis.
  const powers = within.length >= 2 ? within : around
  const scale = scaleLog([Math.min(least, powers[0] ?? least), Math.max(most, powers.at(-1) ?? most)], [0, 1])
  return {
    shareOf: value => scale(value),
    ticks: powers.map(power => ({ at: scale(power), label: formatTick(power, unit) })),
  }
}

function powersOfTen(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => 10 ** (first + i))
}

function linear({ unit }: SelectedSeries, extent: [number, number]): Axis {
  const scale = scaleLinear(extent, [0, 1]).nice(TICKS)
  return {
    shareOf: value => scale(value),
    ticks: scale.ticks(TICKS).map(tick => ({ at: scale(tick), label: formatTick(tick, unit) })),
  }
}
