import type { PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { PDFDict, PDFHexString } from '@cantoo/pdf-lib'
import { name } from './names.ts'

/** An entry that leads to a page. */
export interface OutlineEntry {
  title: string
  /** From 1. */
  page: number
  children?: OutlineEntry[]
}

/** The outline does not match the headings of the page. */
export class OutlineError extends Error {
  override name = 'OutlineError'
}

/**
 * Gives each entry of the outline the text of its heading. Chromium writes the text as it is painted: without the space
 * at the end of a line, and twice where a page begins.
 *
 * @param headings in the order of the document, one for each entry
 * @throws {OutlineError} where there are more or fewer headings than entries
 */
export function titleOutline(document: PDFDocument, headings: string[]): void {
  const entries = entriesUnder(document.catalog.lookupMaybe(name('Outlines'), PDFDict))
  if (entries.length !== headings.length) {
    throw new OutlineError(
      `of ${headings.length} headings ${entries.length} are printed as such; give each some words, and hide none.`,
    )
  }
  entries.forEach((entry, i) => entry.set(name('Title'), PDFHexString.fromText(headings[i] ?? '')))
}

/** Depth first: the order in which headings follow each other. */
function entriesUnder(node: PDFDict | undefined): PDFDict[] {
  const entries: PDFDict[] = []
  for (let child = node?.lookupMaybe(name('First'), PDFDict); child; child = child.lookupMaybe(name('Next'), PDFDict))
    entries.push(child, ...entriesUnder(child))
  return entries
}

/**
 * Gives a document this outline (ISO 32000-1, 12.3.3): all of it open, each entry showing its page as a whole.
 *
 * @param document without an outline
 */
export function writeOutline(document: PDFDocument, entries: OutlineEntry[]): void {
  const { context, catalog } = document
  const pages = document.getPages().map(page => page.ref)
  const write = (children: OutlineEntry[], parent: PDFRef, into: Map<string, PDFObject>): number => {
    const refs = children.map(() => context.nextRef())
    let count = children.length
    children.forEach(({ title, page, children: own = [] }, i) => {
      const links = new Map<string, PDFObject>(Object.entries({ Prev: refs[i - 1], Next: refs[i + 1] })
        .flatMap(([key, ref]) => ref ? [[key, ref] as const] : []))
      count += write(own, refs[i] as PDFRef, links)
      const dest = context.obj([pages[page - 1] as PDFRef, name('Fit')])
      const item = { Title: PDFHexString.fromText(title), Parent: parent, Dest: dest, ...Object.fromEntries(links) }
      context.assign(refs[i] as PDFRef, context.obj(item))
    })
    const [first, last] = [refs[0], refs.at(-1)]
    if (first && last)
      into.set('First', first).set('Last', last).set('Count', context.obj(count))
    return count
  }
  const root = context.nextRef()
  const ends = new Map<string, PDFObject>()
  write(entries, root, ends)
  context.assign(root, context.obj({ Type: 'Outlines', ...Object.fromEntries(ends) }))
  catalog.set(name('Outlines'), root)
}
