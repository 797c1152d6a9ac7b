import type { BaseEntriesTally, BasePoll, KindRules } from '../base.ts'
import { listForRoom } from '../../entries/onScreen.ts'
import { checkTexts } from '../../textKey.ts'

export interface QuestionsPoll extends BasePoll {
  kind: 'questions'
  /** Questions that one voter may ask. */
  max: number
  /** Whether a question is shown only once the presenter has approved it. */
  approve: boolean
  /** Whether questions may be asked during the whole session. */
  anytime?: boolean
}

/** Everything that one voter has on a question board: their own questions, and the ids of entries that they support. */
export interface BoardAnswer {
  ask: string[]
  up: string[]
}

export interface QuestionsTally extends BaseEntriesTally {
  kind: 'questions'
}

/** Longest question, in characters. */
export const MAX_QUESTION = 200
/** How many questions are sent to a screen: fewer than words, since they are longer. */
const MAX_SHOWN = 50
/** How many entries one voter may support. */
const MAX_SUPPORTED = 100

export const isBoardAnswer = (answer: unknown): answer is BoardAnswer =>
  typeof answer === 'object' && answer !== null && 'ask' in answer

/** Whether a voter has anything on the board: somebody who has withdrawn everything does not count. */
const saysSomething = (answer: unknown): answer is BoardAnswer =>
  isBoardAnswer(answer) && answer.ask.length + answer.up.length > 0

export const questions: KindRules<QuestionsPoll, BoardAnswer, QuestionsTally> = {
  isAnswer: isBoardAnswer,

  checkAnswer(poll, answer) {
    const ask = isBoardAnswer(answer) ? checkTexts(answer.ask, MAX_QUESTION) : undefined
    if (!isBoardAnswer(answer) || !ask)
      return { fault: `send questions of up to ${MAX_QUESTION} characters` }
    if (ask.length > poll.max)
      return { fault: `ask at most ${poll.max} questions` }
    if (answer.up.length > MAX_SUPPORTED)
      return { fault: `support at most ${MAX_SUPPORTED} questions` }
    return { answer: { ask, up: [...new Set(answer.up)].sort() } }
  },

  tally: (_, answers, entries) => ({
    kind: 'questions',
    people: answers.filter(({ answer }) => saysSomething(answer)).reduce((sum, { people }) => sum + people, 0),
    ...listForRoom(entries, MAX_SHOWN),
  }),

  textsIn: answer => saysSomething(answer) ? { texts: answer.ask, supports: answer.up } : undefined,
  answersToCompare: () => undefined,
  exportCells: ({ ask, up }) => [[...ask, ...up.map(id => `+${id}`)].join(' | '), ''],
}
