import type { PointSeries, SeriesPoint, Span, Status, Unit } from '../../../../src/content/evidenceSchema.ts'
import type { Drawing, TextLine } from '../../../../src/drawing/charts/drawing.ts'

type Datum = number | [low: number, high: number]

export interface SmallPoint {
  label?: string
  detail?: string
  date?: string
  status?: Status
  emphasis?: boolean
  value?: Datum
  values?: Record<string, Datum>
}

function spanOf(datum: Datum): Span {
  return typeof datum === 'number' ? { low: datum, high: datum } : { low: datum[0], high: datum[1] }
}

/** A series as the ledger holds it, of the points that a test is about. */
export function seriesOf(
  points: SmallPoint[],
  more: { unit?: Unit, of?: string, measures?: Record<string, string> } = {},
): PointSeries {
  const { unit = 'count', of, measures = { value: 'A number' } } = more
  return {
    kind: 'points',
    title: 'A title',
    message: 'A message.',
    sources: ['paper'],
    asOf: '2026-11',
    unit,
    of,
    measures,
    points: points.map(
      (
        { label, value, values = { value: value ?? 0 }, status = 'reported', emphasis = false, ...rest },
        i,
      ): SeriesPoint => ({
        label: label ?? `Point ${i}`,
        status,
        emphasis,
        values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, spanOf(value)])),
        ...rest,
      }),
    ),
  }
}

export function textOf(texts: TextLine): string {
  return texts.runs.map(run => run.text).join('')
}

/** The one line of text that begins like this. */
export function textStarting({ texts }: Drawing, start: string): TextLine {
  const found = texts.filter(text => textOf(text).startsWith(start))
  if (found.length !== 1 || !found[0])
    throw new Error(`${found.length} lines begin with "${start}": ${texts.map(textOf).join(' | ')}`)
  return found[0]
}
