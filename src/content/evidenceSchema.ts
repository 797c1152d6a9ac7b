import { z } from 'zod'
import { isDate } from './calendar.ts'

/**
 * The schema of `evidence/`. It is used on the Node side only (`ledger.ts`); the browser gets data that is already
 * valid, see `browser/evidenceLookup.ts`.
 */

export const LENS_IDS = ['technical', 'economic', 'domestic', 'international'] as const
export const VERDICTS = ['supported', 'partly', 'contested', 'opinion', 'inaccurate'] as const
/**
 * Reported: published by those who counted it. Estimated: calculated or planned by somebody. Disputed: doubted by
 * others. Unknown: no number was found.
 */
const STATUSES = ['reported', 'estimated', 'disputed', 'unknown'] as const
/**
 * Primary: the record itself, such as a paper, a rule, a company's own statement. Press: a newspaper, an agency, a
 * trade journal. Analysis: somebody who studied it. Mirror: somebody else's copy or digest whose original we did not
 * find.
 */
export const SOURCE_KINDS = ['primary', 'press', 'analysis', 'mirror'] as const
/** What fits at the foot of a slide beside other sources. */
const SHORT_LENGTH = 22
/** A number of which the source says only that the true one is above or below it: "more than 60,000". */
const BOUNDS = ['above', 'below'] as const
export const UNITS = [
  'usd',
  'usd-million',
  'usd-billion',
  'usd-trillion',
  'percent',
  'percent-change',
  'count',
  'thousand',
  'million',
  'billion',
  'trillion',
  'months',
  'points',
  'gb-per-second',
  'gflop',
  'ratio',
] as const

const text = z.string({ error: 'must be a sentence' }).trim().min(1, 'must not be empty')
const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/,
    'must be lower-case letters and digits with single hyphens or underscores between them',
  )
const asOf = z.string().refine(isDate, 'must be a quoted date such as "2026-11" or "2025-01-27"')
const sourceIds = z.array(slug)

const figure = z
  .strictObject({
    /** What the number counts, for a screen reader and for tables. */
    label: text,
    value: z.number({ error: 'must be a number' }),
    /** Upper end where the source gives a range; `value` is then the lower end. */
    high: z.number().optional(),
    bound: z.enum(BOUNDS, { error: `must be one of ${BOUNDS.join(', ')}` }).optional(),
    unit: z.enum(UNITS, { error: `must be one of ${UNITS.join(', ')}` }),
    status: z.enum(STATUSES, { error: `must be one of ${STATUSES.join(', ')}` }),
    sources: sourceIds.min(1, 'a figure needs a source id'),
    asOf,
  })
  .refine(item => item.high === undefined || item.high > item.value, {
    path: ['high'],
    message: 'must be above value, the lower end of the range',
  })
  .refine(item => item.high === undefined || item.bound === undefined, {
    path: ['bound'],
    message: 'a range has two ends and no bound; leave high or bound out',
  })

const layer = z.strictObject({
  label: text,
  status: z.enum(STATUSES, { error: `must be one of ${STATUSES.join(', ')}` }),
  /** Printed before the amount: 'disputed', 'a plan'; of a layer without one 'not published'. */
  word: text,
  /** Id of the figure of this layer; leave out where no amount is known. */
  figure: slug.optional(),
  /** The figure is a round one: `≈ $1tn`. */
  about: z.boolean().optional(),
  /** A few words beside the amount in its square. */
  short: text.optional(),
  sources: sourceIds.min(1, 'a layer needs a source id'),
})

/** Rows that a receipt has room for, and words that its human line may have. */
const MOST_LAYERS = 5
const MOST_HUMAN_WORDS = 16

const caveat = z.strictObject({
  /** The headline as a clipping, with what the pen will circle in square brackets. */
  said: text.regex(/^[^[\]]*\[[^[\]]+\][^[\]]*$/, 'must have one part in [square brackets], for the pen'),
  /** Id of the exact figure behind the headline. */
  headline: slug,
  /** First line of the receipt: what the number does pay for, in a few words. */
  basis: text,
  /** Heading over the layers. */
  heading: text.default('Not in the number'),
  layers: z
    .array(layer)
    .min(1, 'needs at least one layer')
    .max(MOST_LAYERS, `has room for ${MOST_LAYERS} layers`)
    .refine(
      layers => new Set(layers.map(({ label }) => label)).size === layers.length,
      'must have a label each that no other has',
    )
    .refine(
      layers => layers.every(({ figure }, i) => figure !== undefined || layers[i - 1]?.figure === undefined),
      'must have the layers without a figure first',
    ),
  /** The honest sentence that ends the reveal. */
  honest: text,
  /** One dry line under it. */
  human: text.refine(
    line => line.split(/\s+/).length <= MOST_HUMAN_WORDS,
    `must have at most ${MOST_HUMAN_WORDS} words`,
  ),
})

const claim = z
  .strictObject({
    lens: z.enum([...LENS_IDS, 'framing'], { error: `must be one of ${LENS_IDS.join(', ')}, framing` }),
    claim: text,
    verdict: z.enum(VERDICTS, { error: `must be one of ${VERDICTS.join(', ')}` }),
    evidence: z.array(text).min(1, 'needs at least one sentence'),
    figures: z.record(slug, figure).default({}),
    caveat: caveat.optional(),
    /**
     * Its card on the claim board: a short text, and its impact on the story from 1 (small) to 3 (large), which gives
     * the row. The verdict gives the column.
     */
    board: z.strictObject({ label: text, impact: z.literal([1, 2, 3], { error: 'must be 1, 2 or 3' }) }).optional(),
    sources: sourceIds,
    asOf,
  })
  .refine(item => item.verdict === 'opinion' || item.sources.length > 0, {
    path: ['sources'],
    message: 'a claim that is not an opinion needs a source id',
  })

const address = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })

const source = z
  .strictObject({
    title: text,
    /** Who published it first. */
    publisher: text,
    date: text,
    /** Left out where the address was not verified. */
    url: address.optional(),
    /** Address of the copy in which we read it, where the original was not open to us. */
    copy: address.optional(),
    /** Its name at the foot of a slide. */
    short: text.max(SHORT_LENGTH, `must have at most ${SHORT_LENGTH} characters; it stands at the foot of slides`),
    kind: z.enum(SOURCE_KINDS, { error: `must be one of ${SOURCE_KINDS.join(', ')}` }),
    /** Whether the source itself or its `copy` was read, as against a report of it. */
    read: z.boolean(),
  })
  .refine(item => item.copy === undefined || item.read, {
    path: ['copy'],
    message: 'must be left out of a source that was not read',
  })

const date = z.string().refine(isDate, 'must be a quoted date such as "2025-01" or "2025-01-27"')

/**
 * A value of a chart: a number, `[low, high]`, or the id of a figure in claims.yaml, so that no number is written
 * twice.
 */
const datum = z.union(
  [
    z.number(),
    z.tuple([z.number(), z.number()]).refine(([low, high]) => high > low, 'the upper end must be above the lower'),
    slug,
  ],
  { error: 'must be a number, [low, high] or the id of a figure' },
)

const seriesBase = {
  title: text,
  /** The message of the picture in one sentence, also its text alternative. */
  message: text,
  sources: sourceIds.min(1, 'a series needs a source id'),
  asOf,
}

const points = z.strictObject({
  kind: z.literal('points'),
  ...seriesBase,
  unit: z.enum(UNITS, { error: `must be one of ${UNITS.join(', ')}` }),
  /** What is counted, as the title of the axis: `GPU hours`. */
  of: text.optional(),
  /** Names of the measures where each point has several values. */
  measures: z.record(slug, text).optional(),
  /** Ids of the measures that the story is about, in the lens colour; the first one where left out. */
  subject: z.array(slug).min(1, 'needs the id of a measure').optional(),
  /** Points without dates are drawn by value, unless this says why they keep the order in which they are written. */
  givenOrder: text.optional(),
  /** The event that divides points over time, drawn as a dotted line with its date. */
  event: z.strictObject({ date, label: text }).optional(),
  /** How well the numbers are known, unless a point says otherwise. */
  status: z.enum(STATUSES, { error: `must be one of ${STATUSES.join(', ')}` }),
  points: z
    .array(
      z
        .strictObject({
          label: text,
          /** A few words under the label. */
          detail: text.optional(),
          date: date.optional(),
          value: datum.optional(),
          values: z.record(slug, datum).optional(),
          /** Where the source says no more than "above" or "below" the value. A figure brings its own. */
          bound: z.enum(BOUNDS, { error: `must be one of ${BOUNDS.join(', ')}` }).optional(),
          status: z.enum(STATUSES, { error: `must be one of ${STATUSES.join(', ')}` }).optional(),
          /** A word in place of the status: 'planned', 'announced'; of an unknown number 'not published'. */
          word: text.optional(),
          /** Drawn in the lens colour, the others quieter. */
          emphasis: z.boolean().optional(),
        })
        .refine(
          item => item.status === 'unknown' || (item.value === undefined) !== (item.values === undefined),
          'needs either value or values',
        )
        .refine(
          item => item.status !== 'unknown' || (item.value === undefined && item.values === undefined && item.word),
          'an unknown number has no value but a word, such as "not published"',
        ),
    )
    .min(2, 'needs at least two points'),
})

const DIRECTIONS = ['event', 'tighten', 'loosen', 'mixed'] as const

const events = z.strictObject({
  kind: z.literal('events'),
  ...seriesBase,
  events: z
    .array(
      z
        .strictObject({
          date,
          /** End of a period. */
          until: date.optional(),
          /** The date in words where it is known no better than in words: `late January 2025`. */
          when: text.optional(),
          /** At most a few words, to stand in a picture. */
          label: text,
          /** The full text, for tables. */
          text: text.optional(),
          direction: z.enum(DIRECTIONS, { error: `must be one of ${DIRECTIONS.join(', ')}` }).default('event'),
          sources: sourceIds.min(1, 'an event needs a source id'),
        })
        .refine(item => item.until === undefined || item.until > item.date, {
          path: ['until'],
          message: 'must be after date',
        }),
    )
    .min(2, 'needs at least two events'),
})

export const claimsFile = z.record(
  z.string().regex(/^[A-Z]\d{2}$/, 'a claim id is a letter and two digits, such as T07'),
  claim,
)
export const sourcesFile = z.record(slug, source)
export const seriesFile = z.record(
  slug,
  z.discriminatedUnion('kind', [points, events], { error: 'kind must be points or events' }),
)

export type LensId = typeof LENS_IDS[number]
export type VerdictId = typeof VERDICTS[number]
export type Status = typeof STATUSES[number]
export type Unit = typeof UNITS[number]
export type SourceKind = typeof SOURCE_KINDS[number]
export type Figure = z.infer<typeof figure>
export type Caveat = z.infer<typeof caveat>
export type Claim = z.infer<typeof claim>
export type Source = z.infer<typeof source>
export type Bound = typeof BOUNDS[number]
/** A value of a chart; `low` equals `high` where it is one number, which `bound` leaves open on one side. */
export interface Span { low: number, high: number, bound?: Bound | undefined }
export interface SeriesPoint {
  label: string
  detail?: string | undefined
  date?: string | undefined
  status: Status
  /** Printed in place of the status. */
  word?: string | undefined
  emphasis: boolean
  /** By measure; a series without measures has the one measure `value`. Empty where no number is known. */
  values: Record<string, Span>
}
export interface PointSeries {
  kind: 'points'
  title: string
  message: string
  sources: string[]
  asOf: string
  unit: Unit
  of?: string | undefined
  measures: Record<string, string>
  /** Measures in the lens colour; the first one drawn where left out. */
  subject?: string[] | undefined
  givenOrder?: string | undefined
  event?: { date: string, label: string } | undefined
  /** Of the points that do not say otherwise. */
  status: Status
  points: SeriesPoint[]
}
export type EventSeries = z.infer<typeof events>
export type SeriesEvent = EventSeries['events'][number]
export type Series = PointSeries | EventSeries
/** A series as written, its figures not yet looked up. */
export type WrittenSeries = z.infer<typeof seriesFile>[string]
export interface Ledger {
  claims: Record<string, Claim>
  sources: Record<string, Source>
  /** All figures of all claims by their id, which is unique over the ledger. */
  figures: Record<string, Figure>
  series: Record<string, Series>
}
