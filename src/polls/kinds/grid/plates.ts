import type { Answer } from '../../protocol.ts'
import type { GridPoll } from './answer.ts'
import { optionColour } from '../../results/optionColour.ts'
import { cellOf, placeOfItem } from './answer.ts'

/** The number of an item on one of the places of a plane. */
export interface Plate {
  cell: number
  number: number
  colour: string
  /** Whether it lies where this phone put it; else it is where the middle of the room is. */
  own?: boolean
}

/** The items that an answer has placed. */
export function ownPlates({ items }: Pick<GridPoll, 'items'>, answer: Answer | undefined): Plate[] {
  return items.flatMap(({ id }, i) => {
    const place = placeOfItem(answer, id)
    return place ? [{ cell: cellOf(place), number: i + 1, colour: optionColour(id, i), own: true }] : []
  })
}
