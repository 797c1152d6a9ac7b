import type { PDFContext } from '@cantoo/pdf-lib'
import type { Widths } from './fontTracker.ts'
import { PDFArray, PDFDict, PDFNumber } from '@cantoo/pdf-lib'
import { name } from './names.ts'

/** In thousandths of the font size, where a font names no default (ISO 32000-1, table 117). */
const DEFAULT_WIDTH = 1000

/**
 * Reads the glyph widths of a composite font with the encoding Identity-H: its codes have two bytes and it runs from
 * left to right. Chromium embeds all fonts like this but Type 3 fonts, whose glyphs are drawings.
 *
 * @returns undefined for a font of another kind
 */
export function readCidWidths(context: PDFContext, font: PDFDict): Widths | undefined {
  if (font.get(name('Encoding')) !== name('Identity-H'))
    return undefined
  const descendant = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
  if (!descendant)
    return undefined
  const byDefault = descendant.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? DEFAULT_WIDTH
  const widths = widthsIn(context, descendant.lookupMaybe(name('W'), PDFArray))
  return code => widths.get(code) ?? byDefault
}

/**
 * Entries are either a first code and a list of widths from there on, or a first code, a last code and the width of all
 * between them (ISO 32000-1, 9.7.4.3).
 */
function widthsIn(context: PDFContext, entries: PDFArray | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  const at = (i: number) => context.lookup(entries?.get(i))
  const numberAt = (i: number) => (at(i) as PDFNumber).asNumber()
  for (let i = 0; i + 1 < (entries?.size() ?? 0);) {
    const first = numberAt(i)
    const next = at(i + 1)
    if (next instanceof PDFArray) {
      next.asArray().forEach((object, k) => widths.set(first + k, (object as PDFNumber).asNumber()))
      i += 2
    }
    else {
      const last = numberAt(i + 1)
      for (let code = first; code <= last; code++)
        widths.set(code, numberAt(i + 2))
      i += 3
    }
  }
  return widths
}
