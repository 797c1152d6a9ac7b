import { Buffer } from 'node:buffer'
import { tablesOf } from '../../../src/pdf/fontTables.ts'

/** What the conditions ask of a font program of the TrueType kind. */
export interface Program {
  count: number
  /** In thousandths of the font size; undefined for a glyph that is not there. */
  widthOf: (glyph: number) => number | undefined
  /** Platform and encoding of each map of characters, such as `3,1`. */
  maps: string[]
  /** Glyph of a character by the map `3,1`; 0 where there is none. */
  glyphOf: (character: number) => number
}

export function readProgram(bytes: Uint8Array): Program {
  const tables = new Map(tablesOf(Buffer.from(bytes)).map(({ tag, bytes }) => [tag, bytes]))
  const table = (tag: string) => tables.get(tag) ?? Buffer.alloc(0)
  const count = table('maxp').readUInt16BE(4)
  const perEm = table('head').readUInt16BE(18)
  const own = table('hhea').readUInt16BE(34)
  const cmap = table('cmap')
  const maps = cmap.length < 4 ? [] : Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => 4 + 8 * i)
  return {
    count,
    widthOf: glyph => glyph < count
      ? table('hmtx').readUInt16BE(4 * Math.min(glyph, own - 1)) * 1000 / perEm
      : undefined,
    maps: maps.map(at => `${cmap.readUInt16BE(at)},${cmap.readUInt16BE(at + 2)}`),
    glyphOf: (character) => {
      const at = maps.find(one => cmap.readUInt16BE(one) === 3 && cmap.readUInt16BE(one + 2) === 1)
      return at === undefined ? 0 : lookUp(cmap.subarray(cmap.readUInt32BE(at + 4)), character)
    },
  }
}

/** In a table of format 4; one of another format knows no character here. */
function lookUp(table: Buffer, character: number): number {
  if (table.readUInt16BE(0) !== 4)
    return 0
  const twice = table.readUInt16BE(6)
  for (let i = 0; i < twice; i += 2) {
    if (table.readUInt16BE(14 + i) < character)
      continue
    const start = table.readUInt16BE(16 + twice + i)
    const [delta, offset] = [table.readUInt16BE(16 + 2 * twice + i), table.readUInt16BE(16 + 3 * twice + i)]
    if (start > character)
      return 0
    const raw = offset ? table.readUInt16BE(16 + 3 * twice + i + offset + 2 * (character - start)) : character
    return raw && (raw + delta) & 0xFFFF
  }
  return 0
}
