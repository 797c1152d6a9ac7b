import type { KindDefinition } from '../definition.ts'
import type { ScalePoll } from './answer.ts'
import { z } from 'zod'
import { asked, line, slug } from '../schemaParts.ts'

const ENDS_OR_ALL = 'must be two labels, for 1 and 5, or five'

export const scaleSchema = z.strictObject({
  ...asked,
  kind: z.literal('scale'),
  /** What the ends mean, or what each of the five points means. */
  labels: z.array(line(40), { error: ENDS_OR_ALL })
    .refine(labels => labels.length === 2 || labels.length === 5, ENDS_OR_ALL)
    .transform(labels => labels.length === 5 ? labels : [labels[0] ?? '', '', '', '', labels[1] ?? '']),
  /** Ask too how sure the voter is. */
  confidence: z.boolean().default(false),
  pair: slug.optional(),
})

export type ScaleDefinition = z.infer<typeof scaleSchema>

export const scaleDefinition: KindDefinition<typeof scaleSchema, ScaleDefinition, ScalePoll> = {
  schema: scaleSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, labels, confidence }) => ({ id, kind, question, labels, confidence }),
  solution: () => ({}),
}
