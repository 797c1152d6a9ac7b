import type { Table } from './fontTables.ts'
import { Buffer } from 'node:buffer'
import { fileOf, sumOf, tablesOf } from './fontTables.ts'

/** A font of one weight with the letters of several files. */
export interface MergedFont {
  /** A TrueType file without a table of characters: whoever embeds it numbers its glyphs. */
  file: Buffer
  /** Number of the glyph of each character. */
  glyphs: Map<number, number>
  /** Of each glyph, in thousandths of the font size. */
  widths: number[]
  /** In thousandths of the font size. */
  box: [left: number, bottom: number, right: number, top: number]
  ascent: number
  descent: number
}

/** Flags of a part of a composite glyph (OpenType, glyf). */
const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x01, 0x08, 0x20, 0x40, 0x80]
/** Where `maxp` has the largest numbers of points, contours and parts, each of two bytes; none is of hinting. */
const LARGEST = [6, 8, 10, 12, 28, 30]
const KEPT = ['OS/2', 'name', 'post']

/** What stands for a letter that the font has not: a box, so that none is missing unseen. In thousandths of an em. */
const BOX = { width: 560, outer: [60, 0, 500, 650], inner: [105, 45, 455, 605] } as const

interface Part {
  table: (tag: string) => Buffer
  count: number
  glyphs: Buffer[]
}

/**
 * Makes one font of several cuts of the same family, each with the letters of a script: a form field names one font for
 * all that is typed into it, while fonts for the web come script by script.
 *
 * @param fonts TrueType files of one weight, without hinting; where two have a character, the first counts
 */
export function mergeFonts(fonts: Uint8Array[]): MergedFont {
  const parts = fonts.map(readPart)
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, part) => sum + part.count, 0))
  const outlines = parts.flatMap((part, i) => part.glyphs.map(glyph => renumbered(glyph, starts[i] ?? 0)))
  const first = parts[0] as Part
  const head = mergedHead(parts)
  const metrics = parts.flatMap(metricsOf)
  const perEm = head.readUInt16BE(18)
  outlines[0] = boxOutline(perEm)
  metrics[0] = words([BOX.width, BOX.outer[0]].map(value => Math.round(value * perEm / 1000)))
  const hhea = Buffer.from(first.table('hhea'))
  hhea.writeUInt16BE(metrics.length, 34)
  const tables: [string, Buffer][] = [
    ...KEPT.map((tag): [string, Buffer] => [tag, first.table(tag)]),
    ['glyf', Buffer.concat(outlines)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', Buffer.concat(metrics)],
    ['loca', placesOf(outlines)],
    ['maxp', mergedMaxima(parts, outlines.length)],
  ]
  const inThousandths = (value: number) => Math.round(value * 1000 / perEm)
  return {
    file: fileOf(tables.map(([tag, bytes]): Table => ({ tag, bytes, sum: sumOf(padded(bytes)) }))),
    glyphs: new Map(parts.flatMap((part, i) =>
      [...charactersOf(part.table('cmap'))].map(([code, glyph]): [number, number] => [code, glyph + (starts[i] ?? 0)]),
    ).reverse()),
    widths: metrics.map(metric => inThousandths(metric.readUInt16BE(0))),
    box: [36, 38, 40, 42].map(at => inThousandths(head.readInt16BE(at))) as MergedFont['box'],
    ascent: inThousandths(hhea.readInt16BE(4)),
    descent: inThousandths(hhea.readInt16BE(6)),
  }
}

function readPart(font: Uint8Array): Part {
  const tables = new Map(
    tablesOf(Buffer.from(font.buffer, font.byteOffset, font.length)).map(({ tag, bytes }) => [tag, bytes]),
  )
  const table = (tag: string) => tables.get(tag) ?? Buffer.alloc(0)
  const count = table('maxp').readUInt16BE(4)
  const isLong = table('head').readInt16BE(50) === 1
  const [loca, glyf] = [table('loca'), table('glyf')]
  const placeOf = (glyph: number) => isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph)
  return {
    table,
    count,
    glyphs: Array.from({ length: count }, (_, i) => padded(glyf.subarray(placeOf(i), placeOf(i + 1)))),
  }
}

/** A glyph whose parts, if it is made of other glyphs, have their numbers in the merged font. */
function renumbered(glyph: Buffer, start: number): Buffer {
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0)
    return glyph
  const result = Buffer.from(glyph)
  for (let at = 10, flags = MORE; flags & MORE;) {
    flags = result.readUInt16BE(at)
    result.writeUInt16BE(result.readUInt16BE(at + 2) + start, at + 2)
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0)
  }
  return result
}

/** A glyph of two squares, one within the other and drawn the other way round (OpenType, glyf). */
function boxOutline(perEm: number): Buffer {
  const [outer, inner] = [BOX.outer, BOX.inner].map(edges => edges.map(edge => Math.round(edge * perEm / 1000)))
  const [left = 0, bottom = 0, right = 0, top = 0] = outer ?? []
  const [west = 0, south = 0, east = 0, north = 0] = inner ?? []
  const xs = [left, left, right, right, west, east, east, west]
  const ys = [bottom, top, top, bottom, south, south, north, north]
  const steps = (values: number[]) => values.map((value, i) => value - (values[i - 1] ?? 0))
  const ON_CURVE = 1
  return padded(Buffer.concat([
    words([2, left, bottom, right, top, 3, 7, 0]),
    Buffer.alloc(xs.length, ON_CURVE),
    words([...steps(xs), ...steps(ys)]),
  ]))
}

function words(values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  values.forEach((value, i) => bytes.writeInt16BE(value, 2 * i))
  return bytes
}

/** Width and left bearing of each glyph; the last ones of a font may share a width (OpenType, hmtx). */
function metricsOf({ table, count }: Part): Buffer[] {
  const hmtx = table('hmtx')
  const own = table('hhea').readUInt16BE(34)
  return Array.from({ length: count }, (_, i) => i < own
    ? hmtx.subarray(4 * i, 4 * i + 4)
    : Buffer.concat([hmtx.subarray(4 * own - 4, 4 * own - 2), hmtx.subarray(2 * own + 2 * i, 2 * own + 2 * i + 2)]))
}

/** With long places, and a box around all glyphs. */
function mergedHead(parts: Part[]): Buffer {
  const heads = parts.map(part => part.table('head'))
  const head = Buffer.from(heads[0] as Buffer)
  const all = (at: number) => heads.map(one => one.readInt16BE(at))
  ;[36, 38].forEach(at => head.writeInt16BE(Math.min(...all(at)), at))
  ;[40, 42].forEach(at => head.writeInt16BE(Math.max(...all(at)), at))
  head.writeInt16BE(1, 50)
  return head
}

function mergedMaxima(parts: Part[], count: number): Buffer {
  const maxima = parts.map(part => part.table('maxp'))
  const maxp = Buffer.from(maxima[0] as Buffer)
  maxp.writeUInt16BE(count, 4)
  LARGEST.forEach(at => maxp.writeUInt16BE(Math.max(...maxima.map(one => one.readUInt16BE(at))), at))
  return maxp
}

/** Where each glyph begins, and where the last one ends. */
function placesOf(glyphs: Buffer[]): Buffer {
  const loca = Buffer.alloc(4 * glyphs.length + 4)
  let place = 0
  glyphs.forEach((glyph, i) => {
    loca.writeUInt32BE(place, 4 * i)
    place += glyph.length
  })
  loca.writeUInt32BE(place, 4 * glyphs.length)
  return loca
}

/** Glyph of each character of the basic plane, from a table of format 4 (OpenType, cmap). */
function* charactersOf(cmap: Buffer): Generator<[code: number, glyph: number]> {
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.subarray(cmap.readUInt32BE(8 + 8 * i)))
  const table = tables.find(one => one.readUInt16BE(0) === 4)
  if (!table)
    return
  const twice = table.readUInt16BE(6)
  for (let i = 0; i < twice; i += 2) {
    const [end, start] = [table.readUInt16BE(14 + i), table.readUInt16BE(16 + twice + i)]
    const [delta, offset] = [table.readUInt16BE(16 + 2 * twice + i), table.readUInt16BE(16 + 3 * twice + i)]
    for (let code = start; code <= end && code < 0xFFFF; code++) {
      const raw = offset ? table.readUInt16BE(16 + 3 * twice + i + offset + 2 * (code - start)) : code
      const glyph = raw && (raw + delta) & 0xFFFF
      if (glyph)
        yield [code, glyph]
    }
  }
}

function padded(bytes: Buffer): Buffer {
  return bytes.length % 4 ? Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]) : bytes
}
