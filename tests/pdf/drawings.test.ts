import type { PDFRef } from '@cantoo/pdf-lib'
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { rewriteDrawings } from '../../src/pdf/drawings.ts'
import { markContent } from '../../src/pdf/markedContent.ts'
import { streamText } from '../../src/pdf/packedStream.ts'

const name = PDFName.of
const SET_APART = 'BT /F1 10 Tf 1 0 0 -1 9.123456 9 Tm <0041> Tj 6 0 Td <0042> Tj 2.5 0 Td <0041> Tj ET'
const JOINED = 'BT /F1 10 Tf 1 0 0 -1 9.12 9 Tm (\0A\0B\0A) Tj ET'

/** A page with a picture on it, and one on that, as Chromium prints them. */
async function printed(
  contents: string[],
): Promise<{ document: PDFDocument, contentOf: (ref: PDFRef) => string, page: () => string, pictures: PDFRef[] }> {
  const document = await PDFDocument.create()
  const { context } = document
  const descendant = context.register(context.obj({ Type: 'Font', Subtype: 'CIDFontType2', W: [0x41, [600, 250]] }))
  const font = context.register(
    context.obj({ Type: 'Font', Subtype: 'Type0', Encoding: 'Identity-H', DescendantFonts: [descendant] }),
  )
  const picture = (content: string, XObject: Record<string, PDFRef>) =>
    context.register(
      context.flateStream(content, { Type: 'XObject', Subtype: 'Form', Resources: { Font: { F1: font }, XObject } }),
    )
  const inner = picture(`/NonStruct <</MCID 0>> BDC ${SET_APART} EMC`, {})
  const outer = picture(`${SET_APART} /X1 Do`, { X1: inner })
  const page = document.addPage()
  page.node.set(name('Resources'), context.obj({ Font: { F1: font }, XObject: { X1: inner, X2: outer } }))
  page.node.set(name('Contents'), context.obj(contents.map(content => context.register(context.flateStream(content)))))
  const contentOf = (ref: PDFRef) => {
    const stream = context.lookup(ref)
    return stream instanceof PDFRawStream ? streamText(stream) : ''
  }
  return {
    document,
    contentOf,
    page: () => contentOf(page.node.get(name('Contents')) as PDFRef),
    pictures: [inner, outer],
  }
}

describe('what draws a page', () => {
  it('has its glyphs joined', async () => {
    const { document, page } = await printed([`/P <</MCID 0>> BDC ${SET_APART} EMC ${SET_APART}`])
    rewriteDrawings(document)
    expect(page()).toBe(`/P <</MCID 0>> BDC ${JOINED} EMC ${JOINED}`)
  })

  it('is joined into one content stream', async () => {
    const { document, page } = await printed(['/P <</MCID 0>> BDC', SET_APART, 'EMC'])
    const before = document.context.enumerateIndirectObjects().length
    rewriteDrawings(document)
    expect(page()).toBe(`/P <</MCID 0>> BDC\n${JOINED}\nEMC`)
    expect(document.context.enumerateIndirectObjects().length).toBe(before - 2)
  })

  it('is rewritten in pictures, also nested ones', async () => {
    const { document, contentOf, pictures } = await printed([''])
    rewriteDrawings(document)
    expect(pictures.map(contentOf)).toEqual([`/NonStruct <</MCID 0>> BDC ${JOINED} EMC`, `${JOINED} /X1 Do`])
  })

  it('has its pictures marked as artifacts, but for those with tags, also in a nested picture', async () => {
    const { document, page } = await printed(['/X1 Do /X2 Do'])
    rewriteDrawings(document)
    markContent(document)
    expect(page()).toBe('/X1 Do /X2 Do')
  })
})
