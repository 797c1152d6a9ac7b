import type { Kind } from '../rules.ts'
import { z } from 'zod'
import { forRoom, groupEntries, MAX_ON_SCREEN } from '../../entries/entries.ts'
import { MAX_WORD } from '../../protocol.ts'
import { textsOf, tidyText } from '../../textKey.ts'
import { asked } from '../schemaParts.ts'

/** Fields of both kinds that take free text. */
export const moderated = {
  /** Show a text only once the presenter has approved it. */
  approve: z.boolean().default(false),
  /** Let texts with a word of the blocked list wait for the presenter. */
  block: z.boolean().default(true),
}

export const wordsSchema = z.strictObject({
  ...asked,
  ...moderated,
  kind: z.literal('words'),
  /** Texts that one voter may send. */
  max: z.int({ error: 'must be a whole number' }).min(1, 'must be at least 1').max(5, 'must be at most 5').default(3),
})

export type WordsDefinition = z.infer<typeof wordsSchema>

export const words: Kind<WordsDefinition> = {
  publicPoll: ({ id, kind, question, max, approve }) => ({ id, kind, question, max, approve }),

  readAnswer(poll, answer) {
    const texts = readTexts(answer, MAX_WORD)
    if (!texts)
      return { fault: `send texts of up to ${MAX_WORD} characters` }
    if (texts.length === 0)
      return { fault: 'write at least one word' }
    if (texts.length > poll.max)
      return { fault: `send at most ${poll.max}` }
    return { answer: texts }
  },

  tally: (_, answers, entries) => ({
    kind: 'words',
    people: answers.reduce((sum, answer) => sum + answer.people, 0),
    entries: forRoom(entries, MAX_ON_SCREEN),
  }),

  entries: (poll, answers, marks) => groupEntries(
    answers.map(({ answer, people }) => ({ texts: Array.isArray(answer) ? answer : [], supports: [], people })),
    { marks, ...poll },
  ),
}

/**
 * Texts as they are kept: tidied, the empty ones dropped, the first of equal ones kept.
 *
 * @returns undefined when one is no text or too long
 */
export function readTexts(answer: unknown, maxLength: number): string[] | undefined {
  if (!Array.isArray(answer) || !answer.every(item => typeof item === 'string'))
    return undefined
  const tidy = answer.map(tidyText)
  if (tidy.some(text => [...text].length > maxLength))
    return undefined
  return textsOf(tidy)
}
