import type { PDFContext, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFDict, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { name } from './names.ts'
import { kidsOf, parentLists, structureElements, typeOf } from './structure.ts'

/** Elements that may hold marked content directly. */
const HOLDS_CONTENT = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'TH',
  'TD',
  'LI',
  'LBody',
  'Lbl',
  'Caption',
  'Figure',
  'Link',
  'Strong',
  'Em',
  'Code',
  'Span',
])
/** Keys of an element that only say where it is in the structure. */
const POSITION_KEYS = new Set(['Type', 'S', 'P', 'K', 'Pg'].map(name))

/**
 * Removes the `NonStruct` elements that Chromium wraps around each run of text, and gives their content to the elements
 * around them. They are two fifths of a file's structure and mean nothing: a reader has to treat them as if they were
 * not there (ISO 32000-1, table 333).
 */
export function foldRuns(document: PDFDocument): void {
  const { context } = document
  const folded = new Map<PDFObject, PDFRef>()
  for (const [ref, element] of structureElements(document)) {
    if (!HOLDS_CONTENT.has(typeOf(element)))
      continue
    const kids = kidsOf(element)
    const runs = new Map(kids.flatMap((kid) => {
      const run = context.lookup(kid)
      return kid instanceof PDFRef && run instanceof PDFDict && isRun(run) ? [[kid, run]] : []
    }))
    if (runs.size === 0)
      continue
    const page = element.get(name('Pg')) ?? [...runs.values()][0]?.get(name('Pg'))
    if (page)
      element.set(name('Pg'), page)
    const content = kids.flatMap((kid) => {
      const run = kid instanceof PDFRef ? runs.get(kid) : undefined
      return run ? kidsOf(run).map(object => onPage(context, object, run.get(name('Pg')), page)) : [kid]
    })
    element.set(name('K'), content.length === 1 && content[0] ? content[0] : context.obj(content))
    for (const run of runs.keys()) {
      folded.set(run, ref)
      context.delete(run)
    }
  }
  for (const parents of parentLists(document))
    parents.asArray().forEach((object, i) => parents.set(i, folded.get(object) ?? object))
}

function isRun(element: PDFDict): boolean {
  return (
    element.get(name('S')) === name('NonStruct')
    && element.keys().every(key => POSITION_KEYS.has(key))
    && kidsOf(element).every(
      object => object instanceof PDFNumber || (object instanceof PDFDict && object.has(name('MCID'))),
    )
  )
}

/** Content of one element as a kid of another, which names its page where that is not the page of the new parent. */
function onPage(
  context: PDFContext,
  content: PDFObject,
  page: PDFObject | undefined,
  parentPage: PDFObject | undefined,
): PDFObject {
  if (page === undefined || page === parentPage)
    return content
  if (content instanceof PDFNumber)
    return context.obj({ Type: 'MCR', Pg: page, MCID: content })
  if (content instanceof PDFDict && !content.has(name('Pg')))
    content.set(name('Pg'), page)
  return content
}
