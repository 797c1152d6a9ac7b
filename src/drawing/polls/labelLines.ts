import { textWidthAnyScript } from '../textWidthAnyScript.ts'

/** The type of a label, and the width that it has. */
export interface LabelType {
  /** Of a line, px. */
  width: number
  /** Of the type, px. */
  size: number
  /** Whether its letters are set at 75% of their width. */
  condensed?: boolean
}

/**
 * Breaks a text into lines about as long as one another, so that no word is left alone at the end: between words, or
 * within a word that is longer than a line.
 *
 * @param text to break
 * @param type of the lines
 * @param maxLines if there would be more, the last line is cut and ends with an ellipsis
 */
export function labelLines(text: string, type: LabelType, maxLines: number): string[] {
  const words = text.split(/\s+/).flatMap(part => splitToFit(part, type))
  const lines = fill(words, type)
  if (lines.length > maxLines)
    return [...lines.slice(0, maxLines - 1), truncate(lines.slice(maxLines - 1).join(' '), type)]
  return lines.length > 1 ? balance(words, lines, type) : lines
}

/** As many words in each line as fit. */
function fill(words: readonly string[], type: LabelType): string[] {
  const lines: string[] = []
  for (const word of words) {
    const longer = [...lines.slice(-1), word].join(' ')
    if (lines.length > 0 && fits(longer, type))
      lines[lines.length - 1] = longer
    else
      lines.push(word)
  }
  return lines
}

/** Steps between half the width and all of it, in which the narrowest that takes no more lines is looked for. */
const STEPS = 20

function balance(words: readonly string[], lines: string[], type: LabelType): string[] {
  const widths = Array.from({ length: STEPS }, (_, i) => type.width * (STEPS + i) / (2 * STEPS))
  const balanced = widths.map(width => fill(words, { ...type, width })).find(({ length }) => length === lines.length)
  return balanced ?? lines
}

function fits(text: string, { width, size, condensed }: LabelType): boolean {
  return textWidthAnyScript(text, size, condensed) <= width
}

/** Splits a word into pieces that fit a line. */
function splitToFit(word: string, type: LabelType): string[] {
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

/** As much of a text as fits a line, with an ellipsis; whole words, unless the first is longer than the line. */
function truncate(text: string, type: LabelType): string {
  const letters = [...text]
  const shown = () => `${letters.join('').trimEnd()}…`
  while (letters.length > 0 && !fits(shown(), type))
    letters.pop()
  const end = letters.lastIndexOf(' ')
  if (end > 0)
    letters.length = end
  return shown()
}
