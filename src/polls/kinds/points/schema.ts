import type { KindDefinition } from '../definition.ts'
import type { PointsPoll } from './answer.ts'
import { z } from 'zod'
import { baseFields, options } from '../schemaParts.ts'

export const pointsSchema = z.strictObject({ ...baseFields, kind: z.literal('points'), options })

export type PointsDefinition = z.infer<typeof pointsSchema>

export const pointsDefinition: KindDefinition<typeof pointsSchema, PointsDefinition, PointsPoll> = {
  schema: pointsSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, options }) => ({ id, kind, question, options }),
  solution: () => ({}),
}
