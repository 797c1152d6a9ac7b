import type { PDFObject } from '@cantoo/pdf-lib'
import { PDFContext, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { formatCompact } from '../../src/pdf/compact.ts'

const context = PDFContext.create()

describe('an object without needless space', () => {
  it.each<[object: PDFObject, written: string]>([
    [context.obj({ Type: 'Page', Count: 3, Kids: [1, 2.5, -3] }), '<</Type/Page/Count 3/Kids[1 2.5 -3]>>'],
    [context.obj({ A: { B: [] }, C: {} }), '<</A<</B[]>>/C<<>>>>'],
    [
      context.obj([PDFName.of('A'), 1, PDFName.of('B'), PDFString.of('a (b) c'), PDFHexString.of('FEFF'), 2]),
      '[/A 1/B(a (b) c)<FEFF>2]',
    ],
    [context.obj([context.nextRef(), context.nextRef(), true, null]), '[1 0 R 2 0 R true null]'],
    [context.obj([[1], [2, [3]], 4]), '[[1][2[3]]4]'],
    [PDFNumber.of(7), '7'],
  ])('%s', (object, written) => {
    expect(formatCompact(object)).toBe(written)
  })
})
