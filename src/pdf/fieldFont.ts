import type { PDFContext, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import type { MergedFont } from './mergeFonts.ts'
import type { Packed } from './packedStream.ts'
import { Buffer } from 'node:buffer'
import { PDFString } from '@cantoo/pdf-lib'
import { pack, streamOf } from './packedStream.ts'

/** The font of fields, twice with the same glyphs. */
export interface FieldFonts {
  /** Says which characters it has: a viewer takes another font for the others. */
  plain: PDFRef
  /**
   * Claims to have every character, and shows a box for those that it has not. Chromium takes no other font, and would
   * leave such letters out.
   */
  boxed: PDFRef
}

/** What every document with this font holds of it. */
interface Parts {
  file: Packed
  /** Maps from codes to characters, of the plain font and of the boxed one. */
  plain: Packed
  boxed: Packed
  glyphNumbers: Packed
}

/** Made once for each font: it takes as long as finishing a short document. */
const known = new WeakMap<MergedFont, Parts>()

/** Six letters before the name say that not all of the family is there (ISO 32000-1, 9.6.4). */
const NAME = 'TYPEDA+SourceSerif4-Regular'
/** Font flags (ISO 32000-1, table 123): with serifs, and codes that are no characters. */
const SERIF_SYMBOLIC = 1 << 1 | 1 << 2
/** As many as one block of a character map may hold. */
const MAX_BLOCK = 100
/** Of a box that stands for a missing letter: what it is read as, its number and, in thousandths, its width. */
const BOX = { character: 0xFFFD, glyph: 0, width: 560 }
const ALL_CODES = 0x10000

/** Halves of characters, and marks of the order of bytes: no map may name them (ISO 14289-1, 7.21.7). */
function isCharacter(code: number): boolean {
  return code > 0 && (code < 0xD800 || code > 0xDFFF) && ![0xFEFF, 0xFFFE, 0xFFFF].includes(code)
}

/**
 * Puts a font into a document for what is typed into its fields. All of it, as nobody knows what will be typed: a
 * viewer finds a letter's glyph by the map from glyphs to characters.
 */
export function embedFieldFont({ context }: PDFDocument, font: MergedFont): FieldFonts {
  const parts = known.get(font) ?? partsOf(font)
  known.set(font, parts)
  const file = context.register(streamOf(context.obj({ Length1: font.file.length }), parts.file))
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: NAME,
      Flags: SERIF_SYMBOLIC,
      FontBBox: font.box,
      ItalicAngle: 0,
      Ascent: font.ascent,
      Descent: font.descent,
      CapHeight: 670,
      StemV: 84,
      FontFile2: file,
    }),
  )
  const widths = context.register(context.obj([0, font.widths]))
  const common = { FontDescriptor: descriptor, DW: BOX.width, W: widths }
  const identity = context.obj('Identity')
  return {
    plain: registerFont(context, { ...common, CIDToGIDMap: identity }, parts.plain),
    boxed: registerFont(
      context,
      { ...common, CIDToGIDMap: context.register(streamOf(context.obj({}), parts.glyphNumbers)) },
      parts.boxed,
    ),
  }
}

function partsOf(font: MergedFont): Parts {
  const characters = charactersOf(font)
  return {
    file: pack(font.file),
    plain: pack(mapOf(characters, [])),
    boxed: pack(mapOf(characters, missingFrom(font))),
    glyphNumbers: pack(glyphNumbers(font)),
  }
}

function registerFont(context: PDFContext, glyphs: Record<string, PDFObject | number>, characters: Packed): PDFRef {
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: NAME,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      ...glyphs,
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: NAME,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(streamOf(context.obj({}), characters)),
    }),
  )
}

/** Glyph of each code: its own, and a box for codes beyond the font. */
function glyphNumbers({ widths }: MergedFont): Buffer {
  const numbers = Buffer.alloc(2 * ALL_CODES)
  for (let code = 0; code < ALL_CODES; code++)
    numbers.writeUInt16BE(code < widths.length ? code : BOX.glyph, 2 * code)
  return numbers
}

/** The character of each glyph. Where two look the same, such as two spaces, the first is what people type. */
function charactersOf({ glyphs }: MergedFont): [glyph: number, character: number][] {
  const inOrder = [...glyphs].filter(([character]) => isCharacter(character)).sort(([one], [other]) => other - one)
  const characters = new Map([
    [BOX.glyph, BOX.character],
    ...inOrder.map(([character, glyph]): [number, number] => [glyph, character]),
  ])
  return [...characters].sort(([one], [other]) => one - other)
}

/** Runs of characters that a font has not, beyond the codes of its glyphs; none with more than one first byte. */
function missingFrom({ glyphs, widths }: MergedFont): [first: number, last: number][] {
  const runs: [number, number][] = []
  for (let code = widths.length; code < ALL_CODES; code++) {
    const run = runs.at(-1)
    if (glyphs.has(code) || !isCharacter(code))
      continue
    if (run?.[1] === code - 1 && code % 256 !== 0)
      run[1] = code
    else
      runs.push([code, code])
  }
  return runs
}

/**
 * The map from codes to characters (ISO 32000-1, 9.10.3).
 *
 * @param same runs of codes that are those of their characters
 */
function mapOf(characters: [code: number, character: number][], same: [first: number, last: number][]): string {
  const hex = (value: number) => `<${value.toString(16).toUpperCase().padStart(4, '0')}>`
  const single = characters.map(([code, character]) => `${hex(code)} ${hex(character)}`)
  const many = same.map(([first, last]) => `${hex(first)} ${hex(last)} ${hex(first)}`)
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${[...inBlocks(single, 'bfchar'), ...inBlocks(many, 'bfrange')].join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

function inBlocks(lines: string[], kind: 'bfchar' | 'bfrange'): string[] {
  return Array.from({ length: Math.ceil(lines.length / MAX_BLOCK) }, (_, i) => {
    const block = lines.slice(i * MAX_BLOCK, (i + 1) * MAX_BLOCK)
    return `${block.length} begin${kind}\n${block.join('\n')}\nend${kind}`
  })
}
