import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import type { GoodFile } from './goodFile.ts'
import { Buffer } from 'node:buffer'
import { PDFArray, PDFName, PDFStream, PDFString } from '@cantoo/pdf-lib'
import { fileOf, tablesOf } from '../../../src/pdf/fontTables.ts'
import { streamBytes } from '../../../src/pdf/packedStream.ts'
import { dictIn, dictsIn, streamIn } from './file.ts'

const name = PDFName.of
type Literal = PDFObject | string | number | boolean | Literal[] | { [key: string]: Literal }

const put = ({ document }: GoodFile, dict: PDFDict | undefined, key: string, value: Literal) =>
  dict?.set(name(key), document.context.obj(value as never))
const take = (dict: PDFDict | undefined, key: string) => dict?.delete(name(key))
const retype = (file: GoodFile, key: string, type: string) => put(file, file.elements[key], 'S', type)
const roles = ({ document }: GoodFile) => dictIn(dictIn(document.catalog, 'StructTreeRoot'), 'RoleMap')
const layers = ({ document }: GoodFile) => dictIn(document.catalog, 'OCProperties')
const configs = (file: GoodFile) => dictsIn(layers(file)?.lookup(name('Configs')), file.document.context)
const describe = (file: GoodFile, words: string) =>
  put(file, file.document.catalog, 'Metadata', file.document.context.register(file.document.context.stream(words)))
const metadata = ({ document }: GoodFile) =>
  new TextDecoder().decode(document.catalog.lookup(name('Metadata'), PDFStream).getContents())
const silent = ({ document }: GoodFile) => take(document.catalog, 'Lang')
const annotate = (file: GoodFile, entries: Record<string, Literal>) => {
  const { context } = file.document
  const dict: PDFObject = context.obj({ Type: 'Annot', Rect: [0, 0, 9, 9], ...entries } as never)
  const ref = context.register(dict)
  file.page.lookup(name('Annots'), PDFArray).push(ref)
  return { dict, ref }
}
const hold = (file: GoodFile, key: string, ref: Literal) =>
  put(file, file.elements[key], 'K', { Type: 'OBJR', Obj: ref } as Literal)
const glyphs = ({ font, document }: GoodFile) => dictsIn(font.lookup(name('DescendantFonts')), document.context)[0]
const descriptor = (file: GoodFile) => dictIn(glyphs(file), 'FontDescriptor')
const mapCharacters = (file: GoodFile, lines: string) =>
  put(file, file.font, 'ToUnicode', file.document.context.register(file.document.context.flateStream(
    `1 beginbfchar\n${lines}\nendbfchar`,
  )))
/** A map of characters of its own, with an entry about its collection that another one in the font contradicts. */
const encode = (file: GoodFile, system: Record<string, Literal>, more: Record<string, Literal> = {}) => {
  const { context } = file.document
  put(file, file.font, 'Encoding', context.register(context.flateStream('/WMode 0 def', {
    Type: 'CMap',
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0, ...system },
    ...more,
  } as never)))
}

/** Text in a simple TrueType font: with these entries, and a program with these maps of characters. */
function setTrueType(
  file: GoodFile,
  symbolic: boolean,
  entries: Record<string, Literal>,
  maps: [number, number][],
): void {
  const { context } = file.document
  const program = streamIn(descriptor(file), 'FontFile2')
  const cmap = Buffer.alloc(4 + 8 * maps.length + 24)
  cmap.writeUInt16BE(maps.length, 2)
  maps.forEach(([platform, encoding], i) => {
    cmap.writeUInt16BE(platform, 4 + 8 * i)
    cmap.writeUInt16BE(encoding, 6 + 8 * i)
    cmap.writeUInt32BE(4 + 8 * maps.length, 8 + 8 * i)
  })
  // Format 4 with one empty segment: it knows no character.
  ;[4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0].forEach((value, i) =>
    cmap.writeUInt16BE(value, 4 + 8 * maps.length + 2 * i))
  const tables = tablesOf(Buffer.from(program ? streamBytes(program) : []))
  const font = fileOf([...tables, ...maps.length > 0 ? [{ tag: 'cmap', sum: 0, bytes: cmap }] : []])
  const dict = {
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: 'Simple',
    FontDescriptor: { Flags: symbolic ? 4 : 32, FontFile2: context.register(context.flateStream(font)) },
    ToUnicode: file.font.get(name('ToUnicode')),
    ...entries,
  }
  dictIn(dictIn(file.page, 'Resources'), 'Font')?.set(name('F2'), context.register(context.obj(dict as never)))
  file.draw(`${file.content}\n/Artifact BMC BT /F2 9 Tf (A) Tj ET EMC`)
}

const WIN = { Encoding: 'WinAnsiEncoding' }
const UNICODE: [number, number][] = [[3, 1]]
const differing = (glyph: string): Record<string, Literal> =>
  ({ Encoding: { BaseEncoding: 'WinAnsiEncoding', Differences: [65, glyph] } as Literal })

function setType1(file: GoodFile, listed: string): void {
  const { context } = file.document
  const program = context.flateStream('/CharStrings 2 dict dup begin /A 1 RD x ND /B 1 RD y ND end')
  dictIn(dictIn(file.page, 'Resources'), 'Font')?.set(name('F2'), context.register(context.obj({
    Type: 'Font',
    Subtype: 'Type1',
    BaseFont: 'Simple',
    FontDescriptor: { Flags: 32, CharSet: PDFString.of(listed), FontFile: context.register(program) },
    ToUnicode: file.font.get(name('ToUnicode')),
  } as never)))
  file.draw(`${file.content}\n/Artifact BMC BT /F2 9 Tf (A) Tj ET EMC`)
}

function listGlyphs(file: GoodFile, bytes: Uint8Array): void {
  put(file, descriptor(file), 'CIDSet', file.document.context.register(file.document.context.flateStream(bytes)))
}

const all = (count: number) => new Uint8Array(Math.ceil(count / 8)).fill(0xFF)

/** For each condition what makes the good file fail it. */
export const FAULTS: Readonly<Record<string, (file: GoodFile) => void>> = {
  '01-003': file => file.draw(file.content.replace('BDC BT', 'BDC /Artifact BMC 0 0 1 1 re f EMC BT')),
  '01-004': file => file.draw(`/Artifact BMC ${file.content.replace(/\/Artifact BMC .* EMC\n/, '')} EMC`),
  '01-005': file => file.draw(`${file.content}\n0 0 9 1 re f`),
  '01-007': file => put(file, dictIn(file.document.catalog, 'MarkInfo'), 'Suspects', true),
  '02-001': file => put(file, roles(file), 'Strong', 'Loud'),
  '02-003': (file) => {
    put(file, roles(file), 'Strong', 'Loud')
    put(file, roles(file), 'Loud', 'Strong')
  },
  '02-004': file => put(file, roles(file), 'P', 'Span'),
  '06-001': ({ document }) => take(document.catalog, 'Metadata'),
  '06-002': file => describe(file, metadata(file).replace('<pdfuaid:part>1', '<pdfuaid:part>2')),
  '06-003': file => describe(file, metadata(file).replace('A good file', ' ')),
  '07-001': ({ document }) => take(document.catalog, 'ViewerPreferences'),
  '07-002': file => put(file, dictIn(file.document.catalog, 'ViewerPreferences'), 'DisplayDocTitle', false),
  '09-004': file => retype(file, 'td', 'P'),
  '09-005': file => retype(file, 'body', 'P'),
  '09-006': file => retype(file, 'entry', 'P'),
  '09-007': file => retype(file, 'rt', 'RB'),
  '09-008': file => retype(file, 'wt', 'WP'),
  '10-001': file => mapCharacters(file, '<0001> <0020>'),
  '11-001': silent,
  '11-002': silent,
  '11-003': silent,
  '11-004': silent,
  '11-005': silent,
  '11-006': silent,
  '13-004': ({ elements }) => take(elements.figure, 'Alt'),
  '14-002': file => retype(file, 'h1', 'H2'),
  '14-003': file => retype(file, 'p', 'H3'),
  '14-006': file => ['h1', 'p'].forEach(key => retype(file, key, 'H')),
  '14-007': file => retype(file, 'p', 'H'),
  '15-003': ({ elements }) => take(elements.th, 'A'),
  '17-002': ({ elements }) => take(elements.formula, 'Alt'),
  '17-003': file => mapCharacters(file, '<0001> <0020>'),
  '19-003': ({ elements }) => take(elements.note, 'ID'),
  '19-004': file => put(file, file.elements.note, 'ID', PDFString.of('note2')),
  '20-001': file => take(configs(file)[0], 'Name'),
  '20-002': file => put(file, dictIn(layers(file), 'D'), 'Name', PDFString.of('')),
  '20-003': file => put(file, dictIn(layers(file), 'D'), 'AS', []),
  '21-001': file =>
    put(file, file.document.catalog, 'AF', [{ Type: 'Filespec', F: PDFString.of('a'), EF: {} }] as never),
  '25-001': (file) => {
    const { context } = file.document
    const xfa = context.register(context.flateStream('<config><dynamicRender>required</dynamicRender></config>'))
    put(file, dictIn(file.document.catalog, 'AcroForm'), 'XFA', xfa)
  },
  '26-001': ({ document: { context } }) => context.trailerInfo.Encrypt = context.obj({ Filter: 'Standard' }),
  '26-002': ({ document: { context } }) => context.trailerInfo.Encrypt = context.obj({ Filter: 'Standard', P: -516 }),
  '28-002': file => annotate(file, { Subtype: 'Text', Contents: PDFString.of('A remark') }),
  '28-004': file => hold(file, 'note', annotate(file, { Subtype: 'Text' }).ref),
  '28-005': ({ widget }) => take(widget, 'TU'),
  '28-006': file => annotate(file, { Subtype: 'Sparkle', Contents: PDFString.of('A sparkle') }),
  '28-007': file => annotate(file, { Subtype: 'TrapNet' }),
  '28-008': ({ page }) => take(page, 'Tabs'),
  '28-009': file => put(file, file.page, 'Tabs', 'R'),
  '28-010': file => retype(file, 'form', 'Span'),
  '28-011': file => retype(file, 'link', 'Span'),
  '28-012': ({ link }) => take(link, 'Contents'),
  '28-014': file => put(file, file.document.catalog, 'Clip', { S: 'MCD', Alt: [] }),
  '28-015': file => put(file, file.document.catalog, 'Clip', { S: 'MCD', CT: PDFString.of('video/mp4') }),
  '28-016': file => annotate(file, { Subtype: 'FileAttachment', FS: { F: PDFString.of('a') } as Literal }),
  '28-017': file => hold(file, 'note', annotate(file, { Subtype: 'PrinterMark' }).ref),
  '28-018': (file) => {
    const { context } = file.document
    const look = context.register(context.flateStream('0 0 9 1 re f'))
    annotate(file, { Subtype: 'PrinterMark', AP: { N: look } as Literal })
  },
  '30-001': (file) => {
    const form = dictIn(dictIn(dictIn(file.page, 'Resources'), 'XObject'), 'X1')
    put(file, form, 'Ref', { F: PDFString.of('other.pdf'), Page: 0 })
  },
  '30-002': file => file.draw(`${file.content} /X1 Do`),
  '31-001': file => encode(file, { Registry: PDFString.of('Other') }),
  '31-002': file => encode(file, { Ordering: PDFString.of('Japan1') }),
  '31-003': file => encode(file, { Supplement: 6 }),
  '31-004': file => put(file, glyphs(file), 'CIDToGIDMap', 'Other'),
  '31-005': file => take(glyphs(file), 'CIDToGIDMap'),
  '31-006': file => put(file, file.font, 'Encoding', 'Other-H'),
  '31-007': file => encode(file, {}, { WMode: 1 }),
  '31-008': file => encode(file, {}, { UseCMap: 'Other-H' }),
  '31-009': file => take(descriptor(file), 'FontFile2'),
  '31-011': file => file.draw(file.content.replace('<0022>', '<2222>')),
  '31-012': file => setType1(file, '/A'),
  '31-013': file => setType1(file, '/A/B/C'),
  '31-014': file => listGlyphs(file, all(8)),
  '31-015': file => listGlyphs(file, all(8000)),
  '31-016': file => put(file, glyphs(file), 'W', [0, Array.from({ length: 99 }).fill(333)] as never),
  '31-017': file => setTrueType(file, false, WIN, [[3, 0]]),
  '31-018': file => setTrueType(file, false, WIN, UNICODE),
  '31-019': file => setTrueType(file, false, {}, UNICODE),
  '31-020': file => setTrueType(file, false, { Encoding: { Differences: [] } as Literal }, UNICODE),
  '31-021': file => setTrueType(file, false, { Encoding: 'StandardEncoding' }, UNICODE),
  '31-022': file => setTrueType(file, false, differing('g65'), UNICODE),
  '31-023': file => setTrueType(file, false, differing('A'), [[1, 0]]),
  '31-024': file => setTrueType(file, true, WIN, [[3, 0]]),
  '31-025': file => setTrueType(file, true, {}, []),
  '31-026': file => setTrueType(file, true, {}, [[1, 0], [3, 1]]),
  '31-027': ({ font }) => take(font, 'ToUnicode'),
  '31-028': file => mapCharacters(file, '<0022> <0000>'),
  '31-029': file => mapCharacters(file, '<0022> <FEFF>'),
  '31-030': file => file.draw(file.content.replace('<0022>', '<0000>')),
}
