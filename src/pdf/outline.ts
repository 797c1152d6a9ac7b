import type { PDFDocument } from '@cantoo/pdf-lib'
import { PDFDict, PDFHexString } from '@cantoo/pdf-lib'
import { name } from './names.ts'

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
