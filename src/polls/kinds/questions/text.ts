import type { InvitationRow } from '../../entries/invitationRow.ts'
import type { KindText } from '../faces.ts'
import type { QuestionsPoll, QuestionsTally } from './answer.ts'
import { countAnswered, countVisible, hasSpotlight } from '../../entries/onScreen.ts'

export const questionsText: KindText<QuestionsPoll, QuestionsTally> = {
  guideLine: () => 'ask, and support what others ask',
  rule: () => '',
  hasRuleFirst: false,
  extra: formatProgress,
  mark: ({ entries }) => entries.length > 0 ? 'The number says how many want to know.' : '',
}

/** How far the board has come: `3 answered, 11 waiting`. */
function formatProgress(tally: QuestionsTally): string {
  const [all, answered] = [countVisible(tally), countAnswered(tally)]
  const lit = hasSpotlight(tally) ? 1 : 0
  if (answered + lit > 0)
    return `${answered} answered, ${all - answered - lit} waiting`
  return all === 1 ? '1 question' : `${all} questions`
}

/** Rows in place of an empty board: how to take part. */
export const INVITATION: InvitationRow[] = [
  { mark: '?', text: 'Ask yours' },
  { mark: '+1', text: 'Support what others ask' },
  { mark: '1st', text: 'The most wanted come first' },
]
