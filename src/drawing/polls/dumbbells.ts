import type { SpacePx } from './space.ts'
import { lineCount } from '../textWidthAnyScript.ts'
import { labelLines } from './labelLines.ts'

/** An option with its share in two votes, in per cent. */
export interface TwoShares {
  text: string
  first: number
  second: number
}

/** A row with a dot for either vote; everything in px. */
export interface Dumbbell {
  /** Middle of the row. */
  y: number
  first: number
  second: number
  /** Which end of the row's line the numbers stand at: each outside of its own dot. */
  firstAnchor: 'start' | 'end'
  lines: string[]
}

export interface Dumbbells {
  rows: Dumbbell[]
  rowHeight: number
  textSize: number
  /** Where the words end and the axis begins, and where it ends. */
  axis: [from: number, to: number]
}

/** Part of the width for the words; room for a number beside a dot, px. */
const WORDS_SHARE = 0.38
const NUMBER_PX = 118
/** The axis ends at the largest share, but not below this: a few per cent are not to look like half. */
const LEAST_END = 25
const TEXT = { most: 26, least: 18, leading: 1.14 }
const [MOST_ROW, PLATE_EM] = [74, 1.9]

/** Lays out two votes on the same options, from the top; the head of the picture is not in it. */
export function layOutDumbbells(options: readonly TwoShares[], { width, height }: SpacePx): Dumbbells {
  const rowHeight = Math.floor(Math.min(MOST_ROW, height / Math.max(1, options.length)))
  const words = width * WORDS_SHARE
  const [from, to] = [words + NUMBER_PX, width - NUMBER_PX]
  const end = Math.max(LEAST_END, ...options.flatMap(({ first, second }) => [first, second]))
  const xOf = (share: number) => from + (to - from) * share / end
  const roomAt = (size: number) => words - size * PLATE_EM
  const sizes = Array.from({ length: TEXT.most - TEXT.least + 1 }, (_, i) => TEXT.most - i)
  const fits = (size: number) =>
    options.every(({ text }) => lineCount(text, roomAt(size), size) * size * TEXT.leading <= rowHeight - 8)
  const textSize = sizes.find(fits) ?? TEXT.least
  const most = Math.max(1, Math.floor((rowHeight - 4) / (textSize * TEXT.leading)))
  return {
    rowHeight,
    textSize,
    axis: [from, to],
    rows: options.map(({ text, first, second }, i) => ({
      y: rowHeight * (i + 0.5),
      first: xOf(first),
      second: xOf(second),
      firstAnchor: second >= first ? 'end' : 'start',
      lines: labelLines(text, { width: roomAt(textSize), size: textSize }, most),
    })),
  }
}
