import type { Results } from '../../../src/room/results.ts'
import { z } from 'zod'
import { ENTRY_STATES, POLL_KINDS } from '../../../src/polls/protocol.ts'

const people = z.int().min(0)
const counts = z.record(z.string(), people)
const counted = { people, paper: z.int().min(1).optional() }
const step = z.number().min(1).max(5)
const entry = z.strictObject({
  id: z.string().regex(/^[\w-]{16}$/),
  text: z.string().min(1),
  people: z.int().min(1),
  state: z.enum(ENTRY_STATES),
  merged: z.array(z.strictObject({ id: z.string(), text: z.string() })).min(1).optional(),
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
    kind: z.literal('points'),
    ...counted,
    counts,
    spread: z.record(z.string(), z.array(people).length(21)),
    most: counts,
  }),
  z.strictObject({
    kind: z.literal('grid'),
    ...counted,
    cells: z.record(z.string(), z.array(people).length(25)),
    centres: z.record(z.string(), z.strictObject({ across: step, up: step, spread: z.number().min(0) })),
  }),
  z.strictObject({
    kind: z.enum(['words', 'questions']),
    ...counted,
    entries: z.array(entry),
    more: z.strictObject({ shown: people, answered: people }).optional(),
  }),
])

const score = z.strictObject({ right: people, of: people })
const share = z.number().min(0).max(1)

const answer = z.union([
  z.array(z.string()),
  z.number(),
  z.strictObject({ value: z.union([z.int().min(1).max(5), z.array(z.string()).min(1)]), sure: z.boolean() }),
  z.strictObject({ points: z.record(z.string(), z.int().min(1).max(100)) }),
  z.strictObject({ places: z.record(z.string(), z.tuple([step, step])) }),
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
      options: z.array(z.strictObject({ id: z.string(), text: z.string() })).min(2).optional(),
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
  calibration: z
    .strictObject({
      people: z.int().min(5),
      quizzes: z.array(
        z.strictObject({ poll: z.string(), round: z.int().min(1), sure: score, guess: score, luck: share }),
      ),
      curve: z.strictObject({ sure: score, guess: score, luck: share }).optional(),
    })
    .optional(),
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
}) satisfies z.ZodType<{ [K in keyof Results]: unknown }>
