import { Buffer } from 'node:buffer'
import { PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { slimFonts } from '../../src/pdf/fonts.ts'
import { streamBytes } from '../../src/pdf/packedStream.ts'

it('fonts are packed without what lays out text, and say how long they are', async () => {
  const document = await PDFDocument.create()
  const { context } = document
  const font = Buffer.alloc(12 + 2 * 16 + 4 + 4000)
  font.writeUInt32BE(0x00010000)
  font.writeUInt16BE(2, 4)
  ;['GPOS', 'glyf'].forEach((tag, i) => {
    font.write(tag, 12 + 16 * i)
    font.writeUInt32BE(44 + 4 * i, 12 + 16 * i + 8)
    font.writeUInt32BE(i ? 4000 : 4, 12 + 16 * i + 12)
  })
  font.write('outlines', 48)
  const file = context.register(context.flateStream(font, { Length1: font.length }))
  context.register(context.obj({ Type: 'FontDescriptor', FontFile2: file }))
  slimFonts(document)
  const slim = context.lookup(file)
  if (!(slim instanceof PDFRawStream))
    throw new TypeError('The font is gone.')
  const bytes = Buffer.from(streamBytes(slim))
  expect(bytes.includes('GPOS')).toBe(false)
  expect(bytes.includes('outlines')).toBe(true)
  expect(slim.dict.lookup(PDFName.of('Length1'), PDFNumber).asNumber()).toBe(bytes.length)
  expect(slim.contents.length).toBeLessThan(200)
})
