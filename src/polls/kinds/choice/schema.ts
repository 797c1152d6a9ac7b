import type { KindDefinition } from '../definition.ts'
import type { ChoicePoll } from './answer.ts'
import { z } from 'zod'
import { asked, options, seconds, slug } from '../schemaParts.ts'

export const choiceSchema = z.strictObject({
  ...asked,
  kind: z.literal('choice'),
  options,
  /** May a voter choose several options? */
  several: z.boolean().default(false),
  /** Option ids that are right; shown to nobody before the reveal. */
  answer: z.array(slug).min(1, 'must name at least one option').optional(),
  /** Seconds in which neighbours talk it over between two votes. */
  discuss: seconds.optional(),
  /** Id of the poll whose voters are followed to this one. */
  pair: slug.optional(),
}).superRefine((poll, context) => {
  const stranger = poll.answer?.find(id => !poll.options.some(option => option.id === id))
  if (stranger)
    context.addIssue({ code: 'custom', path: ['answer'], message: `"${stranger}" is not the id of an option` })
  if (poll.pair && poll.several)
    context.addIssue({ code: 'custom', path: ['pair'], message: 'needs a poll in which one option is chosen' })
})

export type ChoiceDefinition = z.infer<typeof choiceSchema>

export const choiceDefinition: KindDefinition<typeof choiceSchema, ChoiceDefinition, ChoicePoll> = {
  schema: choiceSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, options, several }) => ({ id, kind, question, options, several }),
  solution: ({ answer }) => answer ? { right: answer } : {},
}
