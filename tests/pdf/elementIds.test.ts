import type { PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { renumberElementIds } from '../../src/pdf/elementIds.ts'

const name = PDFName.of
const text = (object: PDFObject | undefined) => (object as PDFString).decodeText()

/** A table of two heads and two cells, named as Chromium would after having printed much else. */
async function table(first: number) {
  const document = await PDFDocument.create()
  const { context } = document
  const id = (n: number) => PDFString.of(`node${String(first + n).padStart(8, '0')}`)
  const element = (dict: Record<string, unknown>) =>
    context.register(context.obj({ Type: 'StructElem', ...dict } as never))
  // Chromium names a head when a cell first asks for it: not in the order of the document.
  const heads = [element({ S: 'TH', ID: id(7) }), element({ S: 'TH', ID: id(3) })]
  const cells = [
    element({ S: 'TD', A: [{ O: 'Table', Headers: [id(7)] }] }),
    element({ S: 'TD', A: { O: 'Table', Headers: [id(3), id(7)] } }),
  ]
  const rows = [element({ S: 'TR', K: heads }), element({ S: 'TR', K: cells })]
  const leaf = context.register(
    context.obj({ Limits: [id(3), id(7)], Names: [id(3), heads[1], id(7), heads[0]] } as never),
  )
  document.catalog.set(
    name('StructTreeRoot'),
    context.register(
      context.obj({ Type: 'StructTreeRoot', K: element({ S: 'Table', K: rows }), IDTree: { Kids: [leaf] } } as never),
    ),
  )
  return { document, heads, cells, leaf }
}

describe('ids of elements', () => {
  it('follow the order of the document, and cells still name their heads', async () => {
    const { document, heads, cells } = await table(100)
    renumberElementIds(document)
    const dict = (ref: PDFObject) => document.context.lookup(ref, PDFDict)
    expect(heads.map(head => text(dict(head).get(name('ID'))))).toEqual(['e1', 'e2'])
    const [one, two] = cells.map(cell => dict(cell).lookup(name('A')))
    expect((one as PDFArray).lookup(0, PDFDict).lookup(name('Headers'), PDFArray).asArray().map(text)).toEqual(['e1'])
    expect((two as PDFDict).lookup(name('Headers'), PDFArray).asArray().map(text)).toEqual(['e2', 'e1'])
    const names = document.catalog
      .lookup(name('StructTreeRoot'), PDFDict)
      .lookup(name('IDTree'), PDFDict)
      .lookup(name('Names'), PDFArray)
      .asArray()
    expect([text(names[0]), names[1], text(names[2]), names[3]]).toEqual(['e1', heads[0], 'e2', heads[1]])
  })

  it('do not depend on what was printed before', async () => {
    const [one, two] = await Promise.all([table(100), table(4321)])
    renumberElementIds(one.document)
    renumberElementIds(two.document)
    const written = (document: PDFDocument) =>
      document.context.enumerateIndirectObjects().map(([ref, object]) => `${ref} ${object}`)
    expect(written(one.document)).toEqual(written(two.document))
    expect(one.document.context.lookup(one.leaf)).toBeUndefined()
  })

  it('are left alone where there are none', async () => {
    const document = await PDFDocument.create()
    expect(() => renumberElementIds(document)).not.toThrow()
  })
})
