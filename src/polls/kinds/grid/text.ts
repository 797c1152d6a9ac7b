import type { KindText } from '../faces.ts'
import type { GridPoll, GridTally } from './answer.ts'
import { formatPeople, NOBODY } from '../../people.ts'
import { GRID_STEPS } from './answer.ts'
import { findMiddle, formatStep, middlesOf } from './middles.ts'

export const gridText: KindText<GridPoll, GridTally> = {
  guideLine: ({ items: { length }, across, up }) =>
    `place ${length === 1 ? 'one item' : `${length} items`} by ${[across, up].map(({ name }) => name).join(' and ')}`,
  rule: () => 'Each number marks the room’s middle',
  hasRuleFirst: false,
  extra: () => '',
  finding: (poll, { tally }) => findMiddle(poll, tally),
}

/** The results in sentences, for a screen reader. */
export function formatGridResults(poll: GridPoll, tally: GridTally): string {
  const placed = middlesOf(poll, tally).flatMap(({ text, middle, people }) => middle ? [{ text, middle, people }] : [])
  if (placed.length === 0)
    return `${NOBODY}.`
  const { across, up } = poll
  const told = placed.map(({ text, middle: [x, y], people }) =>
    `“${text}”: ${across.name} ${formatStep(x)}, ${up.name} ${formatStep(y)}, by ${formatPeople(people)}.`)
  return `The middle of the room, from 1 to ${GRID_STEPS}. ${told.join(' ')}`
}
