import type { InvitationRow } from '../../entries/invitationRow.ts'
import type { KindText } from '../faces.ts'
import type { WordsPoll, WordsTally } from './answer.ts'
import { NUMBERED_FROM } from '../../../drawing/polls/wordCloud.ts'
import { countVisible } from '../../entries/onScreen.ts'

export const wordsText: KindText<WordsPoll, WordsTally> = {
  guideLine: ({ max }) => `up to ${max} short texts`,
  rule: () => '',
  hasRuleFirst: false,
  extra: tally => countVisible(tally) === 1 ? '1 word' : `${countVisible(tally).toLocaleString('en-US')} words`,
  mark: ({ entries }) =>
    entries.some(({ people }) => people >= NUMBERED_FROM) ? 'A number says how many people sent it.' : '',
}

/** Fields in place of an empty cloud, one for each word that may be sent, with what each may hold. */
export function invitationFields({ max }: WordsPoll): InvitationRow[] {
  const hints = max === 1 ? ['A word, or a few words'] : ['A word', 'Or a few words', 'One is enough', '', '']
  return hints.slice(0, max).map((text, i) => ({ mark: String(i + 1), text }))
}
