import type { Span, Status } from '../content/evidenceSchema.ts'
import type { AxisMark } from './moneyAxis.ts'
import { scaleLog } from 'd3-scale'
import { formatRoundDollars } from './moneyAxis.ts'
import { textWidth } from './textMetrics.ts'

export interface Amount {
  label: string
  /** The amount, where it is to stand beside the label. */
  text?: string
  span: Span
  status: Status
}

export interface BillMark extends AxisMark {
  label: string
  text: string
  status: Status
  /** On which side of the mark its label stands. */
  side: 'left' | 'right'
  row: number
}

export interface BillChart {
  ticks: { at: number, label: string }[]
  headlineAt: number
  bills: BillMark[]
  peers: BillMark[]
}

/** Dollars from end to end; nothing that the sliders can say lies above it, and what lies below stands at its edge. */
export const AXIS = [1e5, 1e10] as const
/** A point is drawn this wide, in per cent, to be seen from the back of a hall. */
const POINT = 1.4
/** Pixels, as in CostModelChart.vue on a slide: a label's type, its padding at both ends, the chart. */
const LABEL = { size: 18, padding: 14, chart: 864 } as const

/**
 * Lays bills and models beside them out on one logarithmic dollar axis, labels clear of each other. All in per cent of
 * its width.
 */
export function layOutBills(bills: Amount[], peers: Amount[], headline: number): BillChart {
  const x = scaleLog(AXIS, [0, 100]).clamp(true)
  const headlineAt = x(headline)
  const taken: [row: number, from: number, to: number][] = []

  const mark = ({ label, text = '', span, status }: Amount) => {
    const [from, to] = [x(span.low), x(span.high)]
    const width = Math.max(to - from, POINT)
    return { label, text, status, left: Math.min(Math.max((from + to - width) / 2, 0), 100 - width), width }
  }
  const freeRow = (from: number, to: number) => {
    let row = 0
    while (taken.some(([other, start, end]) => other === row && from < end && to > start))
      row++
    taken.push([row, from, to])
    return row
  }
  const lengthOf = ({ label, text }: { label: string, text: string }) =>
    ((textWidth(`${label} ${text}`, LABEL.size) + LABEL.padding) / LABEL.chart) * 100
  /** Right of the mark, unless the label would leave the chart there or cross the headline's line. */
  const sideOf = ({ left, width }: AxisMark, length: number) => {
    const end = left + width
    const crosses = end < headlineAt && end + length > headlineAt
    return left > length && (crosses || end + length > 100) ? 'left' : 'right'
  }
  return {
    headlineAt,
    ticks: Array.from({ length: Math.log10(AXIS[1] / AXIS[0]) + 1 }, (_, i) => AXIS[0] * 10 ** i).map(usd => ({
      at: x(usd),
      label: formatRoundDollars(usd),
    })),
    bills: bills.map((bill, row) => {
      const drawn = mark(bill)
      return { ...drawn, row, side: sideOf(drawn, lengthOf(drawn)) }
    }),
    peers: peers
      .toSorted((a, b) => a.span.low - b.span.low)
      .map((peer) => {
        const drawn = mark(peer)
        const length = lengthOf(drawn)
        const side = sideOf(drawn, length)
        const row
          = side === 'left'
            ? freeRow(drawn.left - length, drawn.left + drawn.width)
            : freeRow(drawn.left, drawn.left + drawn.width + length)
        return { ...drawn, side, row }
      }),
  }
}
