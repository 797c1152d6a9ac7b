import type { PDFDict, PDFStream } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFRawStream } from '@cantoo/pdf-lib'
import { name } from './names.ts'

/** The entry that a compressed stream needs in its dictionary. */
const FILTER = '/Filter /FlateDecode'

/** Compresses as well as zlib can: a handout is written once and downloaded often. */
export function deflate(bytes: Uint8Array): Buffer {
  return deflateSync(bytes, { level: 9, memLevel: 9 })
}

/** The content of a stream, decompressed. */
export function streamBytes(stream: PDFRawStream): Uint8Array {
  const { dict, contents } = stream
  if (!dict.has(name('Filter')) && !stream.transform)
    return contents
  const isDeflated = dict.get(name('Filter')) === name('FlateDecode') && !dict.has(name('DecodeParms'))
  return isDeflated ? inflateSync(contents) : decodePDFRawStream(stream).decode()
}

/** Streams that `streamOf` made: they need not be compressed again. */
const packedStreams = new WeakSet<PDFStream>()

/** The bytes of a stream as a file should have them: compressed, and well even where that was done in haste. */
export function packedBytes(stream: PDFStream): Uint8Array {
  if (packedStreams.has(stream))
    return stream.getContents()
  const bytes = stream.getContents()
  const { dict } = stream
  if (dict.has(name('DecodeParms')))
    return bytes
  if (dict.get(name('Filter')) === name('FlateDecode')) {
    const again = deflate(inflateSync(bytes))
    return again.length < bytes.length ? again : bytes
  }
  // Metadata stay to be read by tools that know nothing else of a file.
  if (dict.has(name('Filter')) || dict.get(name('Type')) === name('Metadata'))
    return bytes
  const packed = deflate(bytes)
  if (packed.length + FILTER.length >= bytes.length)
    return bytes
  dict.set(name('Filter'), name('FlateDecode'))
  return packed
}

/** The content of a stream, decompressed, one character a byte. */
export function streamText(stream: PDFRawStream): string {
  const { buffer, byteOffset, length } = streamBytes(stream)
  return Buffer.from(buffer, byteOffset, length).toString('latin1')
}

/**
 * Makes a stream of new content that is compressed only when the file is written, as others may change it before.
 *
 * @param dict of the stream, which is changed
 * @param content one character a byte
 */
export function plainStream(dict: PDFDict, content: string): PDFRawStream {
  dict.delete(name('Filter'))
  dict.delete(name('DecodeParms'))
  return PDFRawStream.of(dict, Buffer.from(content, 'latin1'))
}

/** Content of a stream, compressed where that makes it smaller. */
export interface Packed {
  bytes: Uint8Array
  isDeflated: boolean
}

/** @param content bytes, or text of one character a byte */
export function pack(content: string | Uint8Array): Packed {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const deflated = deflate(bytes)
  const isDeflated = deflated.length + FILTER.length < bytes.length
  return { bytes: isDeflated ? deflated : bytes, isDeflated }
}

/**
 * Makes a stream of new content.
 *
 * @param dict of the stream, which is changed
 */
export function streamOf(dict: PDFDict, { bytes, isDeflated }: Packed): PDFRawStream {
  dict.delete(name('Filter'))
  dict.delete(name('DecodeParms'))
  if (isDeflated)
    dict.set(name('Filter'), name('FlateDecode'))
  const stream = PDFRawStream.of(dict, bytes)
  packedStreams.add(stream)
  return stream
}
