import type { Answer, PublicPoll } from './protocol.ts'
import { z } from 'zod'
import { readYaml } from '../composables/yamlFile.ts'

/**
 * The one schema of `polls.yaml`, for the server and, through the content plugin, for the deck.
 */

/** Characters of an id. */
export const MAX_ID = 40
/** Options of a poll: more do not fit a slide. */
export const MAX_OPTIONS = 8

const slug = z.string({ error: 'must be text' }).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens').max(MAX_ID, `must not be longer than ${MAX_ID} characters`)
const line = (max: number) => z.string({ error: 'must be text' }).trim().min(1, 'must not be empty').max(max, `must not be longer than ${max} characters`)

const option = z.strictObject({ id: slug, text: line(80) })

const choice = z.strictObject({
  id: slug,
  kind: z.literal('choice', { error: 'must be choice' }),
  question: line(140),
  options: z.array(option, { error: 'must be a list of options' }).min(2, 'needs at least two options').max(MAX_OPTIONS, 'must not have more than eight options'),
  /** May a voter choose several options? */
  several: z.boolean().default(false),
  /** Option ids that are right; shown to nobody before the reveal. */
  answer: z.array(slug).min(1, 'must name at least one option').optional(),
  /** Show the tally to the room while the poll is open. */
  live: z.boolean().default(false),
}).superRefine((poll, context) => {
  const ids = poll.options.map(it => it.id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice)
    context.addIssue({ code: 'custom', path: ['options'], message: `option id "${twice}" stands twice` })
  const stranger = poll.answer?.find(id => !ids.includes(id))
  if (stranger)
    context.addIssue({ code: 'custom', path: ['answer'], message: `"${stranger}" is not the id of an option` })
})

const pollsFile = z.array(choice, { error: 'must be a list of polls' }).min(1, 'needs at least one poll').superRefine((polls, context) => {
  const ids = polls.map(it => it.id)
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice >= 0)
    context.addIssue({ code: 'custom', path: [twice, 'id'], message: `the id "${ids[twice]}" is taken by an earlier poll` })
})

/** A poll with everything its author wrote, the right answer included. Server side only. */
export type Poll = z.infer<typeof choice>

/**
 * Reads and validates a polls file.
 *
 * @param path usually `polls.yaml`
 * @throws {import('../composables/yamlFile.ts').ContentError} naming file, line, entry and field
 */
export function readPolls(path: string): Poll[] {
  return readYaml(path, pollsFile)
}

/** The part of a poll that anybody may see at any time. */
export function publicPoll({ id, kind, question, options, several }: Poll): PublicPoll {
  return { id, kind, question, options, several }
}

/**
 * Checks an answer against its poll.
 *
 * @returns undefined when it is valid, else what is wrong with it, as a clause
 */
export function faultOfAnswer(poll: Poll, answer: Answer): string | undefined {
  const ids = new Set(poll.options.map(it => it.id))
  if (answer.length === 0)
    return 'choose at least one option'
  if (answer.length > 1 && !poll.several)
    return 'choose one option only'
  if (new Set(answer).size !== answer.length)
    return 'choose each option once only'
  if (!answer.every(id => ids.has(id)))
    return 'choose among the options of this poll'
  return undefined
}
