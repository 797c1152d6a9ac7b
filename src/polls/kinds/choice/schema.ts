import type { KindDefinition } from '../definition.ts'
import type { ChoicePoll } from './answer.ts'
import { z } from 'zod'
import { baseFields, options, seconds, slug } from '../schemaParts.ts'

export const choiceSchema = z.strictObject({
  ...baseFields,
  kind: z.literal('choice'),
  options,
  /** Whether a voter may choose several options. */
  several: z.boolean().default(false),
  /** Whether the options have an order of their own; results of others are sorted by people. */
  ordered: z.boolean().optional(),
  /** Ids of the right options, withheld until the results are shown. */
  answer: z.array(slug).min(1, 'must name at least one option').optional(),
  /** Seconds for a discussion between neighbours before a second vote. */
  discuss: seconds.optional(),
  /** Id of the poll whose voters are followed to this one. */
  pair: slug.optional(),
}).superRefine((poll, context) => {
  const unknownId = poll.answer?.find(id => !poll.options.some(option => option.id === id))
  if (unknownId)
    context.addIssue({ code: 'custom', path: ['answer'], message: `"${unknownId}" is not the id of an option` })
  if (poll.pair && poll.several)
    context.addIssue({ code: 'custom', path: ['pair'], message: 'needs a poll in which one option is chosen' })
})

export type ChoiceDefinition = z.infer<typeof choiceSchema>

export const choiceDefinition: KindDefinition<typeof choiceSchema, ChoiceDefinition, ChoicePoll> = {
  schema: choiceSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, options, several, ordered }) =>
    ({ id, kind, question, options, several, ...ordered && { ordered } }),
  solution: ({ answer }) => answer ? { right: answer } : {},
}
