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
  /** Whether voters are also asked if they are sure. */
  confidence: z.boolean().optional(),
  /** Seconds for a discussion between neighbours before a second vote. */
  discuss: seconds.optional(),
  /** Id of the poll whose voters are followed to this one. */
  pair: slug.optional(),
}).superRefine((poll, context) => {
  const unknownId = poll.answer?.find(id => !poll.options.some(option => option.id === id))
  if (unknownId) {
    const ids = poll.options.map(({ id }) => id).join(', ')
    const message = `"${unknownId}" is not the id of an option: these are ${ids}`
    context.addIssue({ code: 'custom', path: ['answer'], message })
  }
  if (poll.confidence && !poll.answer)
    context.addIssue({ code: 'custom', path: ['confidence'], message: 'needs an answer, or nobody could be right' })
  if (poll.confidence && poll.several)
    context.addIssue({ code: 'custom', path: ['confidence'], message: 'needs a poll in which one option is chosen' })
  if (poll.pair && poll.several)
    context.addIssue({ code: 'custom', path: ['pair'], message: 'needs a poll in which one option is chosen' })
})

export type ChoiceDefinition = z.infer<typeof choiceSchema>

export const choiceDefinition: KindDefinition<typeof choiceSchema, ChoiceDefinition, ChoicePoll> = {
  schema: choiceSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, options, several, ordered, confidence }) =>
    ({ id, kind, question, options, several, ...ordered && { ordered }, ...confidence && { confidence } }),
  solution: ({ answer }) => answer ? { right: answer } : {},
}
