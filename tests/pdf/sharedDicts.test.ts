import type { PDFRawStream } from '@cantoo/pdf-lib'
import { PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { shareDicts } from '../../src/pdf/sharedDicts.ts'

const name = PDFName.of

it('writes what pictures share once, without what only old printers had to load', async () => {
  const document = await PDFDocument.create()
  const { context } = document
  const picture = (state: string) =>
    context.register(
      context.stream('f', {
        Subtype: 'Form',
        Resources: { ProcSet: ['PDF'], ExtGState: { [state]: PDFRef.of(99) } },
        Group: { S: 'Transparency' },
      }),
    )
  const pictures = [picture('G1'), picture('G2'), picture('G1')]
  const page = document.addPage()
  page.node.set(name('Resources'), context.obj({ ProcSet: ['PDF'], ExtGState: {} }))
  shareDicts(document)
  const dicts = pictures.map(ref => (context.lookup(ref) as PDFRawStream).dict)
  const [resources, groups] = ['Resources', 'Group'].map(key => dicts.map(dict => dict.get(name(key))))
  expect([...resources ?? [], ...groups ?? []].every(resource => resource instanceof PDFRef)).toBe(true)
  expect([new Set(resources).size, new Set(groups).size]).toEqual([2, 1])
  expect(
    dicts.map(dict =>
      [...dict.lookup(name('Resources'), PDFDict).lookup(name('ExtGState'), PDFDict).keys()].map(String),
    ),
  ).toEqual([['/G1'], ['/G2'], ['/G1']])
  expect(
    [...dicts.map(dict => dict.lookup(name('Resources'), PDFDict)), page.node.Resources()].some(dict =>
      dict?.has(name('ProcSet')),
    ),
  ).toBe(false)
})
