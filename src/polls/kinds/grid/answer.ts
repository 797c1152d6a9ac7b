import type { BasePoll, BaseTally, KindRules, PollOption } from '../base.ts'

/** One direction of a grid. */
export interface GridAxis {
  /** What is judged: `Evidence`. */
  name: string
  /** What its two ends are called: `little evidence`, `much evidence`. */
  ends: [low: string, high: string]
}

export interface GridPoll extends BasePoll {
  kind: 'grid'
  /** From left to right, and from the bottom to the top. */
  across: GridAxis
  up: GridAxis
  /** What is placed. */
  items: PollOption[]
}

/**
 * Steps of either axis. Five is as many as people tell apart without a ruler, has a middle, and leaves each place of a
 * phone of 320 pixels as wide as a thumb, which seven would not.
 */
export const GRID_STEPS = 5

/** A place: steps from 1 to `GRID_STEPS`, from the left and from the bottom. */
export type GridPlace = [across: number, up: number]

/** Places by item id, in the order of the poll; items without a place are left out. */
export interface GridAnswer {
  places: Record<string, GridPlace>
}

export interface GridTally extends BaseTally {
  kind: 'grid'
  /** Number of people by place, row by row from the bottom left; by item id. */
  cells: Record<string, number[]>
  /** Mean place of each item that anybody placed, and the root mean square of the distances from it, in steps. */
  centres: Record<string, { across: number, up: number, spread: number }>
}

export const isGridAnswer = (answer: unknown): answer is GridAnswer =>
  typeof answer === 'object' && answer !== null && 'places' in answer
  && typeof answer.places === 'object' && answer.places !== null

const isStep = (step: unknown) =>
  typeof step === 'number' && Number.isInteger(step) && step >= 1 && step <= GRID_STEPS

const isPlace = (place: unknown): place is GridPlace =>
  Array.isArray(place) && place.length === 2 && place.every(isStep)

/** Where an answer puts an item; an id may be the name of something that every object has. */
export function placeOfItem(answer: unknown, id: string): GridPlace | undefined {
  // Not `Object.hasOwn`, which phones of 2020 do not know.
  const place: unknown = isGridAnswer(answer) ? new Map(Object.entries(answer.places)).get(id) : undefined
  return isPlace(place) ? place : undefined
}

/** Index of a place in a list of all places. */
export const cellOf = ([across, up]: GridPlace): number => (up - 1) * GRID_STEPS + across - 1
/** The place of a cell; the inverse of `cellOf`. */
export const placeOfCell = (cell: number): GridPlace => [cell % GRID_STEPS + 1, Math.floor(cell / GRID_STEPS) + 1]

export const grid: KindRules<GridPoll, GridAnswer, GridTally> = {
  isAnswer: isGridAnswer,

  checkAnswer({ items }, answer) {
    if (!isGridAnswer(answer))
      return { fault: 'send places of items' }
    const placed = Object.entries(answer.places)
    if (placed.length === 0)
      return { fault: 'place at least one item' }
    if (!placed.every(([id]) => items.some(item => item.id === id)))
      return { fault: 'place the items of this poll' }
    if (!placed.every(([, place]) => isPlace(place)))
      return { fault: `a place is two whole numbers from 1 to ${GRID_STEPS}` }
    return { answer: { places: Object.fromEntries(items.flatMap(({ id }): [string, GridPlace][] => {
      const place = placeOfItem(answer, id)
      return place ? [[id, place]] : []
    })) } }
  },

  /** An item without a place is judged by the others only: whoever placed some of them has answered. */
  tally({ items }, answers) {
    const cells: Record<string, number[]> = Object.fromEntries(
      items.map(({ id }) => [id, Array.from<number>({ length: GRID_STEPS ** 2 }).fill(0)]),
    )
    let people = 0
    for (const { answer, people: n } of answers) {
      if (!isGridAnswer(answer))
        continue
      people += n
      for (const { id } of items) {
        const place = placeOfItem(answer, id)
        const counts = cells[id]
        if (place && counts)
          counts[cellOf(place)] = (counts[cellOf(place)] ?? 0) + n
      }
    }
    const centres = Object.entries(cells).flatMap(([id, counts]) => {
      const centre = centreOf(counts)
      return centre ? [[id, centre] as const] : []
    })
    return { kind: 'grid', people, cells, centres: Object.fromEntries(centres) }
  },

  isUnfinished: ({ items }, answer) => Object.keys(answer.places).length < items.length,
  textsIn: () => undefined,
  answersToCompare: () => undefined,
  exportCells: ({ places }) => [
    Object.entries(places).map(([id, [across, up]]) => `${id} ${across}/${up}`).join(' | '),
    '',
  ],
}

/** From counts alone, so that it is the same whatever the order of the ballots. */
function centreOf(counts: readonly number[]): GridTally['centres'][string] | undefined {
  const people = counts.reduce((sum, count) => sum + count, 0)
  if (people === 0)
    return undefined
  const mean = (value: (place: GridPlace) => number) =>
    counts.reduce((sum, count, cell) => sum + count * value(placeOfCell(cell)), 0) / people
  const [across, up] = [mean(place => place[0]), mean(place => place[1])]
  const squares = mean(place => (place[0] - across) ** 2 + (place[1] - up) ** 2)
  return { across, up, spread: Math.sqrt(squares) }
}
