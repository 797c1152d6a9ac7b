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
 * Breaks a text into lines: between words, or within a word that is longer than a line.
 *
 * @param text to break
 * @param type of the lines
 * @param maxLines if there would be more, the last line is cut and ends with an ellipsis
 */
export function labelLines(text: string, type: LabelType, maxLines: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap(part => splitToFit(part, type))) {
    const longer = [...lines.slice(-1), word].join(' ')
    if (lines.length > 0 && fits(longer, type))
      lines[lines.length - 1] = longer
    else
      lines.push(word)
  }
  if (lines.length <= maxLines)
    return lines
  const rest = lines.slice(maxLines - 1).join(' ')
  return [...lines.slice(0, maxLines - 1), truncate(rest, type)]
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
