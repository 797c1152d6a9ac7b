import type { PenMark } from '../penPath.ts'
import type { AxisLabel } from './axisLabel.ts'
import { penMark } from '../penPath.ts'
import { textWidth } from '../textMetrics.ts'
import { axisLabelAt } from './axisLabel.ts'

/** Type of the words in a plot, and the least length of a line between a label and what it names; px. */
export const LABEL = { words: 18, line: 12 } as const
const LEAST_GUESS = 36
/** Type of the middle guess as long as it leads the picture, and beside the record; px, the largest first. */
const GUESS_SIZES = { leading: [112, 84, 54], beside: [LEAST_GUESS] }

/** Type of the record, the largest of these in which a long one fits. */
const LEAST_RECORD = 26
const RECORD_SIZES = [46, 38, 32, LEAST_RECORD]
/** Of a figure of the headline face: from its baseline to its top, as a share of its size. */
const FIGURE_EM = 0.69
/** How far a dollar sign hangs below its baseline, as a share of its size. */
const HANGING_EM = 0.09
/** From the baseline of a value to that of the words below it, and the depth of their letters, px. */
const [LINE, DEPTH] = [22, 5]
/** A label nearer than this to the record goes to the side away from it; and it stays so far from its line. px */
const [NEAR, CLEAR] = [150, 18]
/** How far a label that stands aside goes past its place, px. */
const ASIDE = 10
/** Between a value and the words beside it, and between a band and its words, px. */
const [BESIDE, AFTER_BAND] = [10, 12]

/** A label of two lines, centred in its box. All in px; `y` is that of its top. */
export interface LabelBox {
  /** The place that it names. */
  x: number
  left: number
  width: number
  y: number
  height: number
  size: number
  /** Baselines, from the top of the box. */
  baselines: [value: number, words: number]
  /** From where to where dots have to stay below it. */
  from: number
  to: number
}

/** What a label of the middle guess is about; px. */
export interface Guess {
  /** Place on the axis. */
  x: number
  texts: [value: string, words: string]
  /** Whether it leads the picture. */
  isLarge: boolean
}

/**
 * What a label of the middle guess may be, the best one first: large, and over its own place or a little aside.
 * Where the record is near, it keeps to the side away from it, clear of the line, or clear of the whole label.
 *
 * @param guess what it is about
 * @param width of the picture, px
 * @param record its label
 */
export function guessLabels(
  { x, texts, isLarge }: Guess,
  width: number,
  record?: RecordLabel,
): LabelBox[] {
  const about = { x, texts }
  const found = (isLarge ? GUESS_SIZES.leading : GUESS_SIZES.beside).flatMap(size =>
    labelsIn(size, about, width, record))
  if (found.length > 0)
    return found
  // In a narrow picture the label comes nearer to the record's line than it should; it is not crossed if it can be.
  const near = labelsIn(LEAST_GUESS, about, width, undefined)
  const uncrossed = near.filter(({ left, width: wide }) => !record || record.x < left || record.x > left + wide)
  return uncrossed.length > 0 ? uncrossed : near
}

/** The places that a label of one size may have; none where it has no room. */
function labelsIn(
  size: number,
  { x, texts: [value, words] }: Pick<Guess, 'x' | 'texts'>,
  width: number,
  record: RecordLabel | undefined,
): LabelBox[] {
  const wide = Math.max(textWidth(value, size, true), textWidth(words, LABEL.words))
  if (wide > width)
    return []
  const rise = size * FIGURE_EM
  const second = rise + LINE + size * HANGING_EM
  const boxAt = (left: number): LabelBox => ({
    x,
    left,
    width: wide,
    y: 0,
    height: second + DEPTH,
    size,
    baselines: [rise, second],
    from: Math.min(left, x - 1),
    to: Math.max(left + wide, x + 1),
  })
  const inPicture = (left: number) => Math.max(0, Math.min(width - wide, left))
  const lefts = [x - wide / 2, x - ASIDE, x + ASIDE - wide]
    .map(inPicture)
    .filter(left => !record || !isNear(record.x, x, left, wide))
  if (lefts.length > 0 || !record)
    return lefts.map(boxAt)
  const fits = (left: number) => left >= 0 && left + wide <= width
  const aside = [[record.x, record.x], [record.from, record.to]].flatMap(([from = 0, to = 0]) => {
    const right = Math.max(to + CLEAR, Math.min(x - CLEAR, width - wide))
    const left = Math.min(from - CLEAR - wide, Math.max(x + CLEAR - wide, 0))
    return (x >= record.x ? [right, left] : [left, right]).filter(fits).slice(0, 1)
  })
  return aside.map(boxAt)
}

function isNear(avoid: number, x: number, left: number, wide: number): boolean {
  return Math.abs(avoid - x) < NEAR || (avoid > left - CLEAR && avoid < left + wide + CLEAR)
}

/** The record's value with the pen's ring and its words beside it; px. */
export interface RecordLabel {
  /** The place that it names, on the axis. */
  x: number
  /** Type of the value, its left end and baseline. */
  size: number
  left: number
  baseline: number
  ring: PenMark
  words: { x: number, anchor: 'start' | 'end', text: string }
  /** From where to where it reaches, and down to where. */
  from: number
  to: number
  bottom: number
}

/**
 * Lays out the label of the record in the lane at the top of a plot.
 *
 * @param x place on the axis, px
 * @param value as text
 * @param width of the picture, px
 * @param guess place of the middle guess: words go to the other side where there is room, px
 */
export function recordLabel(x: number, value: string, width: number, guess = x): RecordLabel {
  const text = 'says the record'
  const beside = BESIDE + textWidth(text, LABEL.words)
  const sizes = RECORD_SIZES.map(size => ({ size, ...ringAround(value, size) }))
  const { size, wide, ring } = sizes.find(({ ring: { reach } }) => reach.right - reach.left + beside <= width)
    ?? { size: LEAST_RECORD, ...ringAround(value, LEAST_RECORD) }
  const placed = (roomAfter: number) =>
    Math.max(-ring.reach.left, Math.min(width - ring.reach.right - roomAfter, x - wide / 2))
  const hasRoom = (at: number) => at + ring.reach.left - beside >= 0 || at + ring.reach.right + beside <= width
  const left = hasRoom(placed(0)) ? placed(0) : placed(beside)
  const [before, after] = [left + ring.reach.left, left + ring.reach.right]
  const fits = { before: before - beside >= 0, after: after + beside <= width }
  const isAfter = !fits.before || (fits.after && !(guess > x && guess - x < NEAR))
  return {
    x,
    size,
    left,
    baseline: -ring.reach.top,
    ring,
    words: isAfter
      ? { x: after + BESIDE, anchor: 'start', text }
      : { x: before - BESIDE, anchor: 'end', text },
    from: isAfter ? before : before - beside,
    to: isAfter ? after + beside : after,
    bottom: ring.reach.bottom - ring.reach.top,
  }
}

/**
 * Words beside a band: before it, or after it, or else below.
 *
 * @returns with `isBelow` where there is room on neither side
 */
export function bandWords(from: number, to: number, text: string, width: number): AxisLabel & { isBelow: boolean } {
  const wide = textWidth(text, LABEL.words)
  const x = (from + to) / 2
  if (from - AFTER_BAND - wide >= 0)
    return { x, textX: from - AFTER_BAND, anchor: 'end', text, isBelow: false }
  if (to + AFTER_BAND + wide <= width)
    return { x, textX: to + AFTER_BAND, anchor: 'start', text, isBelow: false }
  return { ...axisLabelAt(x, text, LABEL.words, width), isBelow: true }
}

function ringAround(value: string, size: number): { wide: number, ring: PenMark } {
  const wide = textWidth(value, size, true)
  return { wide, ring: penMark('circle', { width: wide, ascent: size * FIGURE_EM, descent: 0, em: size }) }
}
