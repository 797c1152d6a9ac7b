import type { PDFContext, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { PDFStream } from '@cantoo/pdf-lib'
import { formatCompact } from './compact.ts'
import { name } from './names.ts'
import { deflate, packedBytes } from './packedStream.ts'

/** A reader inflates a whole object stream to get at one object: enough to compress well, few enough to be quick. */
const OBJECTS_PER_STREAM = 500

/** Containers of the file that was read: its objects have been taken out of them. */
const CONTAINERS = new Set(['/ObjStm', '/XRef'])

/** Bytes above 127 in the second line, so that no tool takes the file for text (ISO 32000-1, 7.5.2). */
const HEADER = '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n'

/** A row of the cross-reference table (ISO 32000-1, 7.5.8.3): type, offset or number of the container, index in it. */
type Entry = [type: number, place: number, index: number]
const COLUMN_BYTES = [1, 4, 2]
const ROW_BYTES = COLUMN_BYTES.reduce((sum, value) => sum + value)
/** A number without an object, never to be used again. */
const FREE: Entry = [0, 0, 0xFFFF]

/** Beyond the numbers of all objects and of the streams that hold them. */
const NEVER = 100_000

interface File {
  parts: Buffer[]
  /** New numbers of the objects, without gaps and in the order of the file, so that the table of them is short. */
  numberOf: (ref: PDFRef) => number
  /** By the number of the object. */
  entries: Map<number, Entry>
  /** Bytes so far. */
  length: number
}

/**
 * Writes a document as a file: all objects that are not streams in compressed object streams, pages too, and the
 * cross-reference table compressed by its differences (ISO 32000-1, 7.5.7 and 7.5.8). The library's own writer puts
 * fifty objects in a stream, leaves pages out and knows no differences, which makes a tagged file a tenth larger; and
 * its table takes time that grows with the square of their number.
 *
 * The file's identity is a hash of its content, so that the same document makes the same bytes.
 */
export function writeFile({ context }: PDFDocument): Uint8Array {
  const objects = context
    .enumerateIndirectObjects()
    .filter(([, object]) => !(object instanceof PDFStream && CONTAINERS.has(String(object.dict.get(name('Type'))))))
  const streams = objects.filter((entry): entry is [PDFRef, PDFStream] => entry[1] instanceof PDFStream)
  const others = objects.filter(([, object]) => !(object instanceof PDFStream))
  const numbers = new Map([...streams, ...others].map(([ref], i) => [ref, i + 1]))
  // A reference to nothing stands for null; no object has the last number.
  const numberOf = (ref: PDFRef) => numbers.get(ref) ?? objects.length + NEVER
  const file: File = { parts: [], numberOf, entries: new Map(), length: 0 }
  write(file, HEADER)
  for (const [ref, object] of streams) {
    const bytes = packedBytes(object)
    object.dict.set(name('Length'), context.obj(bytes.length))
    writeStream(file, numberOf(ref), formatCompact(object.dict, numberOf), bytes)
  }
  const last = writeObjectStreams(file, others, objects.length)
  writeTable(file, last + 1, context.trailerInfo)
  return Buffer.concat(file.parts)
}

/**
 * @param highest number of an object so far
 * @returns the highest number from now on: each object stream has one
 */
function writeObjectStreams(file: File, objects: [PDFRef, PDFObject][], highest: number): number {
  let number = highest
  for (let from = 0; from < objects.length; from += OBJECTS_PER_STREAM) {
    const group = objects.slice(from, from + OBJECTS_PER_STREAM)
    number++
    let offsets = ''
    let body = ''
    for (const [index, [ref, object]] of group.entries()) {
      file.entries.set(file.numberOf(ref), [2, number, index])
      offsets += `${file.numberOf(ref)} ${body.length} `
      body += `${formatCompact(object, file.numberOf)}\n`
    }
    const bytes = deflate(Buffer.from(offsets + body, 'latin1'))
    writeStream(
      file,
      number,
      `<</Type/ObjStm/N ${group.length}/First ${offsets.length}/Filter/FlateDecode/Length ${bytes.length}>>`,
      bytes,
    )
  }
  return number
}

/** The cross-reference table, which is a stream with a number of its own, and where it begins. */
function writeTable(file: File, number: number, { Root, Info }: PDFContext['trailerInfo']): void {
  const id = `<${createHash('sha256').update(Buffer.concat(file.parts)).digest('hex').slice(0, 32)}>`
  const start = file.length
  const refOf = (object: PDFObject | undefined) => object && formatCompact(object, file.numberOf)
  file.entries.set(number, [1, start, 0])
  const rows = Array.from({ length: number + 1 }, (_, i) => file.entries.get(i) ?? FREE)
  const table = deflate(differencesOf(rows))
  const packing = `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${ROW_BYTES}>>/Length ${table.length}`
  const refs = `/Root ${refOf(Root)}/Info ${refOf(Info)}`
  writeStream(
    file,
    number,
    `<</Type/XRef/Size ${number + 1}${refs}/ID[${id}${id}]/W[${COLUMN_BYTES.join(' ')}]${packing}>>`,
    table,
  )
  write(file, `startxref\n${start}\n%%EOF\n`)
}

function writeStream(file: File, number: number, dict: string, bytes: Uint8Array): void {
  file.entries.set(number, [1, file.length, 0])
  write(file, `${number} 0 obj\n`, dict, '\nstream\n', bytes, '\nendstream\nendobj\n')
}

function write(file: File, ...parts: (string | Uint8Array)[]): void {
  for (const part of parts) {
    const bytes
      = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part.buffer, part.byteOffset, part.length)
    file.parts.push(bytes)
    file.length += bytes.length
  }
}

/** Each row as its difference from the row above, after the number of the PNG filter "up" (RFC 2083, 6.4). */
function differencesOf(entries: Entry[]): Buffer {
  const UP = 2
  let above = Buffer.alloc(ROW_BYTES)
  return Buffer.concat(entries.map((entry) => {
    const row = Buffer.alloc(ROW_BYTES)
    let at = 0
    entry.forEach((value, column) => at = row.writeUIntBE(value, at, COLUMN_BYTES[column] ?? 0))
    const difference = Buffer.from([UP, ...row.map((byte, i) => byte - (above[i] ?? 0))])
    above = row
    return difference
  }))
}
