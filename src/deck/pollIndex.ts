import type { TrackId } from '../content/tracks.ts'
import type { DeckPoll } from '../polls/protocol.ts'
import type { GuidePlan } from './guidePlan.ts'
import { formatGuideLine } from '../polls/kinds/text.ts'

/** The facilitator's index of polls, made from polls, exercises and the plan of the deck. */

export interface PollRow {
  id: string
  question: string
  kind: string
  /** Number of its slide in each track; undefined where the track leaves it out. */
  slides: Partial<Record<TrackId, number>>
  /** Titles of the exercises that use it. */
  exercises: string[]
}

/** Every poll in the order of polls.yaml. */
export function pollRows(
  polls: DeckPoll[],
  plan: Pick<GuidePlan, 'polls'>,
  exercises: { title: string, polls: string[] }[],
): PollRow[] {
  return polls.map(poll => ({
    id: poll.id,
    question: poll.question,
    kind: formatPollKind(poll),
    slides: plan.polls[poll.id] ?? {},
    exercises: exercises.filter(exercise => exercise.polls.includes(poll.id)).map(exercise => exercise.title),
  }))
}

/** What people do with a poll, in words. */
export function formatPollKind(poll: DeckPoll): string {
  const talk = 'discuss' in poll && poll.discuss ? '; vote, talk, vote again' : ''
  const pair = 'pair' in poll && poll.pair ? `; compared with ${poll.pair}` : ''
  return `${formatGuideLine(poll)}${talk}${pair}`
}
