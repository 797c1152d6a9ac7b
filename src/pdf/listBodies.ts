import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib'
import { elementsOf, kidsOf, parentListsOf, typeOf } from './structure.ts'

const name = PDFName.of

/**
 * Puts what an item of a list says into a body of its own, beside its bullet or number: an item may hold nothing else
 * (ISO 14289-1, 7.6). Chromium leaves the words in the item.
 */
export function bodyLists(document: PDFDocument): void {
  const { context } = document
  const moved = new Map<PDFObject, PDFRef>()
  for (const [item, element] of elementsOf(document)) {
    if (typeOf(element) !== 'LI')
      continue
    const kids = kidsOf(element)
    const typeOfKid = (object: PDFObject) => {
      const kid = object instanceof PDFRef ? context.lookup(object) : undefined
      return kid instanceof PDFDict && kid.has(name('S')) ? typeOf(kid) : undefined
    }
    const labels = kids.filter(kid => typeOfKid(kid) === 'Lbl')
    const words = kids.filter(kid => !labels.includes(kid))
    if (words.length === 0 || words.some(word => typeOfKid(word) === 'LBody'))
      continue
    const body = context.register(
      context.obj({
        Type: 'StructElem',
        S: 'LBody',
        P: item,
        ...(element.has(name('Pg')) && { Pg: element.get(name('Pg')) }),
        K: words,
      }),
    )
    for (const kid of words.map(word => context.lookup(word)))
      kid instanceof PDFDict && kid.has(name('P')) && kid.set(name('P'), body)
    element.set(name('K'), context.obj([...labels, body]))
    moved.set(item, body)
  }
  for (const parents of parentListsOf(document))
    parents.asArray().forEach((object, i) => parents.set(i, moved.get(object) ?? object))
}
