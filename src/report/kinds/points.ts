import type { PointsTally } from '../../polls/kinds/points/answer.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { Row } from '../model.ts'
import type { CountedRound, Telling } from './telling.ts'
import { stakesOf } from '../../polls/kinds/points/stakes.ts'
import { formatPointsResults } from '../../polls/kinds/points/text.ts'
import { areTellable, mergeNeighbours } from '../privacy.ts'
import { drawnPoll, shownState } from './telling.ts'

/** Points on average; the strokes of a few people stand in the middle of their group. */
export function reportPoints(
  { poll, round, tally }: CountedRound<Extract<Poll, { kind: 'points' }>, PointsTally>,
): Telling {
  const { people } = tally
  const stakes = stakesOf(poll, tally)
  const isNothingTold = stakes.every(({ nothing }) => areTellable([nothing, people - nothing]))
  const spread = Object.fromEntries(Object.entries(tally.spread).map(([id, steps]) => [id, grouped(steps)]))
  const told: PointsTally = { kind: 'points', people, counts: tally.counts, spread, most: {} }
  return {
    columns: [
      { measure: 'points', name: 'Points on average' },
      ...isNothingTold ? [{ measure: 'nothing', name: 'Gave it nothing' } as const] : [],
    ],
    rows: stakes.map(({ id, text, mean, nothing }): Row => ({
      answers: [id],
      label: text,
      cells: { points: Number(mean.toFixed(1)), ...isNothingTold && { nothing } },
    })),
    facts: [],
    finding: formatPointsResults(poll as never, told),
    notes: isNothingTold ? [] : ['How the points divide is left out: some parts are of fewer than five people.'],
    ...isNothingTold && { drawing: { poll: drawnPoll(poll), state: shownState(poll, round, told) } },
  }
}

/** The steps with everybody in the middle of a group of at least five; who gave nothing stays apart. */
function grouped([nothing = 0, ...steps]: number[]): number[] {
  const told = steps.map(() => 0)
  for (const [first, last] of mergeNeighbours(steps))
    told[Math.floor((first + last) / 2)] = steps.slice(first, last + 1).reduce((sum, people) => sum + people, 0)
  return [nothing, ...told]
}
