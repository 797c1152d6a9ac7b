import type { DocumentFacts } from './metadata.ts'
import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import { rewriteDrawings } from './drawings.ts'
import { numberElements } from './elementIds.ts'
import { makeFields } from './fields.ts'
import { foldRuns } from './foldRuns.ts'
import { slimFonts } from './fonts.ts'
import { describeLinks } from './links.ts'
import { bodyLists } from './listBodies.ts'
import { writeMetadata } from './metadata.ts'
import { nameOutline } from './outline.ts'
import { readHeadsOnce } from './repeatedHeads.ts'
import { shareDicts } from './sharedDicts.ts'
import { mapRoles } from './structure.ts'
import { writeFile } from './writeFile.ts'

export interface Finish extends DocumentFacts {
  /** What stands on the page under the address of each link. */
  linkWords: ReadonlyMap<string, string>
  /** Its headings in their order. */
  headings: string[]
}

/**
 * Makes of what Chromium prints what a reader can use: write-ins become fields, links get descriptions, running heads
 * are passed over by a screen reader, title, language and date stand where they are looked for, and all of it is packed
 * well. The same print makes the same bytes.
 *
 * @throws {import('./fields.ts').FieldError} where two fields have one label
 * @throws {import('./outline.ts').OutlineError} where a heading cannot be found on paper
 */
export async function finishPdf(
  pdf: Uint8Array,
  { linkWords, headings, ...facts }: Finish,
): Promise<{ pdf: Uint8Array, pages: number }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  numberElements(document)
  rewriteDrawings(document)
  slimFonts(document)
  shareDicts(document)
  mapRoles(document)
  foldRuns(document)
  bodyLists(document)
  readHeadsOnce(document)
  makeFields(document)
  describeLinks(document, linkWords)
  nameOutline(document, headings)
  writeMetadata(document, facts)
  return { pdf: writeFile(document), pages: document.getPageCount() }
}
