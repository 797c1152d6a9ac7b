import type { PollOption } from '../kinds/base.ts'
import type { FlowDrawing } from './flows.ts'
import { formatPeople, formatPercent } from '../people.ts'

/** The headline over two votes, `14 of 38 people changed their mind`, and the share of those who did in per cent. */
export function formatMoved({ people, moved }: Pick<FlowDrawing, 'people' | 'moved'>): { text: string, share: string } {
  if (people === 0)
    return { text: 'No answers are left to compare', share: '' }
  if (moved === 0 || moved === people)
    return { text: `All ${people} ${moved === 0 ? 'stood by their answer' : 'changed their mind'}`, share: '' }
  return { text: `${moved} of ${formatPeople(people)} changed their mind`, share: formatPercent(moved, people) }
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
  const [most] = ribbons.filter(ribbon => !ribbon.stayed).sort((a, b) => b.people - a.people)
  const { text, share } = formatMoved({ people, moved })
  const changed = share ? `${text}, ${share}` : text
  return most ? `${changed}. Most went from ${textOf(most.from)} to ${textOf(most.to)}: ${most.people}.` : `${changed}.`
}
