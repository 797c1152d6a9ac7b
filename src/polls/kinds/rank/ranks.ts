import type { RankPoll, RankTally } from './answer.ts'

/** The result of one option. */
export interface Rank {
  id: string
  text: string
  /** Borda points, as the tally counts them. */
  points: number
  /** Number on its plate, from 1: its place in the poll. */
  number: number
  /** Number of people who put it first, second and so on. */
  places: number[]
  /** Points in per cent of those that it would have if everybody had put it first. */
  share: number
  /** 1 for the most points; equal points share a place. Undefined before anybody has answered. */
  place?: number
}

/** The options by points, the most first; in the author's order where points are equal, and before a vote. */
export function ranksOf({ options }: Pick<RankPoll, 'options'>, tally: RankTally | undefined): Rank[] {
  const most = (tally?.people ?? 0) * (options.length - 1)
  const ranks = options
    .map(({ id, text }, i) => {
      const points = tally?.counts[id] ?? 0
      const share = most > 0 ? (points / most) * 100 : 0
      return { id, text, number: i + 1, points, places: tally?.places[id] ?? options.map(() => 0), share }
    })
    .sort((a, b) => b.points - a.points)
  return tally?.people
    ? ranks.map(rank => ({ ...rank, place: 1 + ranks.filter(other => other.points > rank.points).length }))
    : ranks
}

/** `point` or `points`, after a number. */
export const pointNoun = (points: number): string => points === 1 ? 'point' : 'points'
