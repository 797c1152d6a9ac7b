import type { LensId } from '../content/evidenceSchema.ts'
import type { Lens } from '../content/lenses.ts'
import type { Box } from './textMetrics.ts'
import { LENSES } from '../content/lenses.ts'
import { textWidth, wrapText } from './textMetrics.ts'

/** A lens on the map; px. */
export interface MapLens extends Lens {
  /** Middle of the glass. */
  x: number
  y: number
  /** Left end of the name and the question. */
  textX: number
  question: string[]
  /** Left end of the handle, and its length. */
  handle: Box
  ferrule: Box
  /** The word of the event that the lens looks at, whole and enlarged in the middle of its glass. */
  enlarged: { text: string, size: number, y: number } | undefined
}

export interface LensMapPicture {
  sheet: Box
  size: number
  lines: { text: string, x: number, y: number }[]
  lenses: MapLens[]
}

/** Pixels, as those of the slide. */
export const LENS_MAP = { width: 864, height: 366, glass: 60, rim: 8, leading: 22 } as const

const SHEET: Box = { x: 300, y: 74, width: 264, height: 202 }
/** Type of the event, px, tried in turn. */
const EVENT_SIZES = [30, 27, 24]
const EVENT_WIDTH = 222
const MOST_LINES = 4
const MOST_QUESTION_LINES = 3
/** Glasses lie over the corners of the sheet; the first lens is at the top left, the last at the bottom right. */
const GLASS_AT = [[288, 64], [576, 64], [288, 286], [576, 286]] as const
/** Type of a question, px; LensMap.vue sets it so. */
const QUESTION_SIZE = 19
/** The reading face sets words wider than the label face, which is the one that is measured, by up to so much. */
const READING_WIDTH = 1.07
/** px of the ring between glass and handle. */
const FERRULE = 16
/** Type in a glass, px: as large as its word allows. */
const WORD_SIZE = { least: 24, most: 46 }
/** Line height, and the baseline below the middle of a line, as shares of the type size. */
const LEADING = 1.08
const BASELINE = 0.35
/** Typical width of text as a share of the upper bound that `textWidth` gives. */
const TYPICAL_WIDTH = 0.92

/**
 * Places the clipping, the four glasses over its corners and the words at their handles.
 *
 * @param words the word of the event that each lens looks at
 * @throws {Error} where there are more lenses than corners, the event, a question or a word is too long, a question is
 * missing, or a word is not in the event
 */
export function layOutLensMap(
  event: string,
  questions: Record<LensId, string>,
  words: Partial<Record<LensId, string>> = {},
): LensMapPicture {
  const size = EVENT_SIZES.find((eventSize) => {
    const lines = wrapText(event, EVENT_WIDTH, eventSize, true)
    return lines.length <= MOST_LINES && lines.every(line => textWidth(line, eventSize, true) <= EVENT_WIDTH)
  })
  if (size === undefined)
    throw new Error(`LensMap: the event "${event}" does not fit on its clipping; shorten it.`)
  const lines = wrapText(event, EVENT_WIDTH, size, true)
  const middle = SHEET.y + SHEET.height / 2

  return {
    sheet: SHEET,
    size,
    lines: lines.map((text, i) => ({
      text,
      x: SHEET.x + SHEET.width / 2,
      y: middle + (i - (lines.length - 1) / 2) * size * LEADING + size * BASELINE,
    })),
    lenses: LENSES.map((lens, i) => {
      const [x, y] = GLASS_AT[i] ?? []
      if (x === undefined || y === undefined)
        throw new Error(`LensMap: there is room for ${GLASS_AT.length} lenses and no more; draw the others by hand.`)
      const isLeft = x < LENS_MAP.width / 2
      const edge = isLeft ? x - LENS_MAP.glass : x + LENS_MAP.glass
      const width = (isLeft ? edge : LENS_MAP.width - edge) - FERRULE
      const question = questionOf(lens.id, questions[lens.id], width / TYPICAL_WIDTH)
      return {
        ...lens,
        x,
        y,
        textX: isLeft ? 0 : edge + FERRULE,
        question,
        ferrule: { x: isLeft ? edge - FERRULE - 1 : edge - 1, y: y - 3.5, width: FERRULE + 2, height: 7 },
        handle: { x: isLeft ? 0 : edge + FERRULE, y: y - 6.5, width, height: 13 },
        enlarged: enlargedAt(y, event, lens.id, words[lens.id]),
      }
    }),
  }
}

function questionOf(id: LensId, question: string | undefined, width: number): string[] {
  if (!question)
    throw new Error(`LensMap: the lens ${id} has no question; add it to questions.`)
  const lines = wrapText(question, width / READING_WIDTH, QUESTION_SIZE)
  if (lines.length > MOST_QUESTION_LINES)
    throw new Error(`LensMap: the question of ${id} takes ${lines.length} lines; shorten it to three.`)
  const wide = lines.find(line => textWidth(line, QUESTION_SIZE) * READING_WIDTH > width)
  if (wide !== undefined)
    throw new Error(`LensMap: "${wide}" in the question of ${id} is too long for a line; take a shorter word.`)
  return lines
}

/** The word in the middle of the glass, alone: cut-off ends of its neighbours would look like a fault. */
function enlargedAt(y: number, event: string, id: LensId, word?: string): MapLens['enlarged'] {
  if (word === undefined)
    return undefined
  if (word === '' || !event.includes(word))
    throw new Error(`LensMap: "${word}" of ${id} is not in the event; take one of its words.`)
  const fitting = (2 * LENS_MAP.glass - 3.5 * LENS_MAP.rim) / textWidth(word, 1, true)
  if (fitting < WORD_SIZE.least)
    throw new Error(`LensMap: "${word}" of ${id} is too long for its glass; take a shorter word.`)
  const size = Math.min(WORD_SIZE.most, fitting)
  return { text: word, size, y: y + size * BASELINE }
}
