import type { Said } from '../../entries/entries.ts'
import type { Answer, BoardAnswer } from '../../protocol.ts'
import type { AnswerCount } from '../../store.ts'
import type { Kind } from '../rules.ts'
import { z } from 'zod'
import { forRoom, groupEntries } from '../../entries/entries.ts'
import { MAX_QUESTION } from '../../protocol.ts'
import { asked } from '../schemaParts.ts'
import { moderated, readTexts } from '../words/answer.ts'

/** Questions are longer than words: fewer fit a screen. */
const MAX_SHOWN = 50
/** Entries that one voter may support. */
const MAX_SUPPORTED = 100

const { live: _, ...fields } = asked

/** A board is always live: nobody could support what they do not see. */
export const questionsSchema = z.strictObject({
  ...fields,
  ...moderated,
  kind: z.literal('questions'),
  /** Questions that one voter may ask. */
  max: z.int({ error: 'must be a whole number' }).min(1, 'must be at least 1').max(5, 'must be at most 5').default(3),
}).transform(poll => ({ ...poll, live: true }))

export type QuestionsDefinition = z.infer<typeof questionsSchema>

const isBoard = (answer: Answer): answer is BoardAnswer => typeof answer === 'object' && 'ask' in answer

export const questions: Kind<QuestionsDefinition> = {
  publicPoll: ({ id, kind, question, max, approve }) => ({ id, kind, question, max, approve }),

  readAnswer(poll, answer) {
    const ask = isBoard(answer) ? readTexts(answer.ask, MAX_QUESTION) : undefined
    if (!isBoard(answer) || !ask)
      return { fault: `send questions of up to ${MAX_QUESTION} characters` }
    if (ask.length > poll.max)
      return { fault: `ask at most ${poll.max} questions` }
    if (answer.up.length > MAX_SUPPORTED)
      return { fault: `support at most ${MAX_SUPPORTED} questions` }
    return { answer: { ask, up: [...new Set(answer.up)].sort() } }
  },

  tally: (_, answers, entries) => ({
    kind: 'questions',
    people: saidIn(answers).reduce((sum, said) => sum + said.people, 0),
    entries: forRoom(entries, MAX_SHOWN),
  }),

  entries: (poll, answers, marks) => groupEntries(saidIn(answers), { marks, ...poll }),
}

/** Somebody who has withdrawn everything has said nothing. */
function saidIn(answers: AnswerCount[]): Said[] {
  return answers.flatMap(({ answer, people }) =>
    isBoard(answer) && answer.ask.length + answer.up.length > 0
      ? [{ texts: answer.ask, supports: answer.up, people }]
      : [],
  )
}
