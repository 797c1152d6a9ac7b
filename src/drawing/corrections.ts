import type { LensId } from '../content/evidenceSchema.ts'
import { LENSES, lensOf } from '../content/lenses.ts'
import { textWidth, wrapText } from './textMetrics.ts'

/** A piece of a headline. One that the editor strikes may have a correction, which stands above it. */
export interface HeadlinePart {
  text: string
  isStruck: boolean
  correction?: string
}

/** A headline of one lens as it was printed, with the editor's marks, and what the lens has to say instead. */
export interface MarkedHeadline {
  lens: LensId
  /** Struck words in brackets, each with its correction after an arrow: `Billions [gone → re-priced] in a day`. */
  said: string
  /** The lens's bottom line. */
  line: string
}

export interface PlacedPart extends HeadlinePart {
  /** Left end of the correction as seen from the left end of the word, px. */
  shift: number
}

/** One row of the picture: a clipping at the left, the bottom line at the right; px. */
export interface CorrectedRow extends Omit<MarkedHeadline, 'said'> {
  y: number
  /** Of the clipping. */
  tilt: number
  parts: PlacedPart[]
}

export interface CorrectionsPicture {
  /** Height of a clipping, px. */
  sheet: number
  /** Type of the headlines, px. */
  size: number
  rows: CorrectedRow[]
}

/** Pixels, as those of the slide. */
export const CORRECTIONS = { width: 868, height: 376, sheet: 424, padding: 20, gap: 34, correction: 26 } as const

/** Of a clipping between its margins, px. */
const INNER_WIDTH = CORRECTIONS.sheet - 2 * CORRECTIONS.padding
/** Type of the headlines, px, tried in turn. */
const SIZES = [38, 36, 34]
/** Between two clippings, and above and below the words of one, px. */
const ROW_GAP = 10
const MARGIN = 7
/** Line heights as shares of the type: the headline's has room for the ends of its letters. */
const HEADLINE_LEADING = 1.15
const CORRECTION_LEADING = 1.1
/** Between two corrections of one headline, px. */
const LEAST_BETWEEN = 14
/** Typical width of a headline as a share of the upper bound that `textWidth` gives. */
const TYPICAL_WIDTH = 0.95
/** Degrees, in turn: clippings lie about, but never so that a line is hard to read. */
const TILTS = [-0.7, 0.6, -0.4, 0.8]

/** The bottom line beside a clipping, px; Corrections.vue sets it so. */
const LINE = { width: CORRECTIONS.width - CORRECTIONS.sheet - CORRECTIONS.gap - 24, size: 23, lead: 30 } as const

const MARK = /\[([^\]]*)\]/g
const ARROW = /\s*→\s*/

/**
 * The pieces of a headline with struck words in brackets.
 *
 * @throws {Error} when brackets are left open or empty, or nothing is struck
 */
export function parseHeadline(said: string): HeadlinePart[] {
  const parts = said.split(MARK).map((text, i) => (i % 2 === 1 ? strike(text, said) : { text, isStruck: false }))
  if (parts.some(part => !part.isStruck && /[[\]]/.test(part.text)))
    throw new Error(`Corrections: a bracket in "${said}" has no partner; write [struck → correction].`)
  if (!parts.some(part => part.isStruck))
    throw new Error(`Corrections: nothing in "${said}" is struck; put the wrong word in brackets.`)
  return parts.filter(part => part.text !== '')
}

/**
 * Places clippings, corrections and bottom lines, a row each.
 *
 * @throws {Error} where a headline or a correction is too long for its clipping, a row has no lens or a line that does
 * not fit beside it, or there are no rows or too many
 */
export function layOutCorrections(
  headlines: MarkedHeadline[],
  { height = CORRECTIONS.height }: { height?: number } = {},
): CorrectionsPicture {
  if (headlines.length === 0)
    throw new Error('Corrections: there are no headlines; give it some.')
  const marked = headlines.map(headline => ({ ...headline, parts: parseHeadline(headline.said) }))
  const pitch = (height + ROW_GAP) / headlines.length
  const sheet = pitch - ROW_GAP
  headlines.forEach(headline => checkLine(headline, sheet))
  const [largest, ...smaller] = SIZES.filter(each => sheetHeight(each) <= sheet)
  if (largest === undefined)
    throw new Error(`Corrections: ${headlines.length} clippings do not fit one below the other; leave some out.`)
  const size = [largest, ...smaller].find(each => marked.every(({ parts }) => widthOf(parts, each) <= INNER_WIDTH))
  if (size === undefined)
    throw new Error(`Corrections: "${widest(marked)}" is too long for its clipping; shorten it.`)
  return {
    sheet,
    size,
    rows: marked.map(({ said, parts, ...rest }, i) => ({
      ...rest,
      y: i * pitch,
      tilt: TILTS[i % TILTS.length] ?? 0,
      parts: placeCorrections(said, parts, size),
    })),
  }
}

function checkLine({ lens, said, line }: MarkedHeadline, sheet: number): void {
  if (!lensOf(lens)) {
    throw new Error(
      `Corrections: the lens "${lens}" of "${said}" is none of ${LENSES.map(({ id }) => id).join(', ')}; name one.`,
    )
  }
  if (!line)
    throw new Error(`Corrections: "${said}" has no line; say what its lens has found.`)
  if (wrapText(line, LINE.width / TYPICAL_WIDTH, LINE.size).length * LINE.lead > sheet)
    throw new Error(`Corrections: the line "${line}" is too long for its place; shorten it.`)
}

function strike(marked: string, said: string): HeadlinePart {
  const [text = '', correction] = marked.trim().split(ARROW)
  if (marked.includes('['))
    throw new Error(`Corrections: a bracket in "${said}" has no partner; write [struck → correction].`)
  if (text === '')
    throw new Error(`Corrections: "${said}" has empty brackets; put the word in them that is wrong.`)
  return { text, isStruck: true, ...(correction && { correction }) }
}

/** Each correction over the middle of its word, moved as far as the edges of the clipping make it. */
function placeCorrections(said: string, parts: HeadlinePart[], size: number): PlacedPart[] {
  let word = 0
  let free = 0
  return parts.map((part) => {
    const left = word
    const width = textWidth(part.text, size, true) * TYPICAL_WIDTH
    word += width
    if (part.correction === undefined)
      return { ...part, shift: 0 }
    const own = textWidth(part.correction, CORRECTIONS.correction)
    const x = Math.max(0, Math.min(left + (width - own) / 2, INNER_WIDTH - own))
    if (x < free || own > INNER_WIDTH)
      throw new Error(`Corrections: "${part.correction}" does not fit above "${said}"; shorten it.`)
    free = x + own + LEAST_BETWEEN
    return { ...part, shift: x - left }
  })
}

function widthOf(parts: HeadlinePart[], size: number): number {
  return textWidth(parts.map(part => part.text).join(''), size, true)
}

function widest(marked: { parts: HeadlinePart[] }[]): string {
  const [longest] = marked.map(({ parts }) => parts).sort((a, b) => widthOf(b, 1) - widthOf(a, 1))
  return (longest ?? []).map(part => part.text).join('')
}

function sheetHeight(size: number): number {
  return 2 * MARGIN + CORRECTIONS.correction * CORRECTION_LEADING + size * HEADLINE_LEADING
}
