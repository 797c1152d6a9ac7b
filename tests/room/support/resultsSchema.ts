import type { Results } from '../../../src/room/results.ts'
import { z } from 'zod'
import { ENTRY_STATES, POLL_KINDS } from '../../../src/polls/protocol.ts'

const people = z.int().min(0)
const counts = z.record(z.string(), people)
const counted = { people, paper: z.int().min(1).optional() }
const entry = z.strictObject({
  id: z.string().regex(/^[\w-]{16}$/),
  text: z.string().min(1),
  people: z.int().min(1),
  state: z.enum(ENTRY_STATES),
})

const tally = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), ...counted, counts }),
  z.strictObject({
    kind: z.literal('scale'),
    ...counted,
    counts,
    sure: counts.optional(),
    mean: z.number().min(1).max(5).optional(),
  }),
  z.strictObject({
    kind: z.literal('estimate'),
    ...counted,
    bins: z.array(people).length(24),
    values: z.array(z.tuple([z.number(), z.int().min(1)])),
    median: z.number().optional(),
    middle: z.tuple([z.number(), z.number()]).optional(),
  }),
  z.strictObject({ kind: z.literal('rank'), ...counted, counts, places: z.record(z.string(), z.array(z.number())) }),
  z.strictObject({
    kind: z.enum(['words', 'questions']),
    ...counted,
    entries: z.array(entry),
    more: z.strictObject({ shown: people, answered: people }).optional(),
  }),
])

const answer = z.union([
  z.array(z.string()),
  z.number(),
  z.strictObject({ value: z.int().min(1).max(5), sure: z.boolean() }),
  z.strictObject({ ask: z.array(z.string()), up: z.array(z.string()) }),
])

/** The export exactly as `docs/room.md` documents it. */
export const resultsSchema = z.strictObject({
  version: z.literal(1),
  session: z.string(),
  began: z.iso.datetime().nullable(),
  polls: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(POLL_KINDS),
      question: z.string(),
      phase: z.enum(['idle', 'open', 'closed', 'revealed']),
      round: z.int().min(1),
      right: z.array(z.string()).min(1).optional(),
      reference: z.tuple([z.number(), z.number()]).optional(),
      rounds: z.array(z.strictObject({ round: z.int().min(1), tally })).min(1),
      moves: z
        .strictObject({
          people: z.int().min(5),
          moved: people,
          flows: z.array(z.strictObject({ from: z.string(), to: z.string(), people: z.int().min(1) })).min(1),
        })
        .optional(),
    }),
  ),
  ballots: z.array(
    z.union([
      z.strictObject({
        poll: z.string(),
        round: z.int().min(1),
        voter: z.string().regex(/^[0-9a-f]{32}$/),
        answer,
        at: z.iso.datetime(),
      }),
      z.strictObject({ poll: z.string(), round: z.int().min(1), voter: z.literal('paper'), answer, at: z.null() }),
    ]),
  ),
}) satisfies z.ZodType<Record<keyof Results, unknown>>
