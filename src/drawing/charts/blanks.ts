import type { Blank, TextLine } from './drawing.ts'
import type { Row } from './rows.ts'
import type { SelectedSeries } from './selectedSeries.ts'
import { textWidth } from '../textMetrics.ts'
import { baseline, GAP, SMALL } from './drawing.ts'

/** px; a blank has one size everywhere, since an unknown number has none. */
const BLANK = { width: 104, height: 24 } as const

function wordsOf({ points }: SelectedSeries): string[] {
  return points.filter(point => point.status === 'unknown').map(point => point.word ?? 'unknown')
}

/** The column at the right that numbers without a value need, where no axis runs; px, 0 if all are known. */
export function blankColumn(series: SelectedSeries): number {
  const words = wordsOf(series)
  return words.length > 0
    ? Math.max(...words.map(word => textWidth(word, SMALL))) + BLANK.width + 3 * GAP
    : 0
}

/** A hatched blank at the right of each row whose number is missing, and the word for it before the blank. */
export function blanksOf(series: SelectedSeries, rows: Row[], width: number): { blanks: Blank[], texts: TextLine[] } {
  const missing = series.points.flatMap((point, i) => point.status === 'unknown' ? [{ point, row: rows[i] }] : [])
  const x = width - BLANK.width
  return {
    blanks: missing.map(({ row }) => ({ x, y: (row?.middle ?? 0) - BLANK.height / 2, ...BLANK })),
    texts: missing.map(({ point, row }) => ({
      x: x - GAP,
      y: baseline(row?.middle ?? 0, SMALL),
      anchor: 'end',
      runs: [{ text: point.word ?? 'unknown', size: SMALL, voice: 'quiet' }],
      emphasis: point.emphasis,
    })),
  }
}
