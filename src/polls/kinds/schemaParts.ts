import { z } from 'zod'
import { numberInWords } from '../../content/numbers.ts'

/** Longest id, in characters. */
export const MAX_ID = 40
/** Options of a poll: more do not fit a slide. */
export const MAX_OPTIONS = 10

/** An id such as `last-run`. */
export const slug = z
  .string({ error: 'must be text' })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')
  .max(MAX_ID, `must not be longer than ${MAX_ID} characters`)
/** Text of at most `max` characters. */
export const textLine = (max: number) =>
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

/** Fields that every kind has. */
export const baseFields = {
  id: slug,
  question: textLine(140),
  /** Show the tally to the room while the poll is open. */
  live: z.boolean().default(false),
  /** Open the poll when the presenter comes to its slide. */
  auto: z.boolean().default(false),
  /** Voting closes by itself this many seconds after it opens. */
  seconds: seconds.optional(),
}

/** Fields of the kinds that take free text. */
export const moderationFields = {
  /** Show a text only once the presenter has approved it. */
  approve: z.boolean().default(false),
  /** Let texts with a word of the blocked list wait for the presenter. */
  block: z.boolean().default(true),
}

const countOf = (number: number, one: string) => `${numberInWords(number)} ${one}${number === 1 ? '' : 's'}`

/**
 * Texts with ids that differ.
 *
 * @param one what each of them is called in an error
 */
export const optionList = (one: string, least: number, most: number) =>
  z.array(z.strictObject({ id: slug, text: textLine(80) }), { error: `must be a list of ${one}s` })
    .min(least, `needs at least ${countOf(least, one)}`)
    .max(most, `must not have more than ${countOf(most, one)}`)
    .superRefine((list, context) => {
      const ids = list.map(({ id }) => id)
      const repeatedId = ids.find((id, index) => ids.indexOf(id) !== index)
      if (repeatedId)
        context.addIssue({ code: 'custom', path: [], message: `${one} id "${repeatedId}" stands twice` })
    })

/** The options of a poll. */
export const options = optionList('option', 2, MAX_OPTIONS)
