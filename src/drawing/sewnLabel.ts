import type { Box } from './textMetrics.ts'
import { textWidth } from './textMetrics.ts'

/** The words of a label: what stands above its rule and what stands below, each a line of its own. */
export interface LabelWords { above: readonly string[], below: readonly string[] }

export interface LabelLine {
  text: string
  /** px */
  size: number
  /** Baseline, px from the top of the label; a line is centred. */
  y: number
}

/** A stitch, px from the top left corner of the label. */
export interface Stitch { x1: number, y1: number, x2: number, y2: number }

export interface SewnLabel {
  width: number
  height: number
  lines: LabelLine[]
  /** The rule between the two halves; none where one is empty. */
  rule: { x1: number, x2: number, y: number } | undefined
  stitches: Stitch[]
}

interface Ellipse { cx: number, cy: number, rx: number, ry: number }

export interface Collar {
  /** The neck hole. */
  opening: Ellipse
  /** Outer edge of the ribbing. */
  band: Ellipse
  /** Line of stitches under the band. */
  seam: Ellipse
  ribs: { x1: number, y1: number, x2: number, y2: number }[]
}

/** Type of a label, px: nothing on a slide is set smaller. */
const LEAST_SIZE = 18
const MOST_SIZE = 72
/** The lower half is set smaller where it has more to say than the upper. */
const SMALLER = 0.66
const LEADING = 1.16
/** Height of a capital letter, em. */
const CAP = 0.7
/** px from the edges of the label to its words, and to its stitches. */
const PADDING = { x: 34, y: 40 }
const HEM = 15
/** Letters stand apart, as woven ones do, em. */
export const SPACING = 0.02
/** px above and below the rule, in parts of the upper type. */
const RULE_GAP = 0.42
const STITCH = { length: 15, gap: 8, sag: 0.6 }

/**
 * Sets the words of a sewn label as large as the label can hold.
 *
 * @param words each line as it is printed
 * @param space size of the label, px
 * @param space.width px
 * @param space.height px
 * @throws {Error} where a half is missing, both are empty, or a line does not fit at 18 px
 */
export function layOutLabel(words: LabelWords, { width, height }: Pick<Box, 'width' | 'height'>): SewnLabel {
  if (![words.above, words.below].every(Array.isArray) || words.above.length + words.below.length === 0)
    throw new Error('TurnedLabel: a label needs the lists above and below, and a line in one of them; write both.')
  const share = words.below.length > words.above.length ? SMALLER : 1
  const size = largestSize(words, share, width - 2 * PADDING.x, height - 2 * PADDING.y)
  if (size * share < LEAST_SIZE) {
    const longest = [...words.above, ...words.below].reduce((a, b) => (a.length < b.length ? b : a), '')
    throw new Error(`TurnedLabel: “${longest}” does not fit a label of ${width} × ${height} px; shorten its lines.`)
  }
  const small = size * share
  const gap = gapOf(words, size)
  const top = (height - heightOf(words, size, share)) / 2
  const above = words.above.map((text, i) => ({ text, size, y: top + CAP * size + i * LEADING * size }))
  const ruleY = top + blockHeight(words.above.length, size) + gap
  const start = gap === 0 ? ruleY : ruleY + gap
  const below = words.below.map((text, i) => ({ text, size: small, y: start + CAP * small + i * LEADING * small }))
  return {
    width,
    height,
    lines: [...above, ...below],
    rule: gap === 0 ? undefined : { x1: width * 0.3, x2: width * 0.7, y: ruleY },
    stitches: [...stitchesAlong(HEM, width), ...stitchesAlong(height - HEM, width)],
  }
}

function largestSize(words: LabelWords, share: number, width: number, height: number): number {
  const fits = (size: number) =>
    heightOf(words, size, share) <= height
    && words.above.every(text => lineWidth(text, size) <= width)
    && words.below.every(text => lineWidth(text, size * share) <= width)
  for (let size = MOST_SIZE; size >= LEAST_SIZE; size -= 1) {
    if (fits(size))
      return size
  }
  return 0
}

/** Upper bound of the width of a line of a label, px. */
export function lineWidth(text: string, size: number): number {
  return textWidth(text, size, true) + text.length * SPACING * size
}

function blockHeight(lines: number, size: number): number {
  return lines === 0 ? 0 : (CAP + (lines - 1) * LEADING) * size
}

function gapOf({ above, below }: LabelWords, size: number): number {
  return above.length > 0 && below.length > 0 ? RULE_GAP * size : 0
}

function heightOf(words: LabelWords, size: number, share: number): number {
  return blockHeight(words.above.length, size) + blockHeight(words.below.length, size * share) + 2 * gapOf(words, size)
}

/** Stitches by hand: of one length, a little askew, the same each time. */
function stitchesAlong(y: number, width: number): Stitch[] {
  const step = STITCH.length + STITCH.gap
  const count = Math.floor((width - 2 * HEM + STITCH.gap) / step)
  const start = (width - (count * step - STITCH.gap)) / 2
  return Array.from({ length: count }, (_, i) => {
    const x1 = start + i * step
    const sag = STITCH.sag * Math.sin(i * 2.4)
    return { x1, y1: y + sag, x2: x1 + STITCH.length, y2: y - sag }
  })
}

/** Collar, in parts of the slide: it reaches beyond both its sides. */
const COLLAR = { y: -0.16, rx: 0.47, ry: 0.35, band: 0.115, seam: 0.022 }
const RIBS = 92

/**
 * The collar of a garment that lies open: its neck hole at the top of the slide, ribbing round it, and a seam.
 *
 * @param slide px
 * @param slide.width px
 * @param slide.height px
 */
export function layOutCollar({ width, height }: Pick<Box, 'width' | 'height'>): Collar {
  const at = (more: number) => ({
    cx: width / 2,
    cy: COLLAR.y * height,
    rx: COLLAR.rx * width + more * height,
    ry: (COLLAR.ry + more) * height,
  })
  const [opening, band, seam] = [at(0), at(COLLAR.band), at(COLLAR.band + COLLAR.seam)]
  const on = ({ cx, cy, rx, ry }: Ellipse, angle: number) =>
    ({ x: cx + rx * Math.cos(angle), y: cy + ry * Math.sin(angle) })
  const ribs = Array.from({ length: RIBS }, (_, i) => {
    const angle = Math.PI * (i + 0.5) / RIBS
    const [from, to] = [on(opening, angle), on(band, angle)]
    return { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
  })
  return { opening, band, seam, ribs }
}

/** A label where it hangs on the slide, px, and by how much it is askew, degrees. */
export interface HungLabel extends SewnLabel { x: number, y: number, tilt: number }

/** The first label alone, the first beside the second, and the second. */
const HANGS = {
  first: { x: 225, y: 168, width: 530, height: 292, tilt: -1 },
  aside: { x: 44, y: 196, width: 250, height: 168, tilt: -2.5 },
  second: { x: 330, y: 164, width: 604, height: 278, tilt: 0.8 },
} as const

/**
 * Two labels for a slide of 980 × 552 px: the first large and, for when the second is there, small.
 *
 * @throws {Error} where a line does not fit at 18 px
 */
export function hangLabels(first: LabelWords, second: LabelWords): Record<keyof typeof HANGS, HungLabel> {
  const hung = (words: LabelWords, hang: typeof HANGS[keyof typeof HANGS]) => ({ ...hang, ...layOutLabel(words, hang) })
  return { first: hung(first, HANGS.first), aside: hung(first, HANGS.aside), second: hung(second, HANGS.second) }
}
