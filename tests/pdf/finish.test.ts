import type { PDFRawStream } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { formatFieldAddress } from '../../src/pdf/fieldMark.ts'
import { FieldError } from '../../src/pdf/fields.ts'
import { finishPdf } from '../../src/pdf/index.ts'
import { printedLinks } from './support/printedLinks.ts'

const name = PDFName.of
const FACTS = {
  title: 'Fermi & the <bill>',
  language: 'en',
  date: new Date('2026-11-01'),
  author: 'The kit',
  headings: [],
  words: '',
  linkWords: new Map([['https://example.org/', 'An example']]),
}

async function finished(addresses: string[]): Promise<PDFDocument> {
  const { pdf } = await finishPdf(await printedLinks(addresses), FACTS)
  return PDFDocument.load(pdf, { updateMetadata: false })
}

const annotations = (document: PDFDocument) =>
  document
    .getPage(0)
    .node
    .lookup(name('Annots'), PDFArray)
    .asArray()
    .map(object => document.context.lookup(object, PDFDict))
function textOf(dict: PDFDict, key: string): string | undefined {
  const text = dict.lookup(name(key))
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : undefined
}
const typesOf = (document: PDFDocument) =>
  document.catalog
    .lookup(name('StructTreeRoot'), PDFDict)
    .lookup(name('K'), PDFArray)
    .asArray()
    .map(object => String(document.context.lookup(object, PDFDict).get(name('S'))))

describe('a finished handout', () => {
  it('has a field for each mark, in its place, with its label for a screen reader', async () => {
    const document = await finished([
      formatFieldAddress({ kind: 'text', label: 'My guess' }),
      formatFieldAddress({ kind: 'lines', label: 'Because …' }),
      formatFieldAddress({ kind: 'check', label: 'Supported' }),
    ])
    const fields = annotations(document)
    expect(fields.map(field => textOf(field, 'TU'))).toEqual(['My guess', 'Because …', 'Supported'])
    expect(fields.map(field => String(field.get(name('FT'))))).toEqual(['/Tx', '/Tx', '/Btn'])
    // Both break long text into lines.
    expect(fields.map(field => String(field.get(name('Ff'))))).toEqual(['4096', '4096', 'undefined'])
    expect(fields.map(field => String(field.get(name('Rect'))))).toEqual([
      '[ 10 0 90 8 ]',
      '[ 10 10 90 18 ]',
      '[ 10 20 90 28 ]',
    ])
    expect(fields.filter(field => field.has(name('A')))).toEqual([])
    expect(document.getForm().getFields().map(field => field.getName())).toEqual(['My guess', 'Because …', 'Supported'])
    expect(typesOf(document)).toEqual(['/Form', '/Form', '/Form'])
  })

  it('can be filled in', async () => {
    const document = await finished([
      formatFieldAddress({ kind: 'text', label: 'My guess' }),
      formatFieldAddress({ kind: 'check', label: 'Supported' }),
    ])
    document.getForm().getTextField('My guess').setText('6 million')
    document.getForm().getCheckBox('Supported').check()
    const again = await PDFDocument.load(await document.save())
    expect(again.getForm().getTextField('My guess').getText()).toBe('6 million')
    expect(again.getForm().getCheckBox('Supported').isChecked()).toBe(true)
  })

  it('keeps other links, and describes them', async () => {
    const document = await finished([
      'https://example.org/',
      'https://example.org/other',
      formatFieldAddress({ kind: 'text', label: 'A' }),
    ])
    expect(annotations(document).map(annotation => textOf(annotation, 'Contents'))).toEqual([
      'An example',
      'https://example.org/other',
      undefined,
    ])
    expect(typesOf(document)).toEqual(['/Link', '/Link', '/Form'])
  })

  it('refuses two fields of one label', async () => {
    const mark = formatFieldAddress({ kind: 'text', label: 'My guess' })
    await expect(finishPdf(await printedLinks([mark, mark]), FACTS)).rejects.toThrow(
      new FieldError('two fields are called "My guess"; give each a label of its own.'),
    )
  })

  it('refuses two fields of labels that a PDF reader would confuse', async () => {
    const marks = ['Share, 1.5 times', 'Share, 15 times'].map(label => formatFieldAddress({ kind: 'text', label }))
    await expect(finishPdf(await printedLinks(marks), FACTS)).rejects.toThrow('two fields are called')
  })

  it('has title, language and date in both metadata places', async () => {
    const document = await finished([])
    expect(document.getTitle()).toBe(FACTS.title)
    expect(document.getCreationDate()).toEqual(FACTS.date)
    expect(document.getModificationDate()).toEqual(FACTS.date)
    expect(document.catalog.lookup(name('Lang'))?.toString()).toBe('(en)')
    const packet = (document.catalog.lookup(name('Metadata')) as PDFRawStream).getContentsString()
    expect(packet).toContain('<rdf:li xml:lang="x-default">Fermi &amp; the &lt;bill&gt;</rdf:li>')
    expect(packet).toContain('<xmp:CreateDate>2026-11-01T00:00:00.000Z</xmp:CreateDate>')
  })

  it('has no form without fields', async () => {
    expect((await finished(['https://example.org/'])).catalog.has(name('AcroForm'))).toBe(false)
  })

  it('is the same, byte for byte, when made twice', async () => {
    const pdf = await printedLinks([formatFieldAddress({ kind: 'check', label: 'A' }), 'https://example.org/'])
    const [one, two] = await Promise.all([finishPdf(pdf, FACTS), finishPdf(pdf, FACTS)])
    expect(one.pdf).toEqual(two.pdf)
    const later = await finishPdf(pdf, { ...FACTS, date: new Date('2026-12-01') })
    expect(later.pdf).not.toEqual(one.pdf)
  })
})
