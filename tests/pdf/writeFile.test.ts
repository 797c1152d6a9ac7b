import type { PDFRef } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { writeFile } from '../../src/pdf/writeFile.ts'
import { checkPdf } from '../handouts/support/pdf.ts'
import { tempFolder } from '../support/tempFiles.ts'

/** A document with a page, a stream of bytes that are no text, and many objects, some of which are gone. */
async function documentOf(count: number): Promise<{ document: PDFDocument, kept: PDFRef[] }> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle('Cards')
  const page = document.addPage([200, 100])
  const { context } = document
  const refs = Array.from({ length: count }, (_, i) =>
    context.register(context.obj({ Count: i, Text: PDFName.of(`n${i}`) })))
  const kept = refs.filter((_, i) => i % 7 !== 3)
  refs.forEach(ref => kept.includes(ref) || context.delete(ref))
  page.node.set(PDFName.of('Contents'), context.register(context.stream(Uint8Array.from({ length: 256 }, (_, i) => i))))
  document.catalog.set(PDFName.of('Kept'), context.obj(kept))
  return { document, kept }
}

describe('a written file', () => {
  it.each([0, 1, 499, 1300])('contains all of %d objects', async (count) => {
    const { document, kept } = await documentOf(count)
    const read = await PDFDocument.load(writeFile(document), { updateMetadata: false })
    const found = read.catalog.lookup(PDFName.of('Kept'), PDFArray)
    expect(found.size()).toBe(kept.length)
    expect(
      kept.map((_, i) => found.lookup(i, PDFDict).lookup(PDFName.of('Count'), PDFNumber).asNumber()),
    ).toEqual(Array.from({ length: count }, (_, i) => i).filter(value => value % 7 !== 3))
    expect(read.getPages().map(page => page.getSize())).toEqual([{ width: 200, height: 100 }])
    expect(read.getTitle()).toBe('Cards')
  })

  it('numbers its objects without gaps', async () => {
    const read = await PDFDocument.load(writeFile((await documentOf(50)).document), { updateMetadata: false })
    const numbers = read.context.enumerateIndirectObjects().map(([ref]) => ref.objectNumber)
    expect(Math.max(...numbers)).toBe(numbers.length)
  })

  it('has no object for a reference to nothing', async () => {
    const { document, kept } = await documentOf(3)
    document.context.delete(kept[0] as PDFRef)
    const read = await PDFDocument.load(writeFile(document), { updateMetadata: false })
    const found = read.catalog.lookup(PDFName.of('Kept'), PDFArray)
    expect([0, 1].map(i => found.lookup(i) instanceof PDFDict)).toEqual([false, true])
  })

  it('passes a check of its structure', async () => {
    const path = join(tempFolder(), 'cards.pdf')
    writeFileSync(path, writeFile((await documentOf(1300)).document))
    expect(checkPdf(path)).toContain('No syntax or stream encoding errors found')
  })

  it('can be read and written again', async () => {
    const once = writeFile((await documentOf(600)).document)
    const twice = writeFile(await PDFDocument.load(once, { updateMetadata: false }))
    expect((await PDFDocument.load(twice)).context.enumerateIndirectObjects().length).toBe(
      (await PDFDocument.load(once)).context.enumerateIndirectObjects().length,
    )
  })

  it('differs only where its content differs', async () => {
    const [one, same, other] = await Promise.all([documentOf(20), documentOf(20), documentOf(21)])
    const identity = (file: Uint8Array) => /\/ID\[(\S+)\]/.exec(Buffer.from(file).toString('latin1'))?.[1]
    expect(writeFile(same.document)).toEqual(writeFile(one.document))
    expect(identity(writeFile(other.document))).toMatch(/^(<[\da-f]{32}>)\1$/)
    expect(identity(writeFile(other.document))).not.toBe(identity(writeFile(one.document)))
  })
})
