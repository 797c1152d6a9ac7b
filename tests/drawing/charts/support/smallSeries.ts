import type { Bound, PointSeries, SeriesPoint, Span, Status } from '../../../../src/content/evidenceSchema.ts'
import type { Drawing, TextLine } from '../../../../src/drawing/charts/drawing.ts'

type Datum = number | [low: number, high: number]

export interface SmallPoint {
  label?: string
  detail?: string
  date?: string
  status?: Status
  /** Printed in place of the status. */
  word?: string
  emphasis?: boolean
  value?: Datum
  bound?: Bound
  values?: Record<string, Datum>
}

function spanOf(datum: Datum, bound: Bound | undefined): Span {
  const [low, high] = typeof datum === 'number' ? [datum, datum] : datum
  return { low, high, ...bound && { bound } }
}

/** A series as the ledger holds it, of the points that a test is about, which keep their order unless it says so. */
export function seriesOf(
  points: SmallPoint[],
  more: Partial<Pick<PointSeries, 'unit' | 'of' | 'measures' | 'subject' | 'event' | 'status' | 'givenOrder'>> = {},
): PointSeries {
  const { unit = 'count', measures = { value: 'A number' }, status: known = 'reported' } = more
  return {
    kind: 'points',
    title: 'A title',
    message: 'A message.',
    sources: ['paper'],
    asOf: '2026-11',
    unit,
    ...more,
    measures,
    status: known,
    givenOrder: 'givenOrder' in more ? more.givenOrder : 'As written.',
    points: points.map(
      (
        { label, value, values, status = known, bound, emphasis = false, ...rest },
        i,
      ): SeriesPoint => ({
        label: label ?? `Point ${i}`,
        status,
        emphasis,
        values: Object.fromEntries(
          Object.entries(values ?? (status === 'unknown' ? {} : { value: value ?? 0 }))
            .map(([id, datum]) => [id, spanOf(datum, bound)]),
        ),
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
