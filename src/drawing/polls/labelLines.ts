import { textWidthAnyScript } from '../textWidthAnyScript.ts'

/** How a label is set. */
export interface LabelType {
  /** Of a line, px. */
  width: number
  /** Of the type, px. */
  size: number
  /** At 75% width. */
  condensed?: boolean
}

/** A text in at most so many lines, broken anywhere where it has no spaces, its end cut off where it is longer. */
export function labelLines(text: string, type: LabelType, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap(part => pieces(part, type))) {
    const longer = [...lines.slice(-1), word].join(' ')
    if (lines.length > 0 && fits(longer, type))
      lines[lines.length - 1] = longer
    else
      lines.push(word)
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), type)]
}

function fits(text: string, { width, size, condensed }: LabelType): boolean {
  return textWidthAnyScript(text, size, condensed) <= width
}

/** A word in pieces that fit a line. */
function pieces(word: string, type: LabelType): string[] {
  const parts: string[] = ['']
  for (const letter of word) {
    const longer = `${parts.at(-1)}${letter}`
    if (parts.at(-1) === '' || fits(longer, type))
      parts[parts.length - 1] = longer
    else
      parts.push(letter)
  }
  return parts
}

/** As much of a text as fits a line, whole words unless the first is longer than the line. */
function cut(text: string, type: LabelType): string {
  const letters = [...text]
  const shown = () => `${letters.join('').trimEnd()}…`
  while (letters.length > 0 && !fits(shown(), type))
    letters.pop()
  const end = letters.lastIndexOf(' ')
  if (end > 0)
    letters.length = end
  return shown()
}
