import type { PDFDict } from '@cantoo/pdf-lib'
import type { PdfFile } from '../file.ts'
import type { Condition } from '../index.ts'
import { Buffer } from 'node:buffer'
import { PDFArray, PDFName } from '@cantoo/pdf-lib'
import { readCidWidths } from '../../../../src/pdf/cidWidths.ts'
import { readCharacters } from '../../../../src/pdf/fontCharacters.ts'
import { streamBytes, streamText } from '../../../../src/pdf/packedStream.ts'
import { dictIn, dictsIn, nameIn, numberIn, streamIn, textIn } from '../file.ts'
import { isGlyphName } from '../glyphNames.ts'
import { PREDEFINED_CMAPS } from '../standardTypes.ts'
import { readProgram } from '../trueType.ts'

const name = PDFName.of
const SYMBOLIC = 1 << 2
/** How far widths may differ, in thousandths of the font size. */
const TOLERANCE = 1

const told = (font: PDFDict) => nameIn(font, 'BaseFont') ?? nameIn(font, 'Name') ?? String(nameIn(font, 'Subtype'))
const isComposite = (font: PDFDict) => nameIn(font, 'Subtype') === 'Type0'
const isTrueType = (font: PDFDict) => nameIn(font, 'Subtype') === 'TrueType'
const descendantOf = (font: PDFDict) => dictsIn(font.lookup(name('DescendantFonts')), font.context)[0]
const descriptorOf = (font: PDFDict) => dictIn(isComposite(font) ? descendantOf(font) : font, 'FontDescriptor')
const isSymbolic = (font: PDFDict) => ((numberIn(descriptorOf(font), 'Flags') ?? 0) & SYMBOLIC) !== 0
const isEmbedded = (font: PDFDict) =>
  nameIn(font, 'Subtype') === 'Type3'
  || ['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptorOf(font)?.has(name(key)))

/** Fonts that text is set in, and those in which somebody may type. */
function usedFonts({ drawn, catalog }: PdfFile): PDFDict[] {
  const ofForm = dictIn(dictIn(dictIn(catalog, 'AcroForm'), 'DR'), 'Font')
  return [...new Set([...drawn.codes.keys(), ...ofForm?.keys().flatMap(key => ofForm.lookup(key) as PDFDict) ?? []])]
}

const composite = (file: PdfFile) => usedFonts(file).filter(isComposite)
const allOf = ({ dicts }: PdfFile, subtype: string) =>
  dicts.filter(dict => nameIn(dict, 'Subtype') === subtype && dict.has(name('BaseFont')))
const simpleTrueType = (file: PdfFile, symbolic: boolean) =>
  usedFonts(file).filter(font => isTrueType(font) && isSymbolic(font) === symbolic)
const encodingMap = (font: PDFDict) => streamIn(font, 'Encoding')

/** A font with a map of characters of its own, and the entry of its character collection that must agree. */
function unlike(file: PdfFile, key: string, differ: (ofMap: PDFDict, ofGlyphs: PDFDict) => boolean): string[] {
  return composite(file).filter((font) => {
    const ofMap = dictIn(encodingMap(font)?.dict, 'CIDSystemInfo')
    const ofGlyphs = dictIn(descendantOf(font), 'CIDSystemInfo')
    return ofMap && ofGlyphs && differ(ofMap, ofGlyphs)
  }).map(font => `${told(font)}: ${key}`)
}

interface Glyph {
  code: number
  /** Its number in the font program. */
  glyph: number
  /** As the program has it; undefined for a glyph that is not in it. */
  width: number | undefined
}

/** The glyphs of codes; undefined for fonts of a kind that is not judged here. */
function glyphsOf(font: PDFDict, codes: Iterable<number>): Glyph[] | undefined {
  const descendant = descendantOf(font)
  const file = streamIn(descriptorOf(font), 'FontFile2')
  if (!isComposite(font) || !file || !nameIn(font, 'Encoding')?.startsWith('Identity-'))
    return undefined
  const program = readProgram(streamBytes(file))
  const map = streamIn(descendant, 'CIDToGIDMap')
  const numbers = map && Buffer.from(streamBytes(map))
  return [...codes].map((code) => {
    const glyph = numbers ? numbers.readUInt16BE(2 * code) : code
    return { code, glyph, width: program.widthOf(glyph) }
  })
}

/** Faults of shown glyphs. A font of a kind that cannot be judged here is one, too: none is expected. */
function faultsOf(
  { drawn, context }: PdfFile,
  isFault: (glyph: Glyph, widths: (code: number) => number) => boolean,
): string[] {
  return [...drawn.codes].flatMap(([font, codes]) => {
    if (nameIn(font, 'Subtype') === 'Type3')
      return []
    const glyphs = glyphsOf(font, codes)
    const widths = readCidWidths(context, font)
    return glyphs && widths
      ? glyphs.filter(glyph => isFault(glyph, widths)).map(({ code }) => `${told(font)}: code ${code}`)
      : [`${told(font)} is of a kind that is not judged`]
  })
}

const unmapped = ({ drawn }: PdfFile) => [...drawn.codes].flatMap(([font, codes]) => {
  const characters = readCharacters(font)
  return [...codes].filter(code => !characters.get(code)).map(code => `${told(font)}: code ${code}`)
})

const mappedTo = (file: PdfFile, isBad: (character: number) => boolean) => usedFonts(file).flatMap(font =>
  [...readCharacters(font)]
    .filter(([, text]) => [...text].some(character => isBad(character.codePointAt(0) ?? 0)))
    .map(([code]) => `${told(font)}: code ${code}`))

const encodingDict = (font: PDFDict) => dictIn(font, 'Encoding')
const baseEncoding = (font: PDFDict) => nameIn(font, 'Encoding') ?? nameIn(encodingDict(font), 'BaseEncoding')
const differences = (font: PDFDict) => encodingDict(font)?.lookup(name('Differences'))
const differingNames = (font: PDFDict): string[] => {
  const list = differences(font)
  return list instanceof PDFArray ? list.asArray().flatMap(one => one instanceof PDFName ? [one.decodeText()] : []) : []
}
const programOf = (font: PDFDict) => {
  const file = streamIn(descriptorOf(font), 'FontFile2')
  return file && readProgram(streamBytes(file))
}
const hasMap = (font: PDFDict, ...kinds: string[]) => kinds.some(kind => programOf(font)?.maps.includes(kind))

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Fonts whose descriptor lists the glyphs of the program: what is listed is compared where the program can be read. */
function glyphSets(file: PdfFile, isFault: (listed: ReadonlySet<number>, count: number) => boolean): string[] {
  return composite(file).filter((font) => {
    const set = streamIn(descriptorOf(font), 'CIDSet')
    if (!set)
      return false
    const bytes = streamBytes(set)
    const listed = new Set(upTo(bytes.length * 8).filter(i => (bytes[i >> 3] ?? 0) >> (7 - i % 8) & 1))
    return isFault(listed, programOf(font)?.count ?? 0)
  }).map(told)
}

/** Names of the glyphs of a Type 1 program can only be read where they are not encrypted. */
function type1Sets(file: PdfFile, isFault: (listed: string[], present: string[]) => boolean): string[] {
  return usedFonts(file).filter((font) => {
    const listed = textIn(descriptorOf(font), 'CharSet')
    const program = streamIn(descriptorOf(font), 'FontFile')
    if (listed === undefined || !program)
      return false
    const present = [...streamText(program).matchAll(/\/(\S+)\s+\d+\s+(?:RD|-\|)/g)].map(([, glyph]) => glyph ?? '')
    return isFault(listed.split('/').filter(Boolean), present)
  }).map(told)
}

const modeOf = (map: string) => Number(/\/WMode\s+(\d)/.exec(map)?.[1] ?? 0)

/** Of fonts: checkpoints 10 and 31, and Unicode in formulas. */
export const FONTS: Record<string, Condition> = {
  '10-001': unmapped,
  '17-003': file => file.elements.some(({ role }) => role === 'Formula') ? unmapped(file) : [],
  '31-001': file => unlike(file, 'Registry', (one, other) => textIn(one, 'Registry') !== textIn(other, 'Registry')),
  '31-002': file => unlike(file, 'Ordering', (one, other) => textIn(one, 'Ordering') !== textIn(other, 'Ordering')),
  '31-003': file => unlike(file, 'Supplement', (one, other) =>
    (numberIn(other, 'Supplement') ?? 0) < (numberIn(one, 'Supplement') ?? 0)),
  '31-004': file => allOf(file, 'CIDFontType2')
    .filter(font => font.has(name('CIDToGIDMap')) && !streamIn(font, 'CIDToGIDMap'))
    .filter(font => nameIn(font, 'CIDToGIDMap') !== 'Identity')
    .map(told),
  '31-005': file => allOf(file, 'CIDFontType2').filter(font => !font.has(name('CIDToGIDMap'))).map(told),
  '31-006': file => composite(file)
    .filter(font => !encodingMap(font) && !PREDEFINED_CMAPS.has(nameIn(font, 'Encoding') ?? ''))
    .map(told),
  '31-007': file => composite(file)
    .filter((font) => {
      const map = encodingMap(font)
      return map && (numberIn(map.dict, 'WMode') ?? 0) !== modeOf(streamText(map))
    })
    .map(told),
  '31-008': file => composite(file)
    .filter((font) => {
      const other = nameIn(encodingMap(font)?.dict, 'UseCMap')
      return other !== undefined && !PREDEFINED_CMAPS.has(other)
    })
    .map(told),
  '31-009': file => usedFonts(file).filter(font => !isEmbedded(font)).map(told),
  '31-011': file => faultsOf(file, ({ width }) => width === undefined),
  '31-012': file => type1Sets(file, (listed, present) =>
    present.length === 0 || present.some(glyph => !listed.includes(glyph))),
  '31-013': file => type1Sets(file, (listed, present) => listed.some(glyph => !present.includes(glyph))),
  '31-014': file => glyphSets(file, (listed, count) => upTo(count).some(id => !listed.has(id))),
  '31-015': file => glyphSets(file, (listed, count) => [...listed].some(id => id >= count)),
  '31-016': file => faultsOf(file, ({ code, width }, widths) =>
    width !== undefined && Math.abs(width - widths(code)) > TOLERANCE),
  '31-017': file => simpleTrueType(file, false).filter(font => !hasMap(font, '3,1', '1,0')).map(told),
  '31-018': file => simpleTrueType(file, false)
    .filter(font => [...file.drawn.codes.get(font) ?? []].some(code => !programOf(font)?.glyphOf(code)))
    .map(told),
  '31-019': file => simpleTrueType(file, false).filter(font => !font.has(name('Encoding'))).map(told),
  '31-020': file => simpleTrueType(file, false)
    .filter(font => encodingDict(font) && !encodingDict(font)?.has(name('BaseEncoding')))
    .map(told),
  '31-021': file => simpleTrueType(file, false)
    .filter(font => !['MacRomanEncoding', 'WinAnsiEncoding', undefined].includes(baseEncoding(font)))
    .map(told),
  '31-022': file => simpleTrueType(file, false)
    .filter(font => differingNames(font).some(one => !isGlyphName(one)))
    .map(told),
  '31-023': file => simpleTrueType(file, false).filter(font => differences(font) && !hasMap(font, '3,1')).map(told),
  '31-024': file => simpleTrueType(file, true).filter(font => font.has(name('Encoding'))).map(told),
  '31-025': file => simpleTrueType(file, true).filter(font => programOf(font)?.maps.length === 0).map(told),
  '31-026': file => simpleTrueType(file, true)
    .filter(font => (programOf(font)?.maps.length ?? 0) > 1 && !hasMap(font, '3,0'))
    .map(told),
  '31-027': file => usedFonts(file).filter(font => !streamIn(font, 'ToUnicode')).map(told),
  '31-028': file => mappedTo(file, character => character === 0),
  '31-029': file => mappedTo(file, character => character === 0xFEFF || character === 0xFFFE),
  '31-030': file => faultsOf(file, ({ glyph }) => glyph === 0),
}
