import type { Claim, Figure, Ledger, PointSeries, Series, Source, Span, Unit, WrittenSeries } from './evidenceSchema.ts'
import { basename, join } from 'node:path'
import { claimsFile, seriesFile, sourcesFile } from './evidenceSchema.ts'
import { inUnit } from './figures.ts'
import { leastKnown } from './statuses.ts'
import { ContentError, lineOfEntry, readYaml } from './yamlFile.ts'

const CLAIMS = 'evidence/claims.yaml'
const SERIES = 'evidence/series.yaml'
const SOURCES = 'evidence/sources.yaml'

const MEND = 'mend the id or add the entry'

/** Path of keys to an entry. */
type Keys = readonly (string | number)[]

/** A fault in how entries refer to each other, though each of them is valid. */
class EntryFault extends Error {
  file: string
  keys: Keys

  constructor(file: string, keys: Keys, message: string) {
    super(message)
    this.file = file
    this.keys = keys
  }
}

type Written = Extract<WrittenSeries, { kind: 'points' }>

/**
 * Reads and cross-checks the evidence ledger.
 *
 * @param folder path of `evidence/`
 * @throws {ContentError} naming file, line, entry and field of the first fault
 */
export function readLedger(folder: string): Ledger {
  const sources = readYaml(join(folder, 'sources.yaml'), sourcesFile, SOURCES)
  const claims = readYaml(join(folder, 'claims.yaml'), claimsFile, CLAIMS)
  const written = readYaml(join(folder, 'series.yaml'), seriesFile, SERIES)
  try {
    const figures = figuresOf(claims, sources)
    checkCaveats(claims, figures, sources)
    const series = Object.fromEntries(
      Object.entries(written).map(([id, entry]) => [id, resolveSeries(id, entry, figures, sources)]),
    )
    return { claims, sources, figures, series }
  }
  catch (error) {
    if (!(error instanceof EntryFault))
      throw error
    const line = lineOfEntry(join(folder, basename(error.file)), error.keys)
    throw new ContentError(`${error.file}:${line}: ${error.message}`)
  }
}

function figuresOf(claims: Record<string, Claim>, sources: Record<string, Source>): Record<string, Figure> {
  const figures: Record<string, Figure> = {}
  for (const [id, entry] of Object.entries(claims)) {
    checkSources(CLAIMS, [id, 'sources'], `${id}, sources`, entry.sources, sources)
    for (const [figureId, figure] of Object.entries(entry.figures)) {
      if (Object.hasOwn(figures, figureId)) {
        fail(
          CLAIMS,
          [id, 'figures', figureId],
          `${id}, figures, ${figureId}`,
          'the id is taken by a figure of another claim; take another',
        )
      }
      checkSources(CLAIMS, [id, 'figures', figureId, 'sources'], `${id}, figures, ${figureId}`, figure.sources, sources)
      figures[figureId] = figure
    }
  }
  return figures
}

function checkCaveats(
  claims: Record<string, Claim>,
  figures: Record<string, Figure>,
  sources: Record<string, Source>,
): void {
  for (const [id, { caveat }] of Object.entries(claims)) {
    if (!caveat)
      continue
    if (!Object.hasOwn(figures, caveat.headline)) {
      fail(
        CLAIMS,
        [id, 'caveat', 'headline'],
        `${id}, caveat, headline`,
        `figure "${caveat.headline}" is in no claim; ${MEND}`,
      )
    }
    for (const [i, { label, figure: figureId, sources: ids }] of caveat.layers.entries()) {
      const keys = [id, 'caveat', 'layers', i]
      checkSources(CLAIMS, [...keys, 'sources'], `${id}, caveat, "${label}"`, ids, sources)
      if (figureId && !Object.hasOwn(figures, figureId))
        fail(CLAIMS, [...keys, 'figure'], `${id}, caveat, "${label}"`, `figure "${figureId}" is in no claim; ${MEND}`)
    }
  }
}

function resolveSeries(
  id: string,
  series: WrittenSeries,
  figures: Record<string, Figure>,
  sources: Record<string, Source>,
): Series {
  checkSources(SERIES, [id, 'sources'], `${id}, sources`, series.sources, sources)
  if (series.kind === 'events') {
    series.events.forEach((event, i) =>
      checkSources(SERIES, [id, 'events', i, 'sources'], `${id}, "${event.label}"`, event.sources, sources),
    )
    return series
  }
  return resolvePoints(id, series, figures)
}

/** Replaces the ids of figures in a series by their values, in the unit of the series. */
function resolvePoints(id: string, series: Written, figures: Record<string, Figure>): PointSeries {
  const measures = series.measures ?? { value: series.title }
  const noMeasure = series.subject?.find(measure => !Object.hasOwn(measures, measure))
  if (noMeasure)
    fail(SERIES, [id, 'subject'], `${id}, subject`, `"${noMeasure}" is none of the measures; name one of them`)
  return {
    ...series,
    measures,
    points: series.points.map(({ value, values, status, bound, emphasis = false, ...point }, i) => {
      const where = { keys: [id, 'points', i], words: `${id}, "${point.label}"` }
      const written = values ?? (value === undefined ? {} : { value })
      const unknown = Object.keys(written).find(key => !Object.hasOwn(measures, key))
      if (unknown) {
        fail(
          SERIES,
          where.keys,
          where.words,
          `"${unknown}" is none of the measures ${Object.keys(measures).join(', ')}; name one of them`,
        )
      }
      const known = Object.values(written).flatMap(item =>
        typeof item === 'string' ? (figures[item]?.status ?? []) : series.status,
      )
      const spans = Object.entries(written).map(([measure, datum]) => {
        const span = resolveDatum(where, datum, series.unit, figures)
        return [measure, bound ? { ...span, bound } : span]
      })
      return { ...point, emphasis, status: status ?? leastKnown(known), values: Object.fromEntries(spans) }
    }),
  }
}

function resolveDatum(
  { keys, words }: { keys: Keys, words: string },
  datum: number | [number, number] | string,
  unit: Unit,
  figures: Record<string, Figure>,
): Span {
  if (typeof datum === 'number')
    return { low: datum, high: datum }
  if (typeof datum !== 'string')
    return { low: datum[0], high: datum[1] }
  const figure = Object.hasOwn(figures, datum) ? figures[datum] : undefined
  if (!figure)
    return fail(SERIES, keys, words, `figure "${datum}" is in no claim; ${MEND}`)
  try {
    const { value, high = value, bound } = figure.unit === unit ? figure : inUnit(figure, unit)
    return { low: value, high, ...(bound && { bound }) }
  }
  catch {
    const fault = `figure "${datum}" is in ${figure.unit}, which cannot be shown as ${unit}`
    return fail(SERIES, keys, words, `${fault}; name another figure or unit`)
  }
}

function checkSources(file: string, keys: Keys, where: string, ids: string[], sources: Record<string, Source>): void {
  const unknown = ids.find(id => !Object.hasOwn(sources, id))
  if (unknown)
    fail(file, keys, where, `source "${unknown}" is not in ${SOURCES}; ${MEND}`)
}

function fail(file: string, keys: Keys, where: string, what: string): never {
  throw new EntryFault(file, keys, `${where}: ${what}.`)
}
