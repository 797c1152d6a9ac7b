import type { AttendanceReport } from './model.ts'
import type { ReadSession } from './readSession.ts'
import { MIN_GROUP } from './privacy.ts'

/** How many were here, and how many of them voted, over time. Presence is no secret in a room, but few are not told. */
export function reportAttendance({ attendance, polls }: ReadSession): AttendanceReport {
  return {
    counts: attendance.map(({ at, people }) => ({ at, ...people === 0 || people >= MIN_GROUP ? { people } : {} })),
    voters: polls.flatMap(({ poll: { id, question }, ballots }) => {
      const people = new Set(ballots.map(({ voter }) => voter)).size
      const [first, last] = [ballots[0], ballots.at(-1)]
      return first && last && people >= MIN_GROUP ? [{ poll: id, question, from: first.at, to: last.at, people }] : []
    }),
  }
}

/** The most phones that were here at a time; undefined where that was not kept, or for few. */
export function countCame({ attendance }: Pick<ReadSession, 'attendance'>): number | undefined {
  const most = Math.max(0, ...attendance.map(({ people }) => people))
  return most >= MIN_GROUP ? most : undefined
}

/**
 * People who answered anything: phones, and as many on paper as in the round with most slips, which do not tell who
 * wrote which.
 */
export function countVoted({ ballots, polls }: Pick<ReadSession, 'ballots' | 'polls'>): number | undefined {
  const phones = new Set(ballots.map(({ voter }) => voter)).size
  const paper = polls.flatMap(({ rounds }) => rounds.map(({ count }) => count.tally.paper ?? 0))
  const people = phones + Math.max(0, ...paper)
  return people >= MIN_GROUP ? people : undefined
}
