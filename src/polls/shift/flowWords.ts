import type { PollOption } from '../kinds/base.ts'
import type { FlowDrawing } from './flows.ts'
import { formatPeople, formatPercent } from '../people.ts'

/** What the picture of two votes is about: `14 of 38 people changed their mind`, and its share. */
export function movedWords({ people, moved }: Pick<FlowDrawing, 'people' | 'moved'>): { said: string, share: string } {
  if (people === 0)
    return { said: 'No answers are left to compare', share: '' }
  if (moved === 0 || moved === people)
    return { said: `All ${people} ${moved === 0 ? 'stood by their answer' : 'changed their mind'}`, share: '' }
  return { said: `${moved} of ${formatPeople(people)} changed their mind`, share: formatPercent(moved, people) }
}

/** Who is drawn, where the two votes had others too: `38 answered both; 41 before, 40 after`. */
export function matchedWords(people: number, before: number, after: number): string {
  return before === people && after === people
    ? `The same ${people} people answered both`
    : `${people} answered both; ${before} before, ${after} after`
}

/** The picture for those who do not see it. */
export function flowMessage(
  { people, moved, ribbons }: Pick<FlowDrawing, 'people' | 'moved' | 'ribbons'>,
  options: PollOption[],
): string {
  const textOf = (id: string) => `“${options.find(option => option.id === id)?.text ?? id}”`
  const [most] = ribbons.filter(ribbon => !ribbon.stayed).sort((a, b) => b.people - a.people)
  const { said, share } = movedWords({ people, moved })
  const changed = share ? `${said}, ${share}` : said
  return most ? `${changed}. Most went from ${textOf(most.from)} to ${textOf(most.to)}: ${most.people}.` : `${changed}.`
}
