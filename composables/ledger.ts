import type { Claim, Figure, Ledger, PointSeries, Series, Source, Span, Unit, WrittenSeries } from './evidenceSchema.ts'
import { join } from 'node:path'
import { claimsFile, seriesFile, sourcesFile } from './evidenceSchema.ts'
import { inUnit } from './figures.ts'
import { leastKnown } from './statuses.ts'
import { ContentError, readYaml } from './yamlFile.ts'

const CLAIMS = 'evidence/claims.yaml'
const SERIES = 'evidence/series.yaml'
const SOURCES = 'evidence/sources.yaml'

type Written = Extract<WrittenSeries, { kind: 'points' }>

/**
 * Reads and cross-checks the evidence ledger.
 *
 * @param folder path of `evidence/`
 * @throws {ContentError} naming file, entry and field of the first fault
 */
export function readLedger(folder: string): Ledger {
  const sources = readYaml(join(folder, 'sources.yaml'), sourcesFile, SOURCES)
  const claims = readYaml(join(folder, 'claims.yaml'), claimsFile, CLAIMS)
  const written = readYaml(join(folder, 'series.yaml'), seriesFile, SERIES)
  const figures = figuresOf(claims, sources)
  checkCaveats(claims, figures, sources)
  const series = Object.fromEntries(Object.entries(written).map(([id, it]) => [id, resolveSeries(id, it, figures, sources)]))
  return { claims, sources, figures, series }
}

function figuresOf(claims: Record<string, Claim>, sources: Record<string, Source>): Record<string, Figure> {
  const figures: Record<string, Figure> = {}
  for (const [id, entry] of Object.entries(claims)) {
    checkSources(CLAIMS, `${id}, sources`, entry.sources, sources)
    for (const [figureId, it] of Object.entries(entry.figures)) {
      if (Object.hasOwn(figures, figureId))
        fail(CLAIMS, `${id}, figures, ${figureId}`, 'the id is taken by a figure of another claim')
      checkSources(CLAIMS, `${id}, figures, ${figureId}`, it.sources, sources)
      figures[figureId] = it
    }
  }
  return figures
}

function checkCaveats(claims: Record<string, Claim>, figures: Record<string, Figure>, sources: Record<string, Source>): void {
  for (const [id, { caveat }] of Object.entries(claims)) {
    if (!caveat)
      continue
    if (!Object.hasOwn(figures, caveat.headline))
      fail(CLAIMS, `${id}, caveat, headline`, `figure "${caveat.headline}" is in no claim`)
    for (const { label, figure: figureId, sources: ids } of caveat.layers) {
      checkSources(CLAIMS, `${id}, caveat, "${label}"`, ids, sources)
      if (figureId && !Object.hasOwn(figures, figureId))
        fail(CLAIMS, `${id}, caveat, "${label}"`, `figure "${figureId}" is in no claim`)
    }
  }
}

function resolveSeries(id: string, series: WrittenSeries, figures: Record<string, Figure>, sources: Record<string, Source>): Series {
  checkSources(SERIES, `${id}, sources`, series.sources, sources)
  if (series.kind === 'events') {
    series.events.forEach(it => checkSources(SERIES, `${id}, "${it.label}"`, it.sources, sources))
    return series
  }
  return resolvePoints(id, series, figures)
}

/** Looks up the figures that a chart refers to, in the unit of the chart. */
function resolvePoints(id: string, series: Written, figures: Record<string, Figure>): PointSeries {
  const measures = series.measures ?? { value: series.title }
  return {
    ...series,
    measures,
    points: series.points.map(({ value, values = { value: value ?? 0 }, status, emphasis = false, ...point }) => {
      const where = `${id}, "${point.label}"`
      const unknown = Object.keys(values).find(it => !Object.hasOwn(measures, it))
      if (unknown)
        fail(SERIES, where, `"${unknown}" is none of the measures ${Object.keys(measures).join(', ')}`)
      const known = Object.values(values).flatMap(it => typeof it === 'string' ? figures[it]?.status ?? [] : series.status)
      const spans = Object.entries(values).map(([measure, it]) => [measure, spanOf(where, it, series.unit, figures)])
      return { ...point, emphasis, status: status ?? leastKnown(known), values: Object.fromEntries(spans) }
    }),
  }
}

function spanOf(where: string, datum: number | [number, number] | string, unit: Unit, figures: Record<string, Figure>): Span {
  if (typeof datum === 'number')
    return { low: datum, high: datum }
  if (typeof datum !== 'string')
    return { low: datum[0], high: datum[1] }
  const figure = Object.hasOwn(figures, datum) ? figures[datum] : undefined
  if (!figure)
    return fail(SERIES, where, `figure "${datum}" is in no claim`)
  try {
    const { value, high = value } = figure.unit === unit ? figure : inUnit(figure, unit)
    return { low: value, high }
  }
  catch {
    return fail(SERIES, where, `figure "${datum}" is in ${figure.unit}, which cannot be shown as ${unit}`)
  }
}

function checkSources(file: string, where: string, ids: string[], sources: Record<string, Source>): void {
  const unknown = ids.find(id => !Object.hasOwn(sources, id))
  if (unknown)
    fail(file, where, `source "${unknown}" is not in ${SOURCES}`)
}

function fail(file: string, where: string, what: string): never {
  throw new ContentError(`${file}: ${where}: ${what}.`)
}
