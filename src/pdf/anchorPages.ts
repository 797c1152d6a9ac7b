import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'

/**
 * The pages on which anchors of a printed document stand: those to which a link of the document leads.
 *
 * @param pdf as Chromium prints it
 * @returns numbers of pages, from 1, by the `id` of the element
 */
export async function anchorPages(pdf: Uint8Array): Promise<Map<string, number>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const pages = new Map(document.getPages().map(({ ref }, i) => [ref, i + 1]))
  const anchors = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? []
  return new Map(anchors.flatMap(([anchor, place]) => {
    const page = pages.get(document.context.lookup(place, PDFArray).get(0) as never)
    return page === undefined ? [] : [[anchor.decodeText(), page] as const]
  }))
}
