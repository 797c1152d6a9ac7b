import type { Poll } from './polls.ts'
import type { Answer, Tally } from './protocol.ts'

/** Equal answers of one round, counted by the store. */
export interface AnswerCount {
  answer: Answer
  people: number
}

/**
 * Counts a round. People are the base: with several options allowed the counts add up to more than `people`.
 */
export function tallyOf(poll: Pick<Poll, 'options'>, answers: Iterable<AnswerCount>): Tally {
  const counts: Record<string, number> = Object.fromEntries(poll.options.map(it => [it.id, 0]))
  let people = 0
  for (const { answer, people: n } of answers) {
    people += n
    for (const id of answer) {
      // An option that has left polls.yaml since the vote still counts as a person, not as an option.
      if (Object.hasOwn(counts, id))
        counts[id] = (counts[id] ?? 0) + n
    }
  }
  return { people, counts }
}
