import type { PublicPoll, Tally } from './protocol.ts'
import { pointsWords } from './kinds/rank/ranks.ts'
import { baseWords } from './people.ts'

/** The quiet line under a picture: who answered, and what its numbers mean. Empty where there is nothing to say. */
export function noteOf(poll: PublicPoll, tally: Tally | undefined): string {
  const rule = ruleOf(poll)
  if (!tally)
    return poll.kind === 'choice' || poll.kind === 'rank' ? rule : ''
  if (tally.people === 0)
    return baseWords(tally)
  return [baseWords(tally), ...sureOf(tally), ...(rule ? [rule.replace(/^./, match => match.toLowerCase())] : [])].join(
    '; ',
  )
}

function ruleOf(poll: PublicPoll): string {
  if (poll.kind === 'choice')
    return poll.several ? 'Several answers allowed' : ''
  if (poll.kind === 'rank')
    return pointsWords(poll.options.length)
  return poll.kind === 'questions' ? 'The number is of those who want an answer' : ''
}

function sureOf(tally: Tally): string[] {
  if (tally.kind !== 'scale' || !tally.sure)
    return []
  const sure = Object.values(tally.sure).reduce((sum, value) => sum + value, 0)
  return [`${sure} sure, ${tally.people - sure} guessing`]
}

/** What an empty cloud or board says: how to fill it. */
export function sendWords(poll: PublicPoll): string {
  if (poll.kind === 'words') {
    return poll.max === 1
      ? 'One word or short phrase each.'
      : `Up to ${poll.max} words or short phrases each. The more people send one, the larger it stands here.`
  }
  return poll.kind === 'questions' ? 'Ask, or support what others ask. The most wanted questions rise.' : ''
}
