import type { Kind } from '../rules.ts'
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

export const choice: Kind<ChoiceDefinition> = {
  publicPoll: ({ id, kind, question, options, several }) => ({ id, kind, question, options, several }),

  readAnswer(poll, answer) {
    if (!Array.isArray(answer))
      return { fault: 'send the ids of options' }
    if (answer.length === 0)
      return { fault: 'choose at least one option' }
    if (answer.length > 1 && !poll.several)
      return { fault: 'choose one option only' }
    if (new Set(answer).size !== answer.length)
      return { fault: 'choose each option once only' }
    if (!answer.every(id => poll.options.some(option => option.id === id)))
      return { fault: 'choose among the options of this poll' }
    // In the order of the poll: what was ticked first is no part of the answer.
    return { answer: poll.options.flatMap(({ id }) => answer.includes(id) ? [id] : []) }
  },

  tally(poll, answers) {
    const counts: Record<string, number> = Object.fromEntries(poll.options.map(option => [option.id, 0]))
    let people = 0
    for (const { answer, people: n } of answers) {
      people += n
      for (const id of Array.isArray(answer) ? answer : []) {
        // An option that has left polls.yaml since the vote still counts as a person, not as an option.
        if (Object.hasOwn(counts, id))
          counts[id] = (counts[id] ?? 0) + n
      }
    }
    return { kind: 'choice', people, counts }
  },
}
