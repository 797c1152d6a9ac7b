import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { structureRoot } from './structure.ts'

const name = PDFName.of

/**
 * Numbers the elements of the structure that have a name, in the order of the document. Chromium counts on through all
 * that it prints, so that its names tell in which order that was; cells name their headers by them.
 */
export function numberElements(document: PDFDocument): void {
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

  // As many digits for each: the tree goes by the order of its names.
  const digits = String(elements.length).length
  const newNames = new Map(
    elements.map(({ dict }, i) => [
      textOf(dict.get(name('ID'))),
      PDFString.of(`e${String(i + 1).padStart(digits, '0')}`),
    ]),
  )
  const renamed = (old: PDFObject | undefined) => newNames.get(textOf(old))
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.has(name('S')))
      attributesOf(document, object).forEach(dict => renameHeaders(dict, renamed))
  }
  for (const { dict } of elements)
    dict.set(name('ID'), renamed(dict.get(name('ID'))) as PDFString)
  dropTree(document, root.get(name('IDTree')))
  root.set(
    name('IDTree'),
    context.obj({ Names: elements.flatMap(({ dict, ref }) => [dict.get(name('ID')) as PDFString, ref]) }),
  )
}

/** What nobody refers to would be written all the same. */
function dropTree(document: PDFDocument, node: PDFObject | undefined): void {
  const found = document.context.lookup(node)
  const kids = found instanceof PDFDict ? document.context.lookup(found.get(name('Kids'))) : undefined
  if (kids instanceof PDFArray)
    kids.asArray().forEach(object => dropTree(document, object))
  if (node instanceof PDFRef)
    document.context.delete(node)
}

function attributesOf({ context }: PDFDocument, element: PDFDict): PDFDict[] {
  const found = context.lookup(element.get(name('A')))
  const all = found instanceof PDFArray ? found.asArray().map(object => context.lookup(object)) : [found]
  return all.filter(object => object instanceof PDFDict)
}

function renameHeaders(attributes: PDFDict, renamed: (old: PDFObject) => PDFString | undefined): void {
  const headers = attributes.get(name('Headers'))
  if (headers instanceof PDFArray)
    headers.asArray().forEach((object, i) => headers.set(i, renamed(object) ?? object))
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}
