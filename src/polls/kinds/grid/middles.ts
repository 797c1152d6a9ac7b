import type { PollOption } from '../base.ts'
import type { GridPlace, GridPoll, GridTally } from './answer.ts'
import { FORMS } from '../../phoneWords.ts'
import { optionColour } from '../../results/optionColour.ts'
import { GRID_STEPS, placeOfCell } from './answer.ts'

/** Where the room puts one item. */
export interface Middle extends PollOption {
  /** Number on its plate, from 1: its place in the poll. */
  number: number
  colour: string
  /** Number of people by place, as in the tally. */
  cells: number[]
  /** People who placed it. */
  people: number
  /** Median of either axis, which may lie between two steps; undefined where nobody placed it. */
  middle?: GridPlace
  /** How far apart the room is, in steps. */
  spread: number
}

/** A tally of which not everybody may be drawn, as in a report: it brings the median places along, by item id. */
export interface PartOfGrid extends GridTally {
  middles?: Record<string, GridPlace>
}

/** The items in the author's order. */
export function middlesOf({ items }: Pick<GridPoll, 'items'>, tally: PartOfGrid | undefined): Middle[] {
  return items.map((item, i) => {
    const cells = tally?.cells[item.id] ?? []
    const people = cells.reduce((sum, count) => sum + count, 0)
    return {
      ...item,
      number: i + 1,
      colour: optionColour(item.id, i),
      cells,
      people,
      spread: tally?.centres[item.id]?.spread ?? 0,
      ...middleOf(tally?.middles?.[item.id], cells, people),
    }
  })
}

function middleOf(given: GridPlace | undefined, cells: readonly number[], people: number): Pick<Middle, 'middle'> {
  const middle: GridPlace = given ?? [medianOf(cells, 0), medianOf(cells, 1)]
  return given || people > 0 ? { middle } : {}
}

/** Median of one axis: of an even number of people the mean of the two in the middle. */
function medianOf(cells: readonly number[], axis: 0 | 1): number {
  const steps = Array.from<number>({ length: GRID_STEPS }).fill(0)
  cells.forEach((count, cell) => {
    const at = placeOfCell(cell)[axis] - 1
    steps[at] = (steps[at] ?? 0) + count
  })
  const people = steps.reduce((sum, count) => sum + count, 0)
  const stepOf = (rank: number) => {
    let below = 0
    return 1 + steps.findIndex(count => (below += count) > rank)
  }
  return (stepOf(Math.floor((people - 1) / 2)) + stepOf(Math.floor(people / 2))) / 2
}

const startLarge = (text: string) => text.replace(/^\p{Ll}/u, letter => letter.toUpperCase())

const CENTRE = (GRID_STEPS + 1) / 2
/** With fewer people than this there is no middle to speak of. */
const LEAST_PEOPLE = 3
/** Root mean square of distances, in steps, from which on a room counts as divided. */
const DIVIDED = 1.7

/**
 * What the places of a room come to: the item that lies farthest at the top left, which is where a claim weighs much
 * and has little below it; or else the one on which the room is most divided.
 */
export function findMiddle(poll: GridPoll, tally: GridTally): string | undefined {
  const placed = middlesOf(poll, tally).filter(item => item.people >= LEAST_PEOPLE)
  const depth = ({ middle: [across, up] = [CENTRE, CENTRE] }: Middle) => Math.min(CENTRE - across, up - CENTRE)
  const centre = (item: Middle) => {
    const mean = tally.centres[item.id]
    return mean ? mean.up - mean.across : 0
  }
  const corner = placed.filter(item => depth(item) > 0).sort((a, b) => depth(b) - depth(a) || centre(b) - centre(a))[0]
  if (corner)
    return `${startLarge(poll.up.ends[1])}, ${poll.across.ends[0]}: “${corner.text}”`
  const [divided] = placed.filter(item => item.spread >= DIVIDED).sort((a, b) => b.spread - a.spread)
  return divided && `The room is divided on “${divided.text}”`
}

/** A step as it is told; the middle of an even number of people may lie between two. */
export const formatStep = (step: number): string => Number.isInteger(step) ? `${step}` : step.toFixed(1)

/** A place in the words of the page: `Evidence 4 of 5, Impact 2 of 5`. */
export function formatPlace({ across, up }: GridPoll, place: GridPlace): string {
  return [across, up]
    .map(({ name }, i) => FORMS.step(name, formatStep(place[i as 0 | 1]), GRID_STEPS))
    .join(FORMS.comma)
}
