import { lineCount } from '../textWidthAnyScript.ts'

/** The space for a drawing, in px of a slide of 980 × 552. */
export interface SpacePx { width: number, height: number }

/** Width of the left column of a poll's slide. */
export const COLUMN_PX = 580
/** Height between the kicker and the foot of a slide. */
const BODY_PX = 440
/** Type of a question; sizes and gap in px, leading as a share of the size. */
const TITLE = { sizes: [42, 34], leading: 1.06, gap: 20, lines: 3 }
/** A question that has the whole slide: px. */
const WIDE = { width: 868, sizes: [50, 42], lines: 2 }
const [MIN_HEIGHT_PX, MAX_HEIGHT_PX] = [180, 350]

/** Size in px of the type in which a question is set as a title: smaller if it would take more than three lines. */
export function titleSize(question: string): number {
  return TITLE.sizes.find(size => lineCount(question, COLUMN_PX, size, true) <= TITLE.lines) ?? Math.min(...TITLE.sizes)
}

/** The same for a question that has the whole width of a slide. */
export function wideTitleSize(question: string): number {
  return WIDE.sizes.find(size => lineCount(question, WIDE.width, size, true) <= WIDE.lines) ?? Math.min(...WIDE.sizes)
}

/**
 * The space that a question, set as the title of its slide, leaves for the picture below it.
 */
export function spaceBelowTitle(question: string): SpacePx {
  const size = titleSize(question)
  const title = lineCount(question, COLUMN_PX, size, true) * size * TITLE.leading
  const free = Math.floor(BODY_PX - title - TITLE.gap)
  return { width: COLUMN_PX, height: Math.max(MIN_HEIGHT_PX, Math.min(MAX_HEIGHT_PX, free)) }
}
