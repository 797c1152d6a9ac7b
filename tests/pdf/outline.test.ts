import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { OutlineError, titleOutline, writeOutline } from '../../src/pdf/outline.ts'

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

it('writes entries that lead to pages, each tied to those beside and above it', async () => {
  const document = await PDFDocument.create()
  const pages = [1, 2, 3].map(() => document.addPage().ref)
  writeOutline(document, [
    { title: 'One', page: 1, children: [{ title: 'One, first', page: 1 }, { title: 'One, “second”', page: 2 }] },
    { title: 'Two', page: 3 },
  ])
  const at = (dict: PDFDict | undefined, key: string) => dict?.lookupMaybe(name(key), PDFDict)
  const told = (entry: PDFDict | undefined) => entry && [
    entry.lookup(name('Title'), PDFHexString).decodeText(),
    pages.indexOf(entry.lookup(name('Dest'), PDFArray).get(0) as never) + 1,
    at(entry, 'Next')?.lookup(name('Title'), PDFHexString).decodeText(),
  ]
  const root = document.catalog.lookup(name('Outlines'), PDFDict)
  const one = at(root, 'First')
  expect(root.lookup(name('Count'), PDFNumber).asNumber()).toBe(4)
  expect([one, at(one, 'First'), at(one, 'Last'), at(root, 'Last')].map(told)).toEqual([
    ['One', 1, 'Two'],
    ['One, first', 1, 'One, “second”'],
    ['One, “second”', 2, undefined],
    ['Two', 3, undefined],
  ])
  expect(at(at(one, 'Last'), 'Prev')).toBe(at(one, 'First'))
  expect(at(at(one, 'Last'), 'Parent')).toBe(one)
  expect(at(one, 'Parent')).toBe(root)
})
