import type { PDFDocument } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { name } from './names.ts'

/**
 * Gives each link a description, which a reader shows or reads where it lists the links of a page.
 *
 * @param words text of the links on the page, by their address; that of a place in the document is `#` and its id
 */
export function describeLinks(document: PDFDocument, words: ReadonlyMap<string, string>): void {
  for (const page of document.getPages()) {
    for (const entry of page.node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []) {
      const link = document.context.lookup(entry, PDFDict)
      if (link.get(name('Subtype')) !== name('Link'))
        continue
      const address = addressOf(link)
      link.set(name('Contents'), PDFHexString.fromText(words.get(address) ?? address))
    }
  }
}

function addressOf(link: PDFDict): string {
  const uri = link.lookupMaybe(name('A'), PDFDict)?.lookupMaybe(name('URI'), PDFString, PDFHexString)
  return uri?.decodeText() ?? `#${link.lookup(name('Dest'), PDFName).decodeText()}`
}
