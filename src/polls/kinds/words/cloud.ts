import type { Space } from '../../../drawing/polls/space.ts'
import type { Entry } from '../../protocol.ts'
import { textWidthAnyScript } from '../../../drawing/textWidthAnyScript.ts'

/** A word in its box, with how many sent it as a small figure behind it; px. */
export interface PlacedWord extends Entry {
  x: number
  y: number
  width: number
  height: number
  size: number
}

export interface CloudDrawing {
  words: PlacedWord[]
  /** Words for which there is no room. */
  more: number
}

/** px */
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
/** What the most frequent word is set in: the largest that leaves room for all. */
const TOPS = [64, 58, 52, 46, 41, 37, 33, 30, 27]
/** Where a line of type stands in its box, as a share of the type's size. */
const BASELINE = 0.92

type Sized = Omit<PlacedWord, 'x' | 'y'>

/**
 * Words in rows, most people first, their area as their count; the same words always lie the same way. One in the
 * spotlight is large enough for the back row, whoever sent it. A word that is wider than the picture gets its width,
 * and is to be cut there.
 */
export function layOutCloud(entries: Entry[], space: Space): CloudDrawing {
  const tries = TOPS.map(top => rowsOf(sized(entries, top, space.width), space))
  const whole = tries.find(item => item.length === entries.length)
  const words
    = whole
      ?? rowsOf(sized(entries, TOPS.at(-1) ?? CLOUD.least, space.width), {
        ...space,
        height: space.height - CLOUD.moreLine,
      })
  return { words, more: entries.length - words.length }
}

function sized(entries: Entry[], top: number, most: number): Sized[] {
  const largest = Math.max(1, ...entries.map(entry => entry.people))
  return entries.map((entry) => {
    const figure = CLOUD.figureGap + textWidthAnyScript(String(entry.people), CLOUD.figure)
    const widthAt = (size: number) => textWidthAnyScript(entry.text, size, true) + figure
    const least = entry.state === 'spotlight' ? CLOUD.spotlit : CLOUD.least
    const ideal = Math.max(least, Math.round(top * Math.sqrt(entry.people / largest)))
    const fitting = Math.max(CLOUD.least, Math.min(ideal, Math.floor(ideal * most / widthAt(ideal))))
    return { ...entry, size: fitting, width: Math.min(most, widthAt(fitting)), height: fitting * CLOUD.leading }
  })
}

/** Fills row after row until the next one would leave the picture. */
function rowsOf(words: Sized[], { width, height }: Space): PlacedWord[] {
  const placed: PlacedWord[] = []
  let [x, top] = [0, 0]
  let row: Sized[] = []
  const flush = (): boolean => {
    const tallest = row.reduce((most, item) => Math.max(most, item.size), 0)
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
