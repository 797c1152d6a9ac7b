import type { PDFContext, PDFDocument, PDFNumber, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib'
import { name, textOfName } from './names.ts'

/** Types of PDF 2.0 that Chromium writes into a file of PDF 1.7, and the standard type that each is like. */
const ROLES = { Strong: 'Span', Em: 'Span', Title: 'P', FENote: 'Note', Aside: 'Note', Sub: 'Span' }

export function structureRoot(document: PDFDocument): PDFDict | undefined {
  return document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
}

/** Tells readers of PDF 1.7 how to treat newer structure types. */
export function mapRoles(document: PDFDocument): void {
  structureRoot(document)?.set(name('RoleMap'), document.context.obj(ROLES))
}

/** All structure elements, in the order of their numbers. */
export function structureElements({ context }: PDFDocument): [PDFRef, PDFDict][] {
  return context
    .enumerateIndirectObjects()
    .filter((entry): entry is [PDFRef, PDFDict] =>
      entry[1] instanceof PDFDict && entry[1].get(name('Type')) === name('StructElem'))
}

/**
 * The structure elements of annotations, by the number under which an annotation finds its own in the parent tree
 * (ISO 32000-1, 14.7.4.4).
 */
export function parentElements(document: PDFDocument): Map<number, PDFRef> {
  return new Map(
    parentTreeEntries(document).flatMap(([number, found]) => found instanceof PDFRef ? [[number, found]] : []),
  )
}

/** Of each page and tagged form XObject, the elements of its marked content, by marked content ID. */
export function parentLists(document: PDFDocument): PDFArray[] {
  return parentTreeEntries(document)
    .map(([, found]) => document.context.lookup(found))
    .filter(object => object instanceof PDFArray)
}

/** All entries of the parent tree, which is a number tree (ISO 32000-1, 7.9.7). */
export function parentTreeEntries(document: PDFDocument): [number, PDFObject][] {
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

/** What an element holds: other elements, and marked content by its ID or by page and ID. */
export function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.get(name('K'))
  const list = element.lookup(name('K'))
  return list instanceof PDFArray ? list.asArray() : kids ? [kids] : []
}

/** Gives an element what it is to hold. */
export function setKids(context: PDFContext, element: PDFDict, kids: PDFObject[]): void {
  if (kids.length === 0)
    element.delete(name('K'))
  else
    element.set(name('K'), kids.length === 1 && kids[0] ? kids[0] : context.obj(kids))
}

/** Type of a structure element, such as `Link`. */
export function typeOf(element: PDFDict): string {
  return textOfName(element.lookup(name('S'), PDFName))
}

export function elementOf(context: PDFContext, ref: PDFRef | undefined): PDFDict | undefined {
  return ref && context.lookupMaybe(ref, PDFDict)
}
