import type { KindDefinition } from '../definition.ts'
import type { ScalePoll } from './answer.ts'
import { z } from 'zod'
import { baseFields, slug, textLine } from '../schemaParts.ts'

const ENDS_OR_ALL = 'must be two labels, for 1 and 5, or five'

export const scaleSchema = z.strictObject({
  ...baseFields,
  kind: z.literal('scale'),
  /** Labels of the two ends, or of all five points. */
  labels: z.array(textLine(40), { error: ENDS_OR_ALL })
    .refine(labels => labels.length === 2 || labels.length === 5, ENDS_OR_ALL)
    .transform(labels => labels.length === 5 ? labels : [labels[0] ?? '', '', '', '', labels[1] ?? '']),
  /** Whether voters are also asked if they are sure. */
  confidence: z.boolean().default(false),
  /** Id of the poll whose voters are followed to this one. */
  pair: slug.optional(),
})

export type ScaleDefinition = z.infer<typeof scaleSchema>

export const scaleDefinition: KindDefinition<typeof scaleSchema, ScaleDefinition, ScalePoll> = {
  schema: scaleSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, labels, confidence }) => ({ id, kind, question, labels, confidence }),
  solution: () => ({}),
}
