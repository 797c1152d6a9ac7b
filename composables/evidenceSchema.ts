import { join } from 'node:path'
import { z } from 'zod'
import { ContentError, readYaml } from './yamlFile.ts'

/**
 * The one schema of `evidence/`. It runs on the node side only (content check, Vite plugin, tests); the deck in the
 * browser gets data that is already valid, see `composables/evidence.ts`.
 */

export const LENS_IDS = ['technical', 'economic', 'domestic', 'international'] as const
export const VERDICTS = ['supported', 'partly', 'contested', 'opinion', 'inaccurate'] as const
export const STATUSES = ['reported', 'estimated', 'disputed', 'unknown'] as const
export const UNITS = ['usd', 'usd-million', 'usd-billion', 'usd-trillion', 'percent', 'percent-change', 'count', 'thousand', 'million', 'billion', 'trillion', 'months', 'ratio'] as const

const text = z.string({ error: 'must be a sentence' }).trim().min(1, 'must not be empty')
const slug = z.string().regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')
/** A day, month or year. */
export const AS_OF = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/
const asOf = z.string().regex(AS_OF, 'must be a quoted date such as "2026-11" or "2025-01-27"')
const sourceIds = z.array(slug)

const figure = z.strictObject({
  /** What the number counts, for a screen reader and for tables. */
  label: text,
  value: z.number({ error: 'must be a number' }),
  /** Upper end where the source gives a range; `value` is then the lower end. */
  high: z.number().optional(),
  unit: z.enum(UNITS, { error: `must be one of ${UNITS.join(', ')}` }),
  status: z.enum(STATUSES, { error: `must be one of ${STATUSES.join(', ')}` }),
  sources: sourceIds.min(1, 'a figure needs a source id'),
  asOf,
}).refine(it => it.high === undefined || it.high > it.value, { path: ['high'], message: 'must be above value, the lower end of the range' })

const layer = z.strictObject({
  label: text,
  status: z.enum(STATUSES, { error: `must be one of ${STATUSES.join(', ')}` }),
  /** Id of the figure that bounds this layer; leave out where no amount is known. */
  figure: slug.optional(),
  note: text,
  sources: sourceIds.min(1, 'a layer needs a source id'),
})

const caveat = z.strictObject({
  /** Id of the exact figure behind the headline. */
  headline: slug,
  /** What the headline number is, in one line. */
  basis: text,
  layers: z.array(layer).min(1, 'needs at least one layer'),
  /** The honest sentence that ends the reveal. */
  honest: text,
})

const claim = z.strictObject({
  lens: z.enum([...LENS_IDS, 'framing'], { error: `must be one of ${LENS_IDS.join(', ')}, framing` }),
  claim: text,
  verdict: z.enum(VERDICTS, { error: `must be one of ${VERDICTS.join(', ')}` }),
  evidence: z.array(text).min(1, 'needs at least one sentence'),
  figures: z.record(slug, figure).default({}),
  caveat: caveat.optional(),
  sources: sourceIds,
  asOf,
}).refine(it => it.verdict === 'opinion' || it.sources.length > 0, { path: ['sources'], message: 'a claim that is not an opinion needs a source id' })

const source = z.strictObject({
  title: text,
  publisher: text,
  date: text,
  /** Left out where the address was not verified. */
  url: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  kind: text,
  /** Whether the source itself was read, as against a report of it. */
  read: z.boolean(),
})

const claimsFile = z.record(z.string().regex(/^[A-Z]\d{2}$/, 'a claim id is a letter and two digits, such as T07'), claim)
const sourcesFile = z.record(slug, source)

export type LensId = typeof LENS_IDS[number]
export type VerdictWord = typeof VERDICTS[number]
export type Status = typeof STATUSES[number]
export type Unit = typeof UNITS[number]
export type Figure = z.infer<typeof figure>
export type Caveat = z.infer<typeof caveat>
export type Claim = z.infer<typeof claim>
export type Source = z.infer<typeof source>
export interface Ledger {
  claims: Record<string, Claim>
  sources: Record<string, Source>
  /** All figures of all claims by their id, which is unique over the ledger. */
  figures: Record<string, Figure>
}

/**
 * Reads and cross-checks the evidence ledger.
 *
 * @param folder path of `evidence/`
 * @throws {ContentError} naming file, entry and field of the first fault
 */
export function readLedger(folder: string): Ledger {
  const sources = readYaml(join(folder, 'sources.yaml'), sourcesFile)
  const claims = readYaml(join(folder, 'claims.yaml'), claimsFile)
  const figures: Record<string, Figure> = {}

  const fail = (claimId: string, field: string, what: string): never => {
    throw new ContentError(`claims.yaml: ${claimId}, ${field}: ${what}.`)
  }
  const checkSources = (claimId: string, field: string, ids: string[]) => {
    const unknown = ids.find(id => !Object.hasOwn(sources, id))
    if (unknown)
      fail(claimId, field, `source "${unknown}" is not in sources.yaml`)
  }

  for (const [id, entry] of Object.entries(claims)) {
    checkSources(id, 'sources', entry.sources)
    for (const [figureId, it] of Object.entries(entry.figures)) {
      if (Object.hasOwn(figures, figureId))
        fail(id, `figures, ${figureId}`, 'the id is taken by a figure of another claim')
      checkSources(id, `figures, ${figureId}`, it.sources)
      figures[figureId] = it
    }
  }
  for (const [id, { caveat: it }] of Object.entries(claims)) {
    if (!it)
      continue
    if (!Object.hasOwn(figures, it.headline))
      fail(id, 'caveat, headline', `figure "${it.headline}" is in no claim`)
    for (const { label, figure: figureId, sources: ids } of it.layers) {
      checkSources(id, `caveat, "${label}"`, ids)
      if (figureId && !Object.hasOwn(figures, figureId))
        fail(id, `caveat, "${label}"`, `figure "${figureId}" is in no claim`)
    }
  }
  return { claims, sources, figures }
}
