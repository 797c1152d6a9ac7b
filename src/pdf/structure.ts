import type { PDFContext, PDFDocument, PDFNumber, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib'

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

/** All elements of the structure. */
export function elementsOf({ context }: PDFDocument): [PDFRef, PDFDict][] {
  return context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) =>
      object instanceof PDFDict && object.get(name('Type')) === name('StructElem') ? [[ref, object]] : [],
    )
}

/**
 * What the structure has under a number that a page or an annotation names: for an annotation its element.
 * The numbers are a tree of their own (ISO 32000-1, 7.9.7).
 */
export function parentsOf(document: PDFDocument): Map<number, PDFRef> {
  return new Map(numbersOf(document).flatMap(([number, found]) => found instanceof PDFRef ? [[number, found]] : []))
}

/** And for a page, or a picture that has tags, the elements of each of its tags. */
export function parentListsOf(document: PDFDocument): PDFArray[] {
  return numbersOf(document)
    .map(([, found]) => document.context.lookup(found))
    .filter(object => object instanceof PDFArray)
}

/** All that a page or an annotation may name, by its number. */
export function numbersOf(document: PDFDocument): [number, PDFObject][] {
  const entriesOf = (node: PDFDict): [number, PDFObject][] => {
    const numbers = node.lookupMaybe(name('Nums'), PDFArray)?.asArray() ?? []
    const kids = node.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? []
    return [
      ...numbers.flatMap((number, i): [number, PDFObject][] =>
        i % 2 ? [[(numbers[i - 1] as PDFNumber).asNumber(), number]] : [],
      ),
      ...kids.flatMap(kid => entriesOf(document.context.lookup(kid, PDFDict))),
    ]
  }
  const tree = structureRoot(document)?.lookupMaybe(name('ParentTree'), PDFDict)
  return tree ? entriesOf(tree) : []
}

/** What an element holds: other elements, and numbers or places of what is painted. */
export function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.get(name('K'))
  const list = element.lookup(name('K'))
  return list instanceof PDFArray ? list.asArray() : kids ? [kids] : []
}

/** Name that a structure element has, such as `Link`. */
export function typeOf(element: PDFDict): string {
  return element.lookup(name('S'), PDFName).decodeText()
}

export function elementOf(context: PDFContext, ref: PDFRef | undefined): PDFDict | undefined {
  return ref && context.lookupMaybe(ref, PDFDict)
}
