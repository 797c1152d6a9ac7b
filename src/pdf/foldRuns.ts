import type { PDFContext, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { elementsOf, kidsOf, parentListsOf, typeOf } from './structure.ts'

const name = PDFName.of

/** Elements in which words may stand without another around them. */
const HOLDS_WORDS = new Set([
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
/** What a run has that says no more than where it is. */
const PLACE = new Set(['Type', 'S', 'P', 'K', 'Pg'].map(name))

/**
 * Gives words that Chromium wraps, run by run, in elements that mean nothing to the elements around those: two fifths
 * of a file's structure, which a reader has to pass over on its way to the words (ISO 32000-1, table 333: as if it were
 * not there).
 */
export function foldRuns(document: PDFDocument): void {
  const { context } = document
  const folded = new Map<PDFObject, PDFRef>()
  for (const [ref, element] of elementsOf(document)) {
    if (!HOLDS_WORDS.has(typeOf(element)))
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
    const words = kids.flatMap((kid) => {
      const run = kid instanceof PDFRef ? runs.get(kid) : undefined
      return run ? kidsOf(run).map(object => onPage(context, object, run.get(name('Pg')), page)) : [kid]
    })
    element.set(name('K'), words.length === 1 && words[0] ? words[0] : context.obj(words))
    for (const run of runs.keys()) {
      folded.set(run, ref)
      context.delete(run)
    }
  }
  for (const parents of parentListsOf(document))
    parents.asArray().forEach((object, i) => parents.set(i, folded.get(object) ?? object))
}

function isRun(element: PDFDict): boolean {
  return (
    element.get(name('S')) === name('NonStruct')
    && element.keys().every(key => PLACE.has(key))
    && kidsOf(element).every(
      object => object instanceof PDFNumber || (object instanceof PDFDict && object.has(name('MCID'))),
    )
  )
}

/** Words of an element on one page, as one on another says where they are. */
function onPage(
  context: PDFContext,
  words: PDFObject,
  page: PDFObject | undefined,
  other: PDFObject | undefined,
): PDFObject {
  if (page === undefined || page === other)
    return words
  if (words instanceof PDFNumber)
    return context.obj({ Type: 'MCR', Pg: page, MCID: words })
  if (words instanceof PDFDict && !words.has(name('Pg')))
    words.set(name('Pg'), page)
  return words
}
