import type { PDFContext, PDFDocument, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib'

const name = PDFName.of

/** Types of PDF 2.0 that Chromium writes into an older file, and what they are in that. */
const ROLES = { Strong: 'Span', Em: 'Span', Title: 'P', FENote: 'Note', Aside: 'Note', Sub: 'Span' }

export function structureRoot(document: PDFDocument): PDFDict | undefined {
  return document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
}

/** Says of newer types what older readers are to take them for. */
export function mapRoles(document: PDFDocument): void {
  structureRoot(document)?.set(name('RoleMap'), document.context.obj(ROLES))
}

/**
 * What the structure has under a number that a page or an annotation names: for an annotation its element.
 * The numbers are a tree of their own (ISO 32000-1, 7.9.7).
 */
export function parentsOf(document: PDFDocument): Map<number, PDFRef> {
  const parents = new Map<number, PDFRef>()
  const visit = (node: PDFDict) => {
    const numbers = node.lookupMaybe(name('Nums'), PDFArray)?.asArray() ?? []
    for (let i = 0; i + 1 < numbers.length; i += 2)
      parents.set((numbers[i] as PDFNumber).asNumber(), numbers[i + 1] as PDFRef)
    for (const kid of node.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? [])
      visit(document.context.lookup(kid, PDFDict))
  }
  const tree = structureRoot(document)?.lookupMaybe(name('ParentTree'), PDFDict)
  if (tree)
    visit(tree)
  return parents
}

/** Name that a structure element has, such as `Link`. */
export function typeOf(element: PDFDict): string {
  return element.lookup(name('S'), PDFName).decodeText()
}

export function elementOf(context: PDFContext, ref: PDFRef | undefined): PDFDict | undefined {
  return ref && context.lookupMaybe(ref, PDFDict)
}
