import type { KindText } from '../faces.ts'
import type { EstimatePoll, EstimateTally } from './answer.ts'
import { areSingle } from '../../../drawing/polls/blocks.ts'
import { formatProportion } from '../../people.ts'
import { formatTolerance, hitsOf } from './hits.ts'
import { hasDecades } from './ticks.ts'

export const estimateText: KindText<EstimatePoll, EstimateTally> = {
  guideLine: () => 'guess a number',
  rule: poll => hasDecades(poll) ? 'Each step is ten times more' : '',
  hasRuleFirst: false,
  extra: () => '',
  mark: ({ people }) => areSingle(people) ? 'One dot is one person.' : '',
  finding: (poll, { tally, reference }) =>
    reference && tally.people > 0
      ? `${formatProportion(hitsOf(poll, tally, reference), tally.people)} came within ${formatTolerance(poll)}`
      : undefined,
}
