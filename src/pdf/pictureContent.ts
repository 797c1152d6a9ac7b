import type { PDFContext, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFDict, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { name } from './names.ts'
import { kidsOf, parentLists, setKids, structureElements, typeOf } from './structure.ts'

/**
 * Gives figures all that is drawn in them, in place of the elements for its parts: where a picture has a description,
 * that is what is read, and a reader's list of headings has none of those in it. One with a link in it stays as it is.
 */
export function foldPictures(document: PDFDocument): void {
  const { context } = document
  const folded = new Map<PDFObject, PDFRef>()
  for (const [figure, element] of structureElements(document)) {
    if (typeOf(element) !== 'Figure' || !element.has(name('Alt')))
      continue
    const inner: PDFRef[] = []
    const content = contentOf(context, element, inner)
    if (inner.length === 0 || content === undefined)
      continue
    setKids(context, element, content)
    for (const part of inner) {
      folded.set(part, figure)
      context.delete(part)
    }
  }
  for (const parents of parentLists(document))
    parents.asArray().forEach((object, i) => parents.set(i, folded.get(object) ?? object))
}

/**
 * All marked content in an element, each piece with the page that it is on.
 *
 * @param inner receives the elements within
 * @returns undefined where something else is in it, such as a link
 */
function contentOf(context: PDFContext, element: PDFDict, inner: PDFRef[]): PDFObject[] | undefined {
  const page = element.get(name('Pg'))
  const all: PDFObject[] = []
  for (const kid of kidsOf(element)) {
    const found = context.lookup(kid)
    if (found instanceof PDFNumber && page !== undefined) {
      all.push(context.obj({ Type: 'MCR', Pg: page, MCID: found }))
    }
    else if (found instanceof PDFDict && found.has(name('MCID'))) {
      if (page !== undefined && !found.has(name('Pg')))
        found.set(name('Pg'), page)
      all.push(kid)
    }
    else if (found instanceof PDFDict && found.has(name('S')) && kid instanceof PDFRef) {
      inner.push(kid)
      const content = contentOf(context, found, inner)
      if (content === undefined)
        return undefined
      all.push(...content)
    }
    else {
      return undefined
    }
  }
  return all
}
