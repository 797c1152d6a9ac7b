import type { RankTally } from '../../polls/kinds/rank/answer.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { Column, Row } from '../model.ts'
import type { CountedRound, Telling } from './telling.ts'
import { ranksOf } from '../../polls/kinds/rank/ranks.ts'
import { areTellable, roundMean } from '../privacy.ts'
import { drawnPoll, shownState, withoutPaper } from './telling.ts'

/**
 * A ranking by average place. Who gave which place is a table whose rows and columns all have the same sum, so it is
 * told as a whole or not at all.
 */
export function reportRank({ poll, round, tally }: CountedRound<Extract<Poll, { kind: 'rank' }>, RankTally>): Telling {
  const isTold = areTellable(Object.values(tally.places).flat())
  const ranks = ranksOf(poll, tally)
  const columns: Column[] = [
    { measure: 'place', name: 'Average place' },
    ...isTold
      ? [{ measure: 'first', name: 'Put it first' }, { measure: 'last', name: 'Put it last' }] as const
      : [],
  ]
  const all = ranks.map(({ id, text, points, places }): Row => ({
    answers: [id],
    label: text,
    cells: {
      place: roundMean(poll.options.length - points / tally.people, tally.people, !isTold),
      ...isTold && { first: places[0] ?? 0, last: places.at(-1) ?? 0 },
    },
  }))
  const rows = all.filter(({ cells }) => cells.place !== undefined)
  const [first] = rows
  return {
    columns,
    rows,
    facts: [],
    notes: isTold ? [] : ['Who gave which place is left out: some places were given by fewer than five people.'],
    ...first?.cells.place !== undefined && {
      finding: `“${first.label}” came first, with an average place of ${Number(first.cells.place).toFixed(1)}.`,
    },
    ...isTold && {
      drawing: { poll: drawnPoll(poll), state: shownState(poll, round, withoutPaper(tally) as RankTally) },
    },
  }
}
