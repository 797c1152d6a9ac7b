import type { PDFDocument } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

const name = PDFName.of

/**
 * Gives each link to an address a description: what a reader says where it lists the links of a page.
 *
 * @param words what stands under an address on the page
 */
export function describeLinks(document: PDFDocument, words: ReadonlyMap<string, string>): void {
  for (const page of document.getPages()) {
    for (const entry of page.node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []) {
      const link = document.context.lookup(entry, PDFDict)
      if (link.get(name('Subtype')) !== name('Link'))
        continue
      const address = link.lookupMaybe(name('A'), PDFDict)?.lookupMaybe(name('URI'), PDFString, PDFHexString)?.decodeText()
      link.set(name('Contents'), PDFHexString.fromText(address === undefined ? 'A place in this document' : words.get(address) ?? address))
    }
  }
}
