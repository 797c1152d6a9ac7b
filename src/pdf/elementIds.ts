import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFHexString, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { name } from './names.ts'
import { structureRoot } from './structure.ts'

/**
 * Numbers the IDs of structure elements in the order of the document; table cells refer to their headers by ID.
 * Chromium goes on counting from one document to the next, so that its IDs would depend on what was printed before.
 */
export function renumberElementIds(document: PDFDocument): void {
  const { context } = document
  const root = structureRoot(document)
  if (!root?.has(name('IDTree')))
    return
  const elements: { dict: PDFDict, ref: PDFRef }[] = []
  const visit = (object: PDFObject | undefined) => {
    const found = context.lookup(object)
    if (found instanceof PDFArray)
      found.asArray().forEach(visit)
    if (!(found instanceof PDFDict) || !found.has(name('S')))
      return
    if (found.has(name('ID')))
      elements.push({ dict: found, ref: object as PDFRef })
    visit(found.get(name('K')))
  }
  visit(root.get(name('K')))

  // All with the same number of digits, because the name tree is sorted as text.
  const digits = String(elements.length).length
  const newIds = new Map(
    elements.map(({ dict }, i) => [
      textOf(dict.get(name('ID'))),
      PDFString.of(`e${String(i + 1).padStart(digits, '0')}`),
    ]),
  )
  const renumbered = (old: PDFObject | undefined) => newIds.get(textOf(old))
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.has(name('S')))
      attributesOf(document, object).forEach(dict => renumberHeaders(dict, renumbered))
  }
  for (const { dict } of elements)
    dict.set(name('ID'), renumbered(dict.get(name('ID'))) as PDFString)
  deleteTree(document, root.get(name('IDTree')))
  root.set(
    name('IDTree'),
    context.obj({ Names: elements.flatMap(({ dict, ref }) => [dict.get(name('ID')) as PDFString, ref]) }),
  )
}

/** Deletes a name tree, which the writer would write even though nothing refers to it. */
function deleteTree(document: PDFDocument, node: PDFObject | undefined): void {
  const found = document.context.lookup(node)
  const kids = found instanceof PDFDict ? document.context.lookup(found.get(name('Kids'))) : undefined
  if (kids instanceof PDFArray)
    kids.asArray().forEach(object => deleteTree(document, object))
  if (node instanceof PDFRef)
    document.context.delete(node)
}

function attributesOf({ context }: PDFDocument, element: PDFDict): PDFDict[] {
  const found = context.lookup(element.get(name('A')))
  const all = found instanceof PDFArray ? found.asArray().map(object => context.lookup(object)) : [found]
  return all.filter(object => object instanceof PDFDict)
}

function renumberHeaders(attributes: PDFDict, renumbered: (old: PDFObject) => PDFString | undefined): void {
  const headers = attributes.get(name('Headers'))
  if (headers instanceof PDFArray)
    headers.asArray().forEach((object, i) => headers.set(i, renumbered(object) ?? object))
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}
