import { z } from 'zod'

/** A ballot holds a few option ids, or questions in any script. */
export const MAX_BALLOT_BYTES = 8 * 1024
/** All slips of a hall at once. */
export const MAX_SLIPS_BYTES = 256 * 1024
export const MAX_SLIPS = 2000

/** Any answer to any kind of poll; whether it fits the poll is for `checkAnswer` to say. */
const texts = z.array(z.string().max(400)).max(120)
const answer = z.union([
  texts,
  z.number(),
  z.strictObject({ value: z.number(), sure: z.boolean() }),
  z.strictObject({ ask: texts, up: texts }),
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
