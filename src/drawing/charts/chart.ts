import type { Series } from '../../content/evidenceSchema.ts'
import type { Drawing } from './drawing.ts'
import type { ChartSize } from './rows.ts'
import type { SeriesSelection } from './selectedSeries.ts'
import { layOutBars } from './bars.ts'
import { layOutDots } from './dots.ts'
import { layOutLines } from './lines.ts'
import { selectSeries } from './selectedSeries.ts'

export type ChartKind = 'bars' | 'dots' | 'lines'

export interface ChartOptions extends SeriesSelection, Partial<ChartSize> {
  as: ChartKind
  log?: boolean | undefined
}

/** px between the margins of a slide. */
const BODY_WIDTH = 864

/**
 * Lays a series out as a chart of a given size; the same input is the same drawing everywhere.
 *
 * @throws {Error} one sentence naming the series and what it cannot be
 */
export function layOutChart(
  id: string,
  series: Series,
  { as, log = false, width = BODY_WIDTH, height, grow, ...choice }: ChartOptions,
): Drawing {
  const chosen = selectSeries(id, series, choice)
  if (as === 'bars' && log)
    throw new Error(`Series ${id} cannot be logarithmic bars, whose lengths would mean nothing; draw dots.`)
  return as === 'bars'
    ? layOutBars(chosen, { width, height, grow })
    : as === 'dots'
      ? layOutDots(chosen, { width, height, grow }, log)
      : layOutLines(chosen, { width, height }, log)
}
