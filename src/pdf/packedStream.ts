import type { PDFDict, PDFStream } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

const name = PDFName.of

/** The entry that a compressed stream needs in its dictionary. */
const FILTER = '/Filter /FlateDecode'

/** Compresses as well as zlib can: a handout is written once and downloaded often. */
export function deflate(bytes: Uint8Array): Buffer {
  return deflateSync(bytes, { level: 9, memLevel: 9 })
}

/** The content of a stream, decompressed. */
export function streamBytes(stream: PDFRawStream): Uint8Array {
  const { dict, contents } = stream
  const isPlain = dict.get(name('Filter')) === name('FlateDecode') && !dict.has(name('DecodeParms'))
  return isPlain ? inflateSync(contents) : decodePDFRawStream(stream).decode()
}

/** The bytes of a stream as a file should have them: what was compressed in haste is compressed again, and well. */
export function packedBytes(stream: PDFStream): Uint8Array {
  const bytes = stream.getContents()
  const { dict } = stream
  const canPack = dict.get(name('Filter')) === name('FlateDecode') && !dict.has(name('DecodeParms'))
  const again = canPack ? deflate(inflateSync(bytes)) : bytes
  return again.length < bytes.length ? again : bytes
}

/** The content of a stream, decompressed, one character a byte. */
export function streamText(stream: PDFRawStream): string {
  return Buffer.from(streamBytes(stream)).toString('latin1')
}

/**
 * Makes a stream of new content, compressed where that makes it smaller.
 *
 * @param dict of the stream, which is changed
 * @param content bytes, or text of one character a byte
 */
export function packStream(dict: PDFDict, content: string | Uint8Array): PDFRawStream {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const deflated = deflate(bytes)
  const isSmaller = deflated.length + FILTER.length < bytes.length
  dict.delete(name('Filter'))
  dict.delete(name('DecodeParms'))
  if (isSmaller)
    dict.set(name('Filter'), name('FlateDecode'))
  return PDFRawStream.of(dict, isSmaller ? deflated : bytes)
}
