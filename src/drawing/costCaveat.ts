import type { Caveat, Figure, Status } from '../content/evidenceSchema.ts'
import { scaleLog } from 'd3-scale'
import { dollarsOf, formatFigure } from '../content/figures.ts'

/** A mark on the axis, in per cent of its width. */
export interface AxisMark {
  left: number
  width: number
}

export interface CaveatRow {
  label: string
  status: Status
  note: string
  /** The amount as text, where one is known. */
  amount: string | undefined
  /** Where the amount lies on the axis; undefined where none is known. */
  mark: AxisMark | undefined
}

export interface CaveatFigure {
  headline: string
  /** Per cent of the axis at which the headline number stands. */
  headlineAt: number
  ticks: { at: number, label: string }[]
  rows: CaveatRow[]
}

/** A point is drawn this wide, so that it can be seen from the back of a hall. */
const POINT_PERCENT = 3

/**
 * Lays a cost caveat out on one logarithmic dollar axis that holds the headline number and every known layer.
 *
 * @param caveat from the ledger
 * @param figureOf looks a figure up by its id
 */
export function layOutCaveat(caveat: Caveat, figureOf: (id: string) => Figure): CaveatFigure {
  const headline = figureOf(caveat.headline)
  const [headlineUsd] = dollarsOf(headline)
  const figures = caveat.layers.map(layer => layer.figure === undefined ? undefined : figureOf(layer.figure))
  const amounts = figures.flatMap(figure => figure ? dollarsOf(figure) : []).concat(headlineUsd)
  const low = 10 ** Math.floor(Math.log10(Math.min(...amounts)))
  const high = 10 ** Math.ceil(Math.log10(Math.max(...amounts) * 1.001))
  const x = scaleLog([low, high], [0, 100])
  const decades = Math.round(Math.log10(high / low))

  return {
    headline: formatFigure(headline),
    headlineAt: x(headlineUsd),
    ticks: Array.from({ length: decades + 1 }, (_, i) => low * 10 ** i).map(usd => ({
      at: x(usd),
      label: formatRoundDollars(usd),
    })),
    rows: caveat.layers.map(({ label, status, note }, i) => {
      const figure = figures[i]
      return { label, status, note, amount: figure && formatFigure(figure), mark: figure && markOf(figure, x) }
    }),
  }
}

function markOf(figure: Figure, x: (usd: number) => number): AxisMark {
  const [from, to] = dollarsOf(figure).map(x) as [number, number]
  const width = Math.max(to - from, POINT_PERCENT)
  return { left: (from + to - width) / 2, width }
}

/** `$100K`, `$1M`, `$10bn`: the round numbers of an axis. */
export function formatRoundDollars(usd: number): string {
  const units = [[1e12, 'tn'], [1e9, 'bn'], [1e6, 'M'], [1e3, 'K']] as const
  const [size, name] = units.find(([least]) => usd >= least) ?? [1, '']
  return `$${usd / size}${name}`
}
