import type { KindDefinition } from '../definition.ts'
import type { WordsPoll } from './answer.ts'
import { z } from 'zod'
import { baseFields, moderationFields } from '../schemaParts.ts'

export const wordsSchema = z.strictObject({
  ...baseFields,
  ...moderationFields,
  kind: z.literal('words'),
  /** How many texts one voter may send. */
  max: z.int({ error: 'must be a whole number' }).min(1, 'must be at least 1').max(5, 'must be at most 5').default(3),
})

export type WordsDefinition = z.infer<typeof wordsSchema>

export const wordsDefinition: KindDefinition<typeof wordsSchema, WordsDefinition, WordsPoll> = {
  schema: wordsSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, max, approve }) => ({ id, kind, question, max, approve }),
  solution: () => ({}),
}
