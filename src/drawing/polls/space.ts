import { lineCount } from '../textWidthAnyScript.ts'

/** The space for a drawing, in px of a slide of 980 × 552. */
export interface SpacePx { width: number, height: number }

/** Where a slide has room: between its margins, and between the kicker and the foot; px. */
const BODY = { width: 868, height: 442 }
/** While the room votes: the column with the code, the gap before it, and the row that counts below. */
const ASKING = { column: 176, gap: 36, row: 92 }
/** The line under the results. */
const NOTE_PX = 36
/** Type of a question: sizes in px, largest first, for at most so many lines; leading as a share of the size. */
const TITLE = {
  asked: { sizes: [37, 31, 26], lines: 2, gap: 16 },
  answered: { sizes: [28, 24], lines: 2, gap: 14 },
  alone: { sizes: [50, 42, 34], lines: 2, gap: 14 },
  leading: 1.06,
}

export type TitleState = 'asked' | 'answered' | 'alone'

/** Width that a question has: beside the code while the room votes, else the whole slide. */
export function titleWidth(state: TitleState): number {
  return state === 'asked' ? BODY.width - ASKING.column - ASKING.gap : BODY.width
}

/** Size in px of the type of a question: smaller where it would take more lines than it may. */
export function titleSize(question: string, state: TitleState): number {
  const { sizes, lines } = TITLE[state]
  return sizes.find(size => lineCount(question, titleWidth(state), size, true) <= lines) ?? Math.min(...sizes)
}

/** The space that a question leaves for the picture below it; a line of words may stand between them. */
export function pollSpace(question: string, state: TitleState, between = 0): SpacePx {
  const size = titleSize(question, state)
  const title = lineCount(question, titleWidth(state), size, true) * size * TITLE.leading + TITLE[state].gap
  const below = state === 'asked' ? ASKING.row : NOTE_PX
  return { width: titleWidth(state), height: Math.floor(BODY.height - title - between - below) }
}

/** The space of a picture that needs no question above it. */
export function bareSpace(): SpacePx {
  return { width: BODY.width, height: BODY.height - NOTE_PX }
}

/** Two polls side by side: the gap between them, and the type of a title in half of a slide, px. */
export const HALVES = { gap: 48, sizes: [24, 21], lines: 2, leading: 1.12, line: 22, below: 12, note: 48 }

/** A poll in half of a slide: the size of its title's type in px, and the space that is left for its picture. */
export interface HalfSpace extends SpacePx {
  size: number
}

/**
 * The space of a poll that has half of a slide.
 *
 * @param title its question, or what its results come to
 * @param over the question above a title that says something else; one line
 */
export function halfSpace(title: string, over?: string): HalfSpace {
  const width = Math.floor((BODY.width - HALVES.gap) / 2)
  const lines = (size: number) => lineCount(title, width, size, true)
  const size = HALVES.sizes.find(px => lines(px) <= HALVES.lines) ?? Math.min(...HALVES.sizes)
  // Both pictures begin at one height, as long as their titles take no more than two lines.
  const own = lines(size) * size * HALVES.leading + (over === undefined ? 0 : HALVES.line)
  const taken = Math.max(HALVES.lines * HALVES.leading * Math.max(...HALVES.sizes), own)
  return { width, size, height: Math.floor(BODY.height - taken - HALVES.below - HALVES.note) }
}
