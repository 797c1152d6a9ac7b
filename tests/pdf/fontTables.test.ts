import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { withoutLayout } from '../../src/pdf/fontTables.ts'

const sumOf = (bytes: Buffer) =>
  Array.from({ length: Math.ceil(bytes.length / 4) }, (_, i) =>
    Buffer.concat([bytes, Buffer.alloc(3)]).readUInt32BE(4 * i)).reduce((sum, value) => (sum + value) >>> 0, 0)

/** A font file of these tables. */
function fontOf(tables: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tables)
  const directory = Buffer.alloc(12 + 16 * entries.length)
  directory.writeUInt32BE(0x00010000)
  directory.writeUInt16BE(entries.length, 4)
  const bodies: Buffer[] = []
  entries.forEach(([tag, bytes], i) => {
    const at = 12 + 16 * i
    directory.write(tag, at)
    directory.writeUInt32BE(sumOf(bytes), at + 4)
    directory.writeUInt32BE(directory.length + Buffer.concat(bodies).length, at + 8)
    directory.writeUInt32BE(bytes.length, at + 12)
    bodies.push(Buffer.concat([bytes, Buffer.alloc((4 - bytes.length % 4) % 4)]))
  })
  return Buffer.concat([directory, ...bodies])
}

function tablesOf(font: Uint8Array): Record<string, Buffer> {
  const file = Buffer.from(font)
  return Object.fromEntries(Array.from({ length: file.readUInt16BE(4) }, (_, i) => {
    const at = 12 + 16 * i
    const start = file.readUInt32BE(at + 8)
    return [file.toString('latin1', at, at + 4), file.subarray(start, start + file.readUInt32BE(at + 12))]
  }))
}

const head = Buffer.alloc(54, 1)
const font = fontOf({
  GPOS: Buffer.from('pairs'),
  GSUB: Buffer.from('forms of letters'),
  glyf: Buffer.from('outlines!'),
  head,
  loca: Buffer.from('where'),
  name: Buffer.from('Archivo, OFL'),
})

describe('a font in a page that is set', () => {
  const slim = withoutLayout(font)

  it('has all of its tables but those of layout, as they were', () => {
    const { head: slimHead, ...others } = tablesOf(slim)
    expect(Object.fromEntries(Object.entries(others).map(([tag, bytes]) => [tag, bytes.toString()]))).toEqual({
      glyf: 'outlines!',
      loca: 'where',
      name: 'Archivo, OFL',
    })
    expect([slimHead?.subarray(0, 8), slimHead?.subarray(12)]).toEqual([head.subarray(0, 8), head.subarray(12)])
    expect(slim.length).toBeLessThan(font.length)
  })

  it('adds up to what a font does', () => {
    expect(sumOf(Buffer.from(slim))).toBe(0xB1B0AFBA)
  })

  it('says how to search its tables', () => {
    expect([4, 6, 8, 10].map(at => Buffer.from(slim).readUInt16BE(at))).toEqual([4, 64, 2, 0])
    const three = withoutLayout(fontOf({ glyf: Buffer.from('a'), loca: Buffer.from('b'), name: Buffer.from('c') }))
    expect([4, 6, 8, 10].map(at => Buffer.from(three).readUInt16BE(at))).toEqual([3, 32, 1, 16])
  })

  it('stays the same from then on', () => {
    expect(withoutLayout(slim)).toEqual(slim)
  })

  it('of another kind is left alone', () => {
    const other = Buffer.from('OTTO and more')
    expect(withoutLayout(other)).toBe(other)
  })
})
