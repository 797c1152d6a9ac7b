import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { OutlineError, titleOutline } from '../../src/pdf/outline.ts'

const name = PDFName.of

/** An outline of two headings, the first with one below it. */
async function outlined(): Promise<{ document: PDFDocument, titles: () => string[] }> {
  const document = await PDFDocument.create()
  const { context, catalog } = document
  const entry = (more: Record<string, object>) =>
    context.register(context.obj({ Title: PDFHexString.fromText('Cut offshort'), ...more }))
  const below = entry({})
  const second = entry({})
  const first = entry({ First: below, Next: second })
  catalog.set(name('Outlines'), context.register(context.obj({ First: first })))
  const titleOf = (ref: typeof first) => (context.lookup(ref, PDFDict).lookup(name('Title'), PDFHexString)).decodeText()
  return { document, titles: () => [first, below, second].map(titleOf) }
}

it('lists the headings in order, nested ones before the next', async () => {
  const { document, titles } = await outlined()
  titleOutline(document, ['Short', 'of breath', 'Long'])
  expect(titles()).toEqual(['Short', 'of breath', 'Long'])
})

it('refuses titles of another number than headings', async () => {
  const { document } = await outlined()
  expect(() => titleOutline(document, ['Short', 'Long'])).toThrow(
    new OutlineError('of 2 headings 3 are printed as such; give each some words, and hide none.'),
  )
})
