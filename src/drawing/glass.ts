import { textWidth } from './textMetrics.ts'

/** A magnifier at the right of a slide of 980 × 552, px: its glass and its rim; the handle leaves the slide. */
export const GLASS = { x: 712, y: 214, radius: 176, rim: 17, handle: 'M848 350 L1010 512' } as const

export interface WordsInGlass {
  /** Of the type, px. */
  size: number
  /** Each with its baseline. */
  lines: { line: string, y: number }[]
}

/** Sizes to try, px; no line comes nearer to the rim than the gap. */
const SIZES = [71, 66, 60, 54, 48, 42, 39]
const GAP_PX = 9
/** Of headline type, in em: from line to line, height of capitals, depth of descenders. */
const TYPE = { leading: 1.04, cap: 0.69, descent: 0.2 }

/**
 * Lines of headline type, as large as the glass holds all of them.
 *
 * @throws where they do not fit at the smallest size
 */
export function fitInGlass(lines: string[]): WordsInGlass {
  for (const size of SIZES) {
    const height = ((lines.length - 1) * TYPE.leading + TYPE.cap) * size
    const first = GLASS.y - height / 2 + TYPE.cap * size
    const placed = lines.map((line, i) => ({ line, y: first + i * TYPE.leading * size }))
    if (placed.every(({ line, y }) => isInGlass(textWidth(line, size, true), y, size)))
      return { size, lines: placed }
  }
  throw new Error(
    `loud "${lines.join('|')}" does not fit into the magnifier at ${SIZES.at(-1)} px; write fewer or shorter lines.`,
  )
}

function isInGlass(width: number, baseline: number, size: number): boolean {
  const far = Math.max(GLASS.y - (baseline - TYPE.cap * size), baseline + TYPE.descent * size - GLASS.y)
  return Math.hypot(width / 2, far) <= GLASS.radius - GAP_PX
}
