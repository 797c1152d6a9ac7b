import { lineCount } from './anyScript.ts'

export interface Space { width: number, height: number }

/** Left column of a poll's slide. */
export const COLUMN = 580
/** Between the kicker and the foot of a slide. */
const BODY = 440
const TITLE = { size: 42, leading: 1.06, gap: 20 }
const [LEAST, MOST] = [180, 350]

/**
 * The room that a question, set as the title of its slide, leaves for the picture under it.
 *
 * @returns px at 980 × 552
 */
export function spaceUnder(question: string): Space {
  const lines = lineCount(question, COLUMN, TITLE.size, true)
  return { width: COLUMN, height: Math.max(LEAST, Math.min(MOST, Math.floor(BODY - lines * TITLE.size * TITLE.leading - TITLE.gap))) }
}
