import { Buffer } from 'node:buffer'

/**
 * Say how letters are to be chosen and set apart, for which it is too late in a page that is set; none says how one
 * looks.
 */
const LAYOUT = new Set(['GDEF', 'GPOS', 'GSUB', 'STAT'])

/** Of a file of outlines in the TrueType manner, and of an entry of its directory (OpenType, otff). */
const TRUETYPE = 0x00010000
const HEADER = 12
const ENTRY = 16
/** What the file's sum is to be, and where it is made so in its table `head`. */
const SUM = 0xB1B0AFBA
const ADJUSTMENT = 8

export interface Table { tag: string, sum: number, bytes: Buffer }

/**
 * A font without the tables by which text is laid out: a page says of each glyph where it stands (ISO 32000-1, 9.9),
 * but Chromium embeds them. What the font says of itself and its licence stays.
 *
 * @param font undamaged; given back as it is where it is not of the TrueType kind
 */
export function withoutLayout(font: Uint8Array): Uint8Array {
  const file = Buffer.from(font.buffer, font.byteOffset, font.length)
  if (file.readUInt32BE(0) !== TRUETYPE)
    return font
  const tables = tablesOf(file).filter(table => !LAYOUT.has(table.tag))
  return fileOf(tables)
}

/** The tables of a font file. */
export function tablesOf(file: Buffer): Table[] {
  return Array.from({ length: file.readUInt16BE(4) }, (_, i) => {
    const at = HEADER + ENTRY * i
    const start = file.readUInt32BE(at + 8)
    return {
      tag: file.toString('latin1', at, at + 4),
      sum: file.readUInt32BE(at + 4),
      bytes: file.subarray(start, start + file.readUInt32BE(at + 12)),
    }
  })
}

/** A font file of these tables, in their order, which is that of their tags. */
export function fileOf(tables: Table[]): Buffer {
  const bodies = tables.map(({ bytes }) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]))
  const directory = Buffer.alloc(HEADER + ENTRY * tables.length)
  const power = Math.floor(Math.log2(tables.length))
  directory.writeUInt32BE(TRUETYPE)
  // For a search by halves, which starts in the largest power of two.
  ;[tables.length, ENTRY << power, power, ENTRY * (tables.length - (1 << power))].forEach((value, i) =>
    directory.writeUInt16BE(value, 4 + 2 * i),
  )
  let start = directory.length
  tables.forEach(({ tag, sum, bytes }, i) => {
    const at = HEADER + ENTRY * i
    directory.write(tag, at, 'latin1')
    ;[sum, start, bytes.length].forEach((value, column) => directory.writeUInt32BE(value, at + 4 + 4 * column))
    start += bodies[i]?.length ?? 0
  })
  const file = Buffer.concat([directory, ...bodies])
  const head = tables.findIndex(table => table.tag === 'head')
  if (head >= 0) {
    const at = file.readUInt32BE(HEADER + ENTRY * head + 8) + ADJUSTMENT
    file.writeUInt32BE(0, at)
    file.writeUInt32BE((SUM - sumOf(file)) >>> 0, at)
  }
  return file
}

/** Of four bytes at a time, as far as four bytes hold it. */
export function sumOf(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4)
    sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}
