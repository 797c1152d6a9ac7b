import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { FieldFonts } from './fieldFont.ts'

/** Width and height of a field, in points. */
export type Size = readonly [width: number, height: number]

/** Ink of what is typed and ticked: blue as of a pen, so that answers stand apart from what is printed. */
const INK = '0.08 0.14 0.42'

/** Name of the font of typed text in the form's resources. */
const FONT = 'Typed'
/**
 * Name of the same font for Chromium. Its viewer looks for Greek, Cyrillic and Vietnamese letters in the fonts of the
 * machine, finds some of them and drops the others, unless it takes the form's font for one of symbols; and it does so
 * by this name alone.
 */
const FONT_FOR_CHROMIUM = 'Wingdings'

/**
 * Font, size and colour of typed text. Chromium goes by the first font, all others by the last. The size 0 lets the
 * viewer choose: twelve points, or as small as it takes for all of a long text to fit.
 */
export const TYPED_TEXT = `/${FONT_FOR_CHROMIUM} 0 Tf /${FONT} 0 Tf ${INK} rg`

/** The fonts of a form by their names in its resources. */
export function fontResources({ plain, boxed }: FieldFonts): Record<string, PDFRef> {
  return { [FONT]: plain, [FONT_FOR_CHROMIUM]: boxed }
}

/** The smallest type that is still read, in points. */
const SMALLEST = 6
/** Of a letter, on average, and of a line: in parts of the size of the type. */
const LETTER = 0.6
const LINE = 1.371
/** What a viewer leaves free at each side, in points. */
const PADDING = { x: 2, y: 0.5 }

/** How many letters a field holds in the smallest type, so that nobody types what would be cut off. */
export function lettersIn([width, height]: Size): number {
  const inLine = Math.floor((width - 2 * PADDING.x) / (LETTER * SMALLEST))
  const lines = Math.floor((height - 2 * PADDING.y) / (LINE * SMALLEST))
  return Math.max(1, inLine) * Math.max(1, lines)
}

/** Makes the appearance of a field; fields with the same size and content share one. */
export type Draw = (content: string, size: Size) => PDFRef

export function createDraw({ context }: PDFDocument): Draw {
  const known = new Map<string, PDFRef>()
  return (content, [width, height]) => {
    const key = `${width} ${height} ${content}`
    const appearance
      = known.get(key)
        ?? context.register(context.stream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] }))
    known.set(key, appearance)
    return appearance
  }
}

/**
 * A check mark as a path, so that no symbol font is needed. The field is larger than the box that is printed, to be hit
 * with a finger; the mark is as large as the box.
 */
export function checkMark([width, height]: Size): string {
  const side = Math.min(width, height) * 0.62
  const [left, bottom] = [(width - side) / 2, (height - side) / 2]
  const at = (x: number, y: number) => `${(left + x * side).toFixed(2)} ${(bottom + y * side).toFixed(2)}`
  return `q ${INK} RG ${(side / 6).toFixed(2)} w ${at(0.05, 0.5)} m ${at(0.38, 0.1)} l ${at(1, 1)} l S Q`
}
