import { lineCount } from '../textWidthAnyScript.ts'

export interface Space { width: number, height: number }

/** Left column of a poll's slide. */
export const COLUMN = 580
/** Between the kicker and the foot of a slide. */
const BODY = 440
const TITLE = { sizes: [42, 34], leading: 1.06, gap: 20, lines: 3 }
const [LEAST, MOST] = [180, 350]

/** px of the type in which a question is set: smaller where it would take half the slide. */
export function titleSize(question: string): number {
  return TITLE.sizes.find(size => lineCount(question, COLUMN, size, true) <= TITLE.lines) ?? Math.min(...TITLE.sizes)
}

/**
 * The room that a question, set as the title of its slide, leaves for the picture under it.
 *
 * @returns px at 980 × 552
 */
export function spaceUnder(question: string): Space {
  const size = titleSize(question)
  const title = lineCount(question, COLUMN, size, true) * size * TITLE.leading
  return { width: COLUMN, height: Math.max(LEAST, Math.min(MOST, Math.floor(BODY - title - TITLE.gap))) }
}
