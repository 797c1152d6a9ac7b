import type { KindDefinition } from '../definition.ts'
import type { RankPoll } from './answer.ts'
import { z } from 'zod'
import { baseFields, options } from '../schemaParts.ts'

export const rankSchema = z.strictObject({ ...baseFields, kind: z.literal('rank'), options })

export type RankDefinition = z.infer<typeof rankSchema>

export const rankDefinition: KindDefinition<typeof rankSchema, RankDefinition, RankPoll> = {
  schema: rankSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, options }) => ({ id, kind, question, options }),
  solution: () => ({}),
}
