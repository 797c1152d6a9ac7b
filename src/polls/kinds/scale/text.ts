import type { KindText } from '../faces.ts'
import type { ScalePoll, ScaleTally } from './answer.ts'
import { areSingle } from '../../../drawing/polls/blocks.ts'
import { formatBase, listNames, NOBODY } from '../../people.ts'

export const scaleText: KindText<ScalePoll, ScaleTally> = {
  guideLine: ({ confidence }) => confidence ? 'one to five, and how sure' : 'one to five',
  rule: () => '',
  hasRuleFirst: false,
  extra: () => '',
  mark: ({ people }) => areSingle(people) ? 'One box is one person.' : '',
}

/** The results of a scale in sentences, for a screen reader. */
export function formatScaleResults(poll: ScalePoll, { people, mean, counts }: ScaleTally): string {
  if (mean === undefined)
    return `${NOBODY}.`
  const most = Math.max(...Object.values(counts))
  const points = listNames(Object.keys(counts).filter(key => counts[key] === most))
  const votes
    = people === 1
      ? `1 person chose ${points}`
      : `${formatBase({ people })}, on average ${mean.toFixed(1)}; most chose ${points}`
  return `${votes}. 1 is “${poll.labels[0]}”, 5 is “${poll.labels.at(-1)}”.`
}
