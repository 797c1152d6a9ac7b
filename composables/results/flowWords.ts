import type { ShiftOption } from '../shift.ts'
import type { FlowDrawing } from './flows.ts'
import { anyWidth } from './anyScript.ts'
import { peopleWords, percentWords } from './people.ts'

/** What the picture of two votes is about: `14 of 38 people changed their mind`, and its share. */
export function movedWords({ people, moved }: Pick<FlowDrawing, 'people' | 'moved'>): { said: string, share: string } {
  if (moved === 0)
    return { said: `All ${people} stood by their answer`, share: '' }
  return { said: `${moved} of ${peopleWords(people)} changed their mind`, share: percentWords(moved, people) }
}

/** Who is drawn, where the two votes had others too: `38 answered both; 41 before, 40 after`. */
export function matchedWords(people: number, before: number, after: number): string {
  return before === people && after === people ? `The same ${people} people answered both` : `${people} answered both; ${before} before, ${after} after`
}

/** The picture for those who do not see it. */
export function flowMessage({ people, moved, ribbons }: Pick<FlowDrawing, 'people' | 'moved' | 'ribbons'>, options: ShiftOption[]): string {
  const textOf = (id: string) => `“${options.find(it => it.id === id)?.text ?? id}”`
  const [most] = ribbons.filter(it => !it.stayed).sort((a, b) => b.people - a.people)
  const { said, share } = movedWords({ people, moved })
  return most ? `${said}, ${share}. Most went from ${textOf(most.from)} to ${textOf(most.to)}: ${most.people}.` : `${said}.`
}

/**
 * A text in at most so many lines, its end cut off where it is longer.
 *
 * @param width of a line, px
 * @param size of the type, px
 */
export function labelLines(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap(it => pieces(it, width, size))) {
    const longer = [...lines.slice(-1), word].join(' ')
    if (lines.length > 0 && anyWidth(longer, size) <= width)
      lines[lines.length - 1] = longer
    else
      lines.push(word)
  }
  const rest = lines.slice(most - 1).join(' ')
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), cut(rest, width, size)]
}

/** A word in pieces that fit a line. */
function pieces(word: string, width: number, size: number): string[] {
  const parts: string[] = ['']
  for (const letter of word) {
    const longer = `${parts.at(-1)}${letter}`
    if (anyWidth(longer, size) > width)
      parts.push(letter)
    else
      parts[parts.length - 1] = longer
  }
  return parts
}

function cut(text: string, width: number, size: number): string {
  const letters = [...text]
  while (letters.length > 0 && anyWidth(`${letters.join('').trimEnd()}…`, size) > width)
    letters.pop()
  return `${letters.join('').trimEnd()}…`
}
