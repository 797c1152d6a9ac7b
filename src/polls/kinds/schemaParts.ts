import { z } from 'zod'

/** Characters of an id. */
export const MAX_ID = 40
/** Options of a poll: more do not fit a slide. */
export const MAX_OPTIONS = 8

export const slug = z
  .string({ error: 'must be text' })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')
  .max(MAX_ID, `must not be longer than ${MAX_ID} characters`)
export const line = (max: number) =>
  z
    .string({ error: 'must be text' })
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must not be longer than ${max} characters`)

/** Seconds on a clock. */
export const seconds = z
  .int({ error: 'must be a whole number of seconds' })
  .min(5, 'must be at least 5 seconds')
  .max(3600, 'must be at most an hour, 3600 seconds')

/** Fields of every kind. */
export const asked = {
  id: slug,
  question: line(140),
  /** Show the tally to the room while the poll is open. */
  live: z.boolean().default(false),
  /** Open when the presenter comes to its slide. */
  auto: z.boolean().default(false),
  /** Voting closes by itself so many seconds after it opens. */
  seconds: seconds.optional(),
}

/** Fields of both kinds that take free text. */
export const moderated = {
  /** Show a text only once the presenter has approved it. */
  approve: z.boolean().default(false),
  /** Let texts with a word of the blocked list wait for the presenter. */
  block: z.boolean().default(true),
}

export const options = z.array(z.strictObject({ id: slug, text: line(80) }), { error: 'must be a list of options' })
  .min(2, 'needs at least two options')
  .max(MAX_OPTIONS, 'must not have more than eight options')
  .superRefine((list, context) => {
    const ids = list.map(item => item.id)
    const twice = ids.find((id, index) => ids.indexOf(id) !== index)
    if (twice)
      context.addIssue({ code: 'custom', path: [], message: `option id "${twice}" stands twice` })
  })
