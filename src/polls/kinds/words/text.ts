import type { KindPhoneText, KindText } from '../faces.ts'
import type { WordsPoll, WordsTally } from './answer.ts'

export const wordsText: KindText<WordsPoll, WordsTally> = {
  guideLine: ({ max }) => `up to ${max} short texts`,
  rule: () => '',
  hasRuleFirst: false,
  extra: () => '',
}

export const wordsPhoneText: KindPhoneText<WordsPoll, WordsTally> = {
  prompt: () => 'Write, then send.',
}

/** Shown in place of an empty cloud: how to take part. */
export function formatInvitation({ max }: WordsPoll): string {
  return max === 1
    ? 'One word or short phrase each.'
    : `Up to ${max} words or short phrases each. The more people send one, the larger it stands here.`
}
