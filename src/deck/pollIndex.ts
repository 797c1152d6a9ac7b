import type { TrackId } from '../content/tracks.ts'
import type { DeckPoll } from '../polls/protocol.ts'
import type { GuidePlan } from './guidePlan.ts'

/** What a facilitator looks up, made of polls, exercises and the plan of the deck. */

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
    kind: kindWords(poll),
    slides: plan.polls[poll.id] ?? {},
    exercises: exercises.filter(exercise => exercise.polls.includes(poll.id)).map(exercise => exercise.title),
  }))
}

/** What people do with a poll. */
export function kindWords(poll: DeckPoll): string {
  const talk = 'discuss' in poll && poll.discuss ? '; vote, talk, vote again' : ''
  const pair = 'pair' in poll && poll.pair ? `; compared with ${poll.pair}` : ''
  return `${ownWords(poll)}${talk}${pair}`
}

function ownWords(poll: DeckPoll): string {
  switch (poll.kind) {
    case 'choice': return poll.several ? 'choose any' : 'choose one'
    case 'scale': return poll.confidence ? 'one to five, and how sure' : 'one to five'
    case 'estimate': return 'guess a number'
    case 'words': return `up to ${poll.max} short texts`
    case 'rank': return 'put in order'
    case 'questions': return 'ask, and support what others ask'
  }
}
