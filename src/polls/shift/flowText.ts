import type { PollOption } from '../kinds/base.ts'
import type { FlowDrawing } from './flows.ts'
import { formatPeople } from '../people.ts'
import { toldFlow } from './flows.ts'

/** From so many people on, `4 in 10` does not claim more than is known. */
const ROUNDED_FROM = 10

/**
 * The headline over two votes, `4 in 10 changed their answer`, and the exact numbers behind it where it rounds:
 * `14 of 38 people`.
 */
export function formatMoved({ people, moved }: Pick<FlowDrawing, 'people' | 'moved'>): { text: string, exact: string } {
  if (people === 0)
    return { text: 'No answers are left to compare', exact: '' }
  if (moved === 0 || moved === people)
    return { text: `All ${people} ${moved === 0 ? 'stood by their answer' : 'changed their answer'}`, exact: '' }
  const exact = `${moved} of ${formatPeople(people)}`
  const inTen = Math.round(moved / people * 10)
  if (people < ROUNDED_FROM || inTen === 0 || inTen === 10)
    return { text: `${exact} changed their answer`, exact: '' }
  return { text: `${inTen} in 10 changed their answer`, exact }
}

/** How an answer fared, in the unit of its number: `up 17`, `down 4`, `as before`. */
export function formatDifference(before: number, after: number): string {
  if (before === after)
    return 'as before'
  return after > before ? `up ${after - before}` : `down ${before - after}`
}

/** How many people are drawn and how many voted each time: `38 answered both; 41 before, 40 after`. */
export function formatMatched(people: number, before: number, after: number): string {
  return before === people && after === people
    ? `The same ${people} people answered both`
    : `${people} answered both; ${before} before, ${after} after`
}

/** The picture in words, for a screen reader. */
export function formatFlows(
  { people, moved, ribbons }: Pick<FlowDrawing, 'people' | 'moved' | 'ribbons'>,
  options: PollOption[],
): string {
  const textOf = (id: string) => `“${options.find(option => option.id === id)?.text ?? id}”`
  const most = toldFlow(ribbons)
  const { text, exact } = formatMoved({ people, moved })
  const changed = exact ? `${text}, ${exact}` : text
  return most ? `${changed}. Most went from ${textOf(most.from)} to ${textOf(most.to)}: ${most.people}.` : `${changed}.`
}
