import type { BaseEntriesTally, BasePoll, KindRules } from '../base.ts'
import { listForRoom, MAX_ON_SCREEN } from '../../entries/onScreen.ts'
import { checkTexts } from '../../textKey.ts'
import { isTextList } from '../base.ts'

export interface WordsPoll extends BasePoll {
  kind: 'words'
  /** How many texts one voter may send. */
  max: number
  /** Whether a text is shown only once the presenter has approved it. */
  approve: boolean
}

/** The texts that one voter sent. */
export type WordsAnswer = string[]

export interface WordsTally extends BaseEntriesTally {
  kind: 'words'
}

/** Longest word or phrase, in characters. */
export const MAX_WORD = 40

export const words: KindRules<WordsPoll, WordsAnswer, WordsTally> = {
  isAnswer: isTextList,

  checkAnswer(poll, answer) {
    const texts = checkTexts(answer, MAX_WORD)
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
    ...listForRoom(entries, MAX_ON_SCREEN),
  }),

  textsIn: answer => ({ texts: isTextList(answer) ? answer : [], supports: [] }),
  answersToCompare: () => undefined,
  exportCells: answer => [answer.join(' | '), ''],
}
