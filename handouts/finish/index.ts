import type { PDFPage } from '@cantoo/pdf-lib'
import type { DocumentFacts } from './metadata.ts'
import { Buffer } from 'node:buffer'
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { markArtifacts } from './artifacts.ts'
import { makeFields } from './fields.ts'
import { describeLinks } from './links.ts'
import { writeIdentity, writeMetadata } from './metadata.ts'
import { mapRoles } from './structure.ts'

export interface Finish extends DocumentFacts {
  /** What stands on the page under the address of each link. */
  linkWords: ReadonlyMap<string, string>
}

const name = PDFName.of

/**
 * Makes of what Chromium prints what a reader can use: write-ins become fields, links get descriptions, running heads are
 * passed over by a screen reader, title, language and date stand where they are looked for. The same print makes the same
 * bytes.
 *
 * @throws {import('./fields.ts').FieldError} where two fields have one label
 */
export async function finishPdf(pdf: Uint8Array, { linkWords, ...facts }: Finish): Promise<{ pdf: Uint8Array, pages: number }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  document.getPages().forEach(it => markPage(document, it))
  mapRoles(document)
  makeFields(document)
  describeLinks(document, linkWords)
  writeMetadata(document, facts)
  const options = { useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }
  writeIdentity(document, await document.save(options))
  return { pdf: await document.save(options), pages: document.getPageCount() }
}

function markPage({ context }: PDFDocument, { node }: PDFPage): void {
  const pictures = node.Resources()?.lookupMaybe(name('XObject'), PDFDict)
  const isTagged = (picture: string) => {
    const found = pictures?.lookup(name(picture))
    return found instanceof PDFRawStream && isForm(found.dict) && textOf(found).includes('/MCID')
  }
  // Several streams are one content, cut between operators (ISO 32000-1, 7.8.2).
  const contents = node.Contents()
  const parts = contents instanceof PDFArray ? contents.asArray() : [node.get(name('Contents'))]
  const content = parts.map(it => context.lookup(it)).map(it => it instanceof PDFRawStream ? textOf(it) : '').join('\n')
  // What nobody refers to would be written all the same.
  parts.forEach(it => it instanceof PDFRef && context.delete(it))
  node.set(name('Contents'), context.register(context.flateStream(Buffer.from(markArtifacts(content, isTagged), 'latin1'))))
}

function isForm(dict: PDFDict): boolean {
  return dict.get(name('Subtype')) === name('Form')
}

function textOf(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}
