import type { PDFDocument } from '@cantoo/pdf-lib'
import { name } from './names.ts'

export interface DocumentFacts {
  title: string
  /** Such as `en`. */
  language: string
  /** Of the content, not of the print: two prints make the same file. */
  date: Date
  author: string
}

const CREATOR = 'Slidev and Chromium'

/** Writes the facts to both places where readers look for them: the information dictionary and the XMP packet. */
export function writeMetadata(document: PDFDocument, { title, language, date, author }: DocumentFacts): void {
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setLanguage(language)
  document.setAuthor(author)
  document.setCreator(CREATOR)
  document.setProducer(CREATOR)
  document.setCreationDate(date)
  document.setModificationDate(date)
  const { context, catalog } = document
  const packet = xmp({ title, language, date, author })
  const stream = context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(name('Metadata'), context.register(stream))
}

function xmp({ title, language, date, author }: DocumentFacts): string {
  const when = date.toISOString()
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>${when}</xmp:CreateDate>
<xmp:ModifyDate>${when}</xmp:ModifyDate>
<pdf:Producer>${CREATOR}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
