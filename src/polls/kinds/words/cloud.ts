import type { SpacePx } from '../../../drawing/polls/space.ts'
import type { Entry } from '../../protocol.ts'
import { textWidthAnyScript } from '../../../drawing/textWidthAnyScript.ts'

/** A word in its box, which has room for the small number of people after it; px. */
export interface PlacedWord extends Entry {
  x: number
  y: number
  width: number
  height: number
  size: number
}

export interface CloudDrawing {
  words: PlacedWord[]
  /** How many words do not fit. */
  more: number
}

/**
 * Measures in px (`leading` as a share of the size): `least` and `spotlit` are the smallest sizes of type, `figure` is
 * the type of the number after a word.
 */
export const CLOUD = {
  least: 16,
  spotlit: 30,
  leading: 1.14,
  figure: 14,
  figureGap: 4,
  gap: 22,
  rowGap: 8,
  moreLine: 26,
} as const
/** Sizes for the most frequent word, in px; the largest that leaves room for all words is used. */
const TOP_SIZES = [64, 58, 52, 46, 41, 37, 33, 30, 27]
/** From the top of a line of type to its baseline, as a share of the type's size. */
const BASELINE = 0.92

type Sized = Omit<PlacedWord, 'x' | 'y'>

/**
 * Lays out words in rows, the most frequent first; the area of a word is in proportion to its count, and the same words
 * always get the same places. The word in the spotlight is large enough to be read from the back row, however few sent
 * it. A word that is wider than the picture gets the picture's width, and must be cut there.
 */
export function layOutCloud(entries: Entry[], space: SpacePx): CloudDrawing {
  const tries = TOP_SIZES.map(top => rowsOf(sizeWords(entries, top, space.width), space))
  const complete = tries.find(placed => placed.length === entries.length)
  const words
    = complete
      ?? rowsOf(sizeWords(entries, TOP_SIZES.at(-1) ?? CLOUD.least, space.width), {
        ...space,
        height: space.height - CLOUD.moreLine,
      })
  return { words, more: entries.length - words.length }
}

function sizeWords(entries: Entry[], top: number, maxWidth: number): Sized[] {
  const largest = Math.max(1, ...entries.map(entry => entry.people))
  return entries.map((entry) => {
    const figure = CLOUD.figureGap + textWidthAnyScript(String(entry.people), CLOUD.figure)
    const widthAt = (size: number) => textWidthAnyScript(entry.text, size, true) + figure
    const least = entry.state === 'spotlight' ? CLOUD.spotlit : CLOUD.least
    const ideal = Math.max(least, Math.round(top * Math.sqrt(entry.people / largest)))
    const fitting = Math.max(CLOUD.least, Math.min(ideal, Math.floor(ideal * maxWidth / widthAt(ideal))))
    return { ...entry, size: fitting, width: Math.min(maxWidth, widthAt(fitting)), height: fitting * CLOUD.leading }
  })
}

/** Fills row after row until the next one would leave the picture. */
function rowsOf(words: Sized[], { width, height }: SpacePx): PlacedWord[] {
  const placed: PlacedWord[] = []
  let [x, top] = [0, 0]
  let row: Sized[] = []
  const flush = (): boolean => {
    const tallest = row.reduce((most, word) => Math.max(most, word.size), 0)
    if (top + tallest * CLOUD.leading > height)
      return false
    x = 0
    for (const word of row) {
      placed.push({ ...word, x, y: top + (tallest - word.size) * BASELINE })
      x += word.width + CLOUD.gap
    }
    top += tallest * CLOUD.leading + CLOUD.rowGap
    row = []
    x = 0
    return true
  }
  for (const word of words) {
    if (row.length > 0 && x + word.width > width && !flush())
      return placed
    row.push(word)
    x += word.width + CLOUD.gap
  }
  flush()
  return placed
}
