import type { PDFDocument } from '@cantoo/pdf-lib'
import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib'

const name = PDFName.of

/** A heading cannot be found on paper. */
export class OutlineError extends Error {
  override name = 'OutlineError'
}

/**
 * Gives the entries of the outline the words of their headings. Chromium writes what it paints: without the space where
 * a line ends, and twice where a page begins.
 *
 * @param headings in the order of the document, one an entry
 * @throws {OutlineError} when there are more or fewer of them
 */
export function nameOutline(document: PDFDocument, headings: string[]): void {
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
