import type { KindPhoneText, KindText } from '../faces.ts'
import type { EstimatePoll, EstimateTally } from './answer.ts'

export const estimateText: KindText<EstimatePoll, EstimateTally> = {
  guideLine: () => 'guess a number',
  rule: () => '',
  hasRuleFirst: false,
  extra: () => '',
}

export const estimatePhoneText: KindPhoneText<EstimatePoll, EstimateTally> = {
  prompt: () => 'Enter a number or move the slider, then send.',
}
