import type { GridTally } from '../../polls/kinds/grid/answer.ts'
import type { PartOfGrid } from '../../polls/kinds/grid/middles.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { Row } from '../model.ts'
import type { CountedRound, Telling } from './telling.ts'
import { formatStep, middlesOf } from '../../polls/kinds/grid/middles.ts'
import { canTellMedian, mergeSmall } from '../privacy.ts'
import { drawnPoll, shownState } from './telling.ts'

/** Each item at the middle of the room. Places that few people chose are not drawn. */
export function reportGrid({ poll, round, tally }: CountedRound<Extract<Poll, { kind: 'grid' }>, GridTally>): Telling {
  const { across, up } = poll
  const middles = middlesOf(poll, tally).map(item => ({ ...item, isTold: canTellMedian(item.people) }))
  const told = middles.filter(({ isTold }) => isTold)
  const drawn: PartOfGrid = {
    kind: 'grid',
    people: tally.people,
    cells: Object.fromEntries(middles.map(({ id, cells, isTold }) => [id, isTold ? drawnCells(cells) : []])),
    centres: {},
    middles: Object.fromEntries(told.flatMap(({ id, middle }) => middle ? [[id, middle]] : [])),
  }
  return {
    columns: [
      { measure: 'people', name: 'Placed by' },
      { measure: 'across', name: `${across.name}, 1 ${across.ends[0]} to 5 ${across.ends[1]}` },
      { measure: 'up', name: `${up.name}, 1 ${up.ends[0]} to 5 ${up.ends[1]}` },
    ],
    rows: middles.map(({ id, number, text, people, middle, isTold }): Row => ({
      answers: [id],
      // A narrow picture has no room for more than the number.
      label: `${number}. ${text}`,
      cells: isTold && middle ? { people, across: formatStep(middle[0]), up: formatStep(middle[1]) } : {},
    })),
    facts: [],
    notes: ['A number marks the room’s middle. Places that fewer than five people chose are not drawn.'],
    ...told.length > 0 && { drawing: { poll: drawnPoll(poll), state: shownState(poll, round, drawn) } },
  }
}

/** Places that may be drawn; the others could be anywhere on the plane. */
function drawnCells(cells: number[]): number[] {
  const merged = mergeSmall([Object.fromEntries(cells.map((people, cell) => [String(cell), people]))])
  return cells.map((people, cell) => merged.has(String(cell)) ? 0 : people)
}
