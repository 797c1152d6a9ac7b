import { z } from 'zod'
import { MAX_OPTIONS, slug } from '../../polls/kinds/schemaParts.ts'
import { ENTRY_STATES } from '../../polls/protocol.ts'

/** A ballot holds a few option ids, or questions in any script. */
export const MAX_BALLOT_BYTES = 8 * 1024
/** All slips of a hall at once. */
export const MAX_SLIPS_BYTES = 256 * 1024
export const MAX_SLIPS = 2000

/** Values by the id of an option. */
const byOption = <T extends z.ZodType>(value: T) => z.record(slug, value)
  .refine(values => Object.keys(values).length <= MAX_OPTIONS)
const texts = z.array(z.string().max(400)).max(120)
/** Any answer to any kind of poll; whether it fits the poll is for `checkAnswer` to say. */
const answer = z.union([
  texts,
  z.number(),
  z.strictObject({ value: z.union([z.number(), texts]), sure: z.boolean() }),
  z.strictObject({ ask: texts, up: texts }),
  z.strictObject({ points: byOption(z.number()) }),
  z.strictObject({ places: byOption(z.tuple([z.number(), z.number()])) }),
])

/** `BallotRequest` of the protocol. */
export const ballotRequest = z.strictObject({
  session: z.string().max(60).optional(),
  round: z.int().positive(),
  answer,
  given: z.int().positive().optional(),
})

/** Seconds on the clock that a stage action starts. */
export const actionRequest = z.strictObject({ seconds: z.int().min(0).max(3600).optional() })

/** The round that is to be shown. */
export const roundRequest = z.strictObject({ round: z.int().positive() })

/** `PaperRequest` of the protocol. */
export const paperRequest = z.strictObject({
  round: z.int().positive(),
  slips: z.array(z.strictObject({ answer, people: z.int().positive().max(MAX_SLIPS) })).max(MAX_SLIPS),
}).refine(({ slips }) => slips.reduce((sum, slip) => sum + slip.people, 0) <= MAX_SLIPS)

/** The entry that another one says the same as; null to take it out again. */
export const mergeRequest = z.strictObject({ into: z.string().max(40).nullable() })

/** How many entries a phone wants beyond those that it has. */
export const moreQuery = z.object({ count: z.coerce.number().int().min(1).max(5000) })

/** What a moderator looks for. */
export const entriesQuery = z.object({
  search: z.string().max(200).optional(),
  state: z.enum(ENTRY_STATES).optional(),
  count: z.coerce.number().int().min(1).max(5000).default(60),
})
