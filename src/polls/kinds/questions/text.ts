import type { KindPhoneText, KindText } from '../faces.ts'
import type { QuestionsPoll, QuestionsTally } from './answer.ts'

export const questionsText: KindText<QuestionsPoll, QuestionsTally> = {
  guideLine: () => 'ask, and support what others ask',
  rule: () => 'The number is of those who want an answer',
  hasRuleFirst: false,
  extra: () => '',
}

export const questionsPhoneText: KindPhoneText<QuestionsPoll, QuestionsTally> = {
  prompt: () => 'Ask, or support what others ask.',
  counted: 'Counted. Ask or support more.',
  closed: 'The board is closed.',
}

/** Shown on an empty board: how to take part. */
export const INVITATION = 'Ask, or support what others ask. The most wanted questions rise.'
