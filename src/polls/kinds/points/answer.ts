import type { BasePoll, BaseTally, KindRules, PollOption } from '../base.ts'

export interface PointsPoll extends BasePoll {
  kind: 'points'
  options: PollOption[]
}

/** What one voter has to spread. */
export const ALL_POINTS = 100
/** Points between two steps of `PointsTally.spread`. */
export const SPREAD_STEP = 5

/** Points by option id, in the order of the poll and without those that got none. Together they are `ALL_POINTS`. */
export interface PointsAnswer {
  points: Record<string, number>
}

export interface PointsTally extends BaseTally {
  kind: 'points'
  /** Sum of the points by option id; every option of the poll is present. */
  counts: Record<string, number>
  /** Number of people by the points that they gave: none, then up to 5, 10, … 100; by option id. */
  spread: Record<string, number[]>
  /** Number of people who gave an option more than any other, or as much as the most; by option id. */
  most: Record<string, number>
}

export const isPointsAnswer = (answer: unknown): answer is PointsAnswer =>
  typeof answer === 'object' && answer !== null && 'points' in answer
  && typeof answer.points === 'object' && answer.points !== null

/** Points that an answer gives an option; an id may be the name of something that every object has. */
export function pointsFor(answer: unknown, id: string): number {
  // Not `Object.hasOwn`, which phones of 2020 do not know.
  return isPointsAnswer(answer) ? new Map(Object.entries(answer.points)).get(id) ?? 0 : 0
}

/** The last step of `PointsTally.spread` is everything that a voter has. */
const STEPS = ALL_POINTS / SPREAD_STEP
const stepOf = (points: number) => Math.min(STEPS, Math.ceil(points / SPREAD_STEP))

export const points: KindRules<PointsPoll, PointsAnswer, PointsTally> = {
  isAnswer: isPointsAnswer,

  checkAnswer({ options }, answer) {
    if (!isPointsAnswer(answer))
      return { fault: 'send points for options' }
    const given = Object.entries(answer.points)
    if (!given.every(([id]) => options.some(option => option.id === id)))
      return { fault: 'give points to the options of this poll' }
    if (!given.every(([, number]) => Number.isInteger(number) && number >= 0))
      return { fault: 'give whole points, and none below 0' }
    if (given.reduce((sum, [, number]) => sum + number, 0) !== ALL_POINTS)
      return { fault: `give ${ALL_POINTS} points in all` }
    const kept = options.map(({ id }): [string, number] => [id, pointsFor(answer, id)])
    return { answer: { points: Object.fromEntries(kept.filter(([, number]) => number > 0)) } }
  },

  tally({ options }, answers) {
    const byOption = <T>(value: () => T): Record<string, T> =>
      Object.fromEntries(options.map(({ id }) => [id, value()]))
    const [counts, most] = [byOption(() => 0), byOption(() => 0)]
    const spread = byOption(() => Array.from<number>({ length: STEPS + 1 }).fill(0))
    let people = 0
    for (const { answer, people: n } of answers) {
      if (!isPointsAnswer(answer))
        continue
      people += n
      // Points for an option that was deleted from polls.yaml after the vote are gone; who gave them still counts.
      const given = options.map(({ id }) => ({ id, number: pointsFor(answer, id) }))
      const highest = Math.max(...given.map(({ number }) => number))
      for (const { id, number } of given) {
        counts[id] = (counts[id] ?? 0) + n * number
        most[id] = (most[id] ?? 0) + (number > 0 && number === highest ? n : 0)
        const steps = spread[id] ?? []
        steps[stepOf(number)] = (steps[stepOf(number)] ?? 0) + n
      }
    }
    return { kind: 'points', people, counts, spread, most }
  },

  textsIn: () => undefined,
  answersToCompare: () => undefined,
  exportCells: ({ points: given }) => [Object.entries(given).map(([id, number]) => `${id} ${number}`).join(' | '), ''],
}
