import type { PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { PDFName, PDFStream } from '@cantoo/pdf-lib'
import { compact } from './compact.ts'
import { pack } from './packedStream.ts'

const name = PDFName.of

/** Readers unpack a whole stream of objects for one of them: enough to pack well, few enough to be quick. */
const OBJECTS_PER_STREAM = 500

/** Containers of the file that was read: their objects stand by themselves once it is. */
const CONTAINERS = new Set(['/ObjStm', '/XRef'])

/** Type, place (of a container: its number), index in the container; bytes of each. */
type Entry = [type: number, place: number, index: number]
const COLUMNS = [1, 4, 2]
const WIDTH = COLUMNS.reduce((sum, value) => sum + value)
/** For a number without an object, never to be used again. */
const FREE: Entry = [0, 0, 0xFFFF]

/**
 * Writes a document as a file: all objects that are not streams packed together, pages too, and the table of where they
 * are packed by its differences (ISO 32000-1, 7.5.7 and 7.5.8). The library's own writer packs fifty at a time, no page
 * and no differences, which makes a tagged file a tenth larger, and its table takes the square of their number in time.
 *
 * The file's identity goes by what is in it.
 */
export function writeFile({ context }: PDFDocument): Uint8Array {
  const objects = context
    .enumerateIndirectObjects()
    .filter(([, object]) => !(object instanceof PDFStream && CONTAINERS.has(String(object.dict.get(name('Type'))))))
  const parts: Buffer[] = []
  const entries = new Map<number, Entry>()
  let length = 0
  const write = (...bytes: (string | Uint8Array)[]) =>
    bytes.forEach((byte) => {
      const part
        = typeof byte === 'string' ? Buffer.from(byte, 'latin1') : Buffer.from(byte.buffer, byte.byteOffset, byte.length)
      parts.push(part)
      length += part.length
    })
  const writeStream = (number: number, dict: string, bytes: Uint8Array) => {
    entries.set(number, [1, length, 0])
    write(`${number} 0 obj\n`, dict, '\nstream\n', bytes, '\nendstream\nendobj\n')
  }

  // Bytes above 127, so that no tool takes it for text.
  write('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n')
  const packed: [PDFRef, PDFObject][] = []
  for (const [ref, object] of objects) {
    if (object instanceof PDFStream) {
      const bytes = object.getContents()
      object.dict.set(name('Length'), context.obj(bytes.length))
      writeStream(ref.objectNumber, compact(object.dict), bytes)
    }
    else {
      packed.push([ref, object])
    }
  }
  let last = Math.max(...objects.map(([ref]) => ref.objectNumber))
  for (let from = 0; from < packed.length; from += OBJECTS_PER_STREAM) {
    const number = ++last
    let offsets = ''
    let body = ''
    packed.slice(from, from + OBJECTS_PER_STREAM).forEach(([ref, object], index) => {
      entries.set(ref.objectNumber, [2, number, index])
      offsets += `${ref.objectNumber} ${body.length} `
      body += `${compact(object)}\n`
    })
    const bytes = pack(Buffer.from(offsets + body, 'latin1'))
    const count = Math.min(OBJECTS_PER_STREAM, packed.length - from)
    writeStream(
      number,
      `<</Type/ObjStm/N ${count}/First ${offsets.length}/Filter/FlateDecode/Length ${bytes.length}>>`,
      bytes,
    )
  }
  const identity = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32)
  const start = length
  entries.set(++last, [1, start, 0])
  const table = pack(differences(Array.from({ length: last + 1 }, (_, i) => entries.get(i) ?? FREE)))
  const { Root, Info } = context.trailerInfo
  writeStream(
    last,
    `<</Type/XRef/Size ${last + 1}/Root ${Root}/Info ${Info}/ID[<${identity}><${identity}>]/W[${COLUMNS.join(' ')}]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${WIDTH}>>/Length ${table.length}>>`,
    table,
  )
  write(`startxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}

/** Each row less the one above it, after the number of that predictor (RFC 2083, 6.4). */
function differences(entries: Entry[]): Buffer {
  const UP = 2
  let above = Buffer.alloc(WIDTH)
  return Buffer.concat(entries.map((entry) => {
    const row = Buffer.alloc(WIDTH)
    let at = 0
    entry.forEach((value, column) => at = row.writeUIntBE(value, at, COLUMNS[column] ?? 0))
    const difference = Buffer.from([UP, ...row.map((byte, i) => byte - (above[i] ?? 0))])
    above = row
    return difference
  }))
}
