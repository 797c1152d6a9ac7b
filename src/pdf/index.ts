import type { DocumentFacts } from './metadata.ts'
import type { OutlineEntry } from './outline.ts'
import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import { rewriteDrawings } from './drawings.ts'
import { renumberElementIds } from './elementIds.ts'
import { hasFields, makeFields } from './fields.ts'
import { placeFigures } from './figureBoxes.ts'
import { foldRuns } from './foldRuns.ts'
import { slimFonts } from './fonts.ts'
import { endLines } from './lineEnds.ts'
import { describeLinks } from './links.ts'
import { wrapListBodies } from './listBodies.ts'
import { markContent } from './markedContent.ts'
import { writeMetadata } from './metadata.ts'
import { titleOutline, writeOutline } from './outline.ts'
import { foldPictures } from './pictureContent.ts'
import { markRepeatedTableHeaders } from './repeatedTableHeaders.ts'
import { shareDicts } from './sharedDicts.ts'
import { mapRoles } from './structure.ts'
import { typedFont } from './typedFont.ts'
import { unwrapGroups } from './unwrapGroups.ts'
import { writeFile } from './writeFile.ts'

export interface FinishOptions extends DocumentFacts {
  /** Text of the links on the page, by their address. */
  linkWords: ReadonlyMap<string, string>
  /** Text of the headings, in their order. */
  headings: string[]
  /**
   * For a document that was printed without an outline.
   * @default that of the print, which has the headings
   */
  outline?: OutlineEntry[] | undefined
  /**
   * Of every page, in points: Chromium makes pages of an odd size a fraction larger.
   * @default that of the print
   */
  pageSize?: { width: number, height: number } | undefined
  /** All text of the page, with its spaces. */
  words: string
}

/**
 * Finishes what Chromium prints: places to write become form fields, links get descriptions, running heads become
 * artifacts that a screen reader skips, title, language and date go where readers look for them, and all of it is well
 * compressed. The same print makes the same bytes.
 *
 * @throws {import('./fields.ts').FieldError} where two fields have one label
 * @throws {import('./outline.ts').OutlineError} where the outline does not match the headings
 */
export async function finishPdf(
  pdf: Uint8Array,
  { linkWords, headings, outline, pageSize, words, ...facts }: FinishOptions,
): Promise<{ pdf: Uint8Array, pages: number }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  foldPictures(document)
  renumberElementIds(document)
  rewriteDrawings(document)
  slimFonts(document)
  shareDicts(document)
  mapRoles(document)
  foldRuns(document)
  wrapListBodies(document)
  markRepeatedTableHeaders(document)
  endLines(document, words)
  markContent(document)
  unwrapGroups(document)
  placeFigures(document)
  makeFields(document, hasFields(document) ? await typedFont() : undefined)
  describeLinks(document, linkWords)
  if (outline)
    writeOutline(document, outline)
  else
    titleOutline(document, headings)
  if (pageSize)
    cropPages(document, pageSize)
  writeMetadata(document, facts)
  return { pdf: writeFile(document), pages: document.getPageCount() }
}

/** From the upper left corner. */
function cropPages(document: PDFDocument, { width, height }: { width: number, height: number }): void {
  for (const page of document.getPages()) {
    const { x, y, height: printed } = page.getMediaBox()
    page.setMediaBox(x, y + printed - height, width, height)
  }
}
