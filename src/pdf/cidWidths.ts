import type { PDFContext } from '@cantoo/pdf-lib'
import type { Widths } from './joinGlyphs.ts'
import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'

const name = PDFName.of

/** Where a font does not say (ISO 32000-1, table 117). */
const DEFAULT_WIDTH = 1000

/**
 * Widths of the glyphs of a composite font whose codes are two bytes and are its glyphs' numbers, set from left to
 * right: what Chromium makes of all fonts that it embeds but those that it draws.
 *
 * @returns undefined for another kind of font
 */
export function cidWidths(context: PDFContext, font: PDFDict): Widths | undefined {
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
 * Either a first number and the widths from there on, or a first, a last and the width of all (ISO 32000-1, 9.7.4.3).
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
