import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { anchorPages } from '../../src/pdf/anchorPages.ts'

const name = PDFName.of

it('are counted from 1, by the id of the element', async () => {
  const document = await PDFDocument.create()
  const pages = [document.addPage(), document.addPage(), document.addPage()]
  const to = (page: number) => document.context.obj([pages[page]?.ref, name('XYZ'), 0, 800, 0])
  document.catalog.set(
    name('Dests'),
    document.context.obj({ 'cover': to(0), '04-fermi-the-bill': document.context.register(to(2)) }),
  )
  expect(await anchorPages(await document.save())).toEqual(new Map([['cover', 1], ['04-fermi-the-bill', 3]]))
})

it('are none in a document without links into it', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  expect(await anchorPages(await document.save())).toEqual(new Map())
})
