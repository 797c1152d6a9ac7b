import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { name } from './names.ts'
import { kidsOf, parentLists, structureElements, typeOf } from './structure.ts'

/**
 * Wraps the content of each list item in an `LBody` beside its label, the bullet or number: an item may hold nothing
 * else (ISO 14289-1, 7.6). Chromium leaves the content in the item itself.
 */
export function wrapListBodies(document: PDFDocument): void {
  const { context } = document
  const moved = new Map<PDFObject, PDFRef>()
  for (const [item, element] of structureElements(document)) {
    if (typeOf(element) !== 'LI')
      continue
    const kids = kidsOf(element)
    const typeOfKid = (object: PDFObject) => {
      const kid = object instanceof PDFRef ? context.lookup(object) : undefined
      return kid instanceof PDFDict && kid.has(name('S')) ? typeOf(kid) : undefined
    }
    const labels = kids.filter(kid => typeOfKid(kid) === 'Lbl')
    const content = kids.filter(kid => !labels.includes(kid))
    if (content.length === 0 || content.some(kid => typeOfKid(kid) === 'LBody'))
      continue
    const body = context.register(
      context.obj({
        Type: 'StructElem',
        S: 'LBody',
        P: item,
        ...(element.has(name('Pg')) && { Pg: element.get(name('Pg')) }),
        K: content,
      }),
    )
    for (const kid of content.map(kid => context.lookup(kid)))
      kid instanceof PDFDict && kid.has(name('P')) && kid.set(name('P'), body)
    element.set(name('K'), context.obj([...labels, body]))
    moved.set(item, body)
  }
  for (const parents of parentLists(document))
    parents.asArray().forEach((object, i) => parents.set(i, moved.get(object) ?? object))
}
