import type { PDFDict } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

const name = PDFName.of

/** What packing costs. */
const FILTER = '/Filter /FlateDecode'

/** As small as can be: a handout is packed once and sent often. */
export function pack(bytes: Uint8Array): Buffer {
  return deflateSync(bytes, { level: 9 })
}

/** What is in a stream, unpacked. */
export function bytesOf(stream: PDFRawStream): Uint8Array {
  const { dict, contents } = stream
  const isPlain = dict.get(name('Filter')) === name('FlateDecode') && !dict.has(name('DecodeParms'))
  return isPlain ? inflateSync(contents) : decodePDFRawStream(stream).decode()
}

/** The same, one character a byte. */
export function textOf(stream: PDFRawStream): string {
  return Buffer.from(bytesOf(stream)).toString('latin1')
}

/**
 * A stream with other content, packed where that makes it smaller.
 *
 * @param content bytes, or text of one character a byte
 */
export function streamWith(dict: PDFDict, content: string | Uint8Array): PDFRawStream {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const packed = pack(bytes)
  const isSmaller = packed.length + FILTER.length < bytes.length
  dict.delete(name('Filter'))
  dict.delete(name('DecodeParms'))
  if (isSmaller)
    dict.set(name('Filter'), name('FlateDecode'))
  return PDFRawStream.of(dict, isSmaller ? packed : bytes)
}
