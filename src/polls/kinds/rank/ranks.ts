import type { RankPoll, RankTally } from './answer.ts'

/** How one option did. */
export interface Rank {
  id: string
  text: string
  /** Borda points. */
  points: number
  /** People who put it first. */
  first: number
  /** Of the points that everybody putting it first would give, in per cent. */
  share: number
  /** 1 for most points, the same for equal ones; undefined before anybody has answered. */
  place?: number
}

/** The options of a ranking by points, most first; equal ones, and all of them before a vote, in the author's order. */
export function ranksOf({ options }: Pick<RankPoll, 'options'>, tally: RankTally | undefined): Rank[] {
  const most = (tally?.people ?? 0) * (options.length - 1)
  const ranks = options
    .map(({ id, text }) => {
      const points = tally?.counts[id] ?? 0
      return { id, text, points, first: tally?.first[id] ?? 0, share: most > 0 ? (points / most) * 100 : 0 }
    })
    .sort((a, b) => b.points - a.points)
  return tally?.people
    ? ranks.map(rank => ({ ...rank, place: 1 + ranks.filter(other => other.points > rank.points).length }))
    : ranks
}

/** How points come about: de Borda's count. */
export function formatPointsRule(options: number): string {
  return `First place gives ${options - 1} ${options === 2 ? 'point' : 'points'}, last place none`
}
