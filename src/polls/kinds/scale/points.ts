import type { PointPeople } from '../../../drawing/polls/boxColumns.ts'
import type { ScalePoll, ScaleTally } from './answer.ts'

/** The people at each point of a scale; all of them count as sure where the poll does not ask. */
export function pointsOf({ labels }: Pick<ScalePoll, 'labels'>, { counts, sure }: ScaleTally): PointPeople[] {
  return labels.map((_, i) => {
    const people = counts[i + 1] ?? 0
    return { people, sure: sure ? Math.min(people, sure[i + 1] ?? 0) : people }
  })
}

/** How many people are sure; undefined where the poll does not ask. */
export function surePeople({ sure }: Pick<ScaleTally, 'sure'>): number | undefined {
  return sure && Object.values(sure).reduce((sum, people) => sum + people, 0)
}

/** What solid and outlined boxes stand for: `40 are sure`, `146 guess`. */
export function formatSurePeople(sure: number, guessing: number): [sure: string, guess: string] {
  const number = (people: number) => people.toLocaleString('en-US')
  return [
    `${number(sure)} ${sure === 1 ? 'is' : 'are'} sure`,
    `${number(guessing)} ${guessing === 1 ? 'guesses' : 'guess'}`,
  ]
}
