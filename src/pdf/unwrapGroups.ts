import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { name } from './names.ts'
import { kidsOf, setKids, structureElements, typeOf } from './structure.ts'

/**
 * Removes the `NonStruct` elements that only hold other elements, one for each box of the page's layout, and gives what
 * they hold to the elements around them. A reader has to treat them as if they were not there (ISO 32000-1, table 333).
 */
export function unwrapGroups(document: PDFDocument): void {
  const { context } = document
  const isElement = (kid: PDFObject) => {
    const found = kid instanceof PDFRef ? context.lookup(kid) : undefined
    return found instanceof PDFDict && found.has(name('S'))
  }
  const isGroup = (kid: PDFObject): kid is PDFRef => {
    const element = kid instanceof PDFRef ? context.lookup(kid) : undefined
    return element instanceof PDFDict
      && element.get(name('S')) === name('NonStruct')
      && !['A', 'ID', 'Alt', 'ActualText', 'Lang', 'T'].some(key => element.has(name(key)))
      && kidsOf(element).every(isElement)
  }
  const unwrapped = (kid: PDFObject): PDFObject[] => {
    if (!isGroup(kid))
      return [kid]
    const kids = kidsOf(context.lookup(kid, PDFDict)).flatMap(unwrapped)
    context.delete(kid)
    return kids
  }
  for (const [ref, element] of structureElements(document)) {
    if (!context.lookup(ref) || (typeOf(element) === 'NonStruct' && isGroup(ref)))
      continue
    const kids = kidsOf(element)
    if (!kids.some(isGroup))
      continue
    const held = kids.flatMap(unwrapped)
    for (const kid of held.filter(isElement))
      context.lookup(kid, PDFDict).set(name('P'), ref)
    setKids(context, element, held)
  }
}
