import type { KindDefinition } from '../definition.ts'
import type { QuestionsPoll } from './answer.ts'
import { z } from 'zod'
import { baseFields, moderationFields } from '../schemaParts.ts'

const { live: _, ...fields } = baseFields

/** A board is always live: people can only support questions that they see. */
export const questionsSchema = z.strictObject({
  ...fields,
  ...moderationFields,
  kind: z.literal('questions'),
  /** Take questions during the whole session, also while another poll is shown. */
  anytime: z.boolean().default(false),
  /** Questions that one voter may ask. */
  max: z.int({ error: 'must be a whole number' }).min(1, 'must be at least 1').max(5, 'must be at most 5').default(3),
}).transform(poll => ({ ...poll, live: true }))

export type QuestionsDefinition = z.infer<typeof questionsSchema>

export const questionsDefinition: KindDefinition<typeof questionsSchema, QuestionsDefinition, QuestionsPoll> = {
  schema: questionsSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, max, approve, anytime }) =>
    ({ id, kind, question, max, approve, ...anytime && { anytime } }),
  solution: () => ({}),
}
