import type { SpacePx } from './space.ts'
import { lineCount, textWidthAnyScript } from '../textWidthAnyScript.ts'
import { areSingle } from './blocks.ts'
import { labelLines } from './labelLines.ts'

/** An option with the points that people gave it. */
export interface StakeContent {
  text: string
  /** What a person gave on average, as it is told. */
  mean: string
  /** How many gave nothing, as it is told. */
  nothing: string
  /** Number of people by points: none, then each step up to the last, which is everything that a person has. */
  spread: readonly number[]
}

/** A row: a large number, the words, and a stroke a person, the tallest first. Everything in px. */
export interface StakeRow {
  numberSize: number
  lines: string[]
  /** Path of the strokes, from the left end of their foot up. */
  strokes: string
}

export interface StakeRows {
  rows: StakeRow[]
  rowHeight: number
  textSize: number
  /** Width of the column of numbers, and of what is at the right of the strokes. */
  number: number
  side: number
  /** Where the plates with the words begin, and the space that both have. */
  words: { x: number, width: number, height: number }
  /** Where the strokes stand: their left end and foot, how far they reach, and how high the tallest is. */
  strokes: { x: number, foot: number, width: number, height: number }
}

/** Height of the line over the rows, px; it is in the space. */
const KEY_PX = 28
const MOST_ROW = 104
/** Between two rows, px, and the most of a low row. */
const [ROW_GAP, ROW_GAP_SHARE] = [10, 0.12]
/** A figure of the headline face is this share of its size high. */
const FIGURE_EM = 0.72
const NUMBER = { most: 112, others: 0.72, gap: 22 }
/** Type of words, px. */
const TEXT = { most: 28, least: 18, leading: 1.14 }
/** A plate and the gap after it, as a share of the words' size. */
const PLATE_EM = 1.57
/** Part of the width for the words, before the strokes: more in a row that has no second line. */
const WORDS_SHARE = { two: 0.4, one: 0.54 }
/** Type of what stands at the right, and the space before it. */
const [SIDE_SIZE, SIDE_GAP] = [22, 18]
/**
 * Widest stroke with its gap, px; the gap; and the lowest scale, in points: few points are not to look like all.
 */
const [WIDEST_PITCH, MOST_GAP, GAP_SHARE, LEAST_TOP] = [40, 1.6, 0.24, 40]

const round = (value: number) => Math.round(value * 100) / 100

const lastGiven = (spread: readonly number[]) => spread.findLastIndex(people => people > 0)

/**
 * Lays out points that a room has spread, from the top, in the order in which the options are given.
 *
 * @param options with their points
 * @param people who answered
 * @param all points that a person has
 * @param space of the picture
 */
export function layOutStakes(options: readonly StakeContent[], people: number, all: number, space: SpacePx): StakeRows {
  const count = Math.max(1, options.length)
  const rowHeight = Math.floor(Math.min(MOST_ROW, (space.height - KEY_PX) / count))
  const body = Math.floor(rowHeight - Math.min(ROW_GAP, rowHeight * ROW_GAP_SHARE))
  const most = Math.min(NUMBER.most, body / FIGURE_EM)
  const sizes = options.map(({ mean }) => Math.floor(mean === options[0]?.mean ? most : most * NUMBER.others))
  const widest = options.map(({ mean }, i) => textWidthAnyScript(mean, sizes[i] ?? 0, true))
  const column = Math.ceil(Math.max(56, ...widest)) + NUMBER.gap
  const side = Math.ceil(Math.max(0, ...options.map(row => textWidthAnyScript(row.nothing, SIDE_SIZE)))) + SIDE_GAP
  const width = space.width - column - side
  const share = WORDS_SHARE[body < 2 * TEXT.least * TEXT.leading ? 'one' : 'two']
  const words = { width: Math.floor(width * share), height: body }
  const textSize = fitText(options, words)
  const maxLines = Math.max(1, Math.floor(words.height / (textSize * TEXT.leading)))
  const lines = options.map(({ text }) =>
    labelLines(text, { width: words.width - textSize * PLATE_EM, size: textSize }, maxLines))
  const x = column + words.width + SIDE_GAP
  const strokes = { x, foot: body, width: column + width - x, height: body }
  const top = Math.max(LEAST_TOP, ...options.map(({ spread }) => all * lastGiven(spread) / (spread.length - 1 || 1)))
  return {
    rowHeight,
    textSize,
    number: column - NUMBER.gap,
    side,
    words: { x: column, ...words },
    strokes,
    rows: options.map(({ spread }, i) => ({
      numberSize: sizes[i] ?? 0,
      lines: lines[i] ?? [],
      strokes: strokesPath(spread, people, { ...strokes, unit: strokes.height * all / top }),
    })),
  }
}

function fitText(options: readonly StakeContent[], { width, height }: SpacePx): number {
  const sizes = Array.from({ length: TEXT.most - TEXT.least + 1 }, (_, i) => TEXT.most - i)
  const linesAt = (text: string, size: number) => lineCount(text, width - size * PLATE_EM, size)
  const fits = (size: number) => options.every(({ text }) => linesAt(text, size) * size * TEXT.leading <= height)
  const isOneLine = (size: number) => options.every(({ text }) => linesAt(text, size) === 1)
  return sizes.find(size => isOneLine(size) && fits(size)) ?? sizes.find(fits) ?? TEXT.least
}

/** One stroke a person, or one shape for all where they are too many to tell apart; who gave nothing has none. */
function strokesPath(
  spread: readonly number[],
  people: number,
  { width, unit }: { width: number, unit: number },
): string {
  const pitch = Math.min(WIDEST_PITCH, width / Math.max(1, people))
  const gap = Math.min(MOST_GAP, pitch * GAP_SHARE)
  const isSingle = people <= 1 || areSingle(people)
  let x = 0
  return spread.map((count, step) => ({ count, height: unit * step / (spread.length - 1) }))
    .slice(1)
    .reverse()
    .map(({ count, height }) => {
      const from = x
      x += count * pitch
      return isSingle
        ? Array.from({ length: count }, (_, i) => strokeAt(from + i * pitch, pitch - gap, height)).join('')
        : count > 0 ? strokeAt(from, count * pitch, height) : ''
    })
    .join('')
}

function strokeAt(x: number, width: number, height: number): string {
  return `M${round(x)} 0v${round(-height)}h${round(width)}v${round(height)}z`
}
