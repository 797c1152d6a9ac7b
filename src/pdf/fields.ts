import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { FieldMark } from './fieldAddress.ts'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { readFieldAddress } from './fieldAddress.ts'
import { elementOf, parentsOf } from './structure.ts'

const name = PDFName.of

/** Bits of a field (ISO 32000-1, tables 221 and 228) and of its widget (165). */
const MULTILINE = 1 << 12
const PRINT = 4
/** What a person types in, in the look of the page: Helvetica is in every reader and needs no file. */
const TYPED = '/Helv 9 Tf 0.08 0.09 0.1 rg'

/** Two fields of one document have the same label; the message names it. */
export class FieldError extends Error {
  override name = 'FieldError'
}

interface Found {
  mark: FieldMark
  widget: PDFDict
  ref: PDFRef
}

/**
 * Turns links to a field's address into fields, in their place and in the order of the page. The structure that was a
 * link's becomes a form's, so that the field stays where it stands in the text.
 *
 * @returns labels of the fields, in the order of the document
 * @throws {FieldError} where a label comes twice: a reader takes two fields of one name for one
 */
export function makeFields(document: PDFDocument): string[] {
  const { context, catalog } = document
  const parents = parentsOf(document)
  const found = document.getPages().flatMap(page => marksOn(document, page.node.lookupMaybe(name('Annots'), PDFArray)))
  const labels = found.map(item => item.mark.label)
  const names = labels.map(nameOf)
  const twice = labels.find((_, i) => names.indexOf(names[i] ?? '') !== i)
  if (twice !== undefined)
    throw new FieldError(`two fields are called "${twice}"; give each a label of its own.`)

  const drawn = drawings(document)
  for (const { mark, widget } of found) {
    toWidget(document, widget, mark, drawn)
    elementOf(context, parents.get(widget.lookup(name('StructParent'), PDFNumber).asNumber()))?.set(
      name('S'),
      name('Form'),
    )
  }
  if (found.length > 0) {
    catalog.set(
      name('AcroForm'),
      context.obj({
        Fields: found.map(item => item.ref),
        DA: PDFString.of(TYPED),
        DR: {
          Font: {
            Helv: context.register(
              context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }),
            ),
          },
        },
      }),
    )
  }
  for (const page of document.getPages())
    page.node.set(name('Tabs'), name('S'))
  return labels
}

function marksOn({ context }: PDFDocument, annotations: PDFArray | undefined): Found[] {
  return (annotations?.asArray() ?? []).flatMap((entry) => {
    const widget = context.lookup(entry, PDFDict)
    const address = widget
      .lookupMaybe(name('A'), PDFDict)
      ?.lookupMaybe(name('URI'), PDFString, PDFHexString)
      ?.decodeText()
    const mark = address === undefined ? undefined : readFieldAddress(address)
    return mark ? [{ mark, widget, ref: entry as PDFRef }] : []
  })
}

/** Draws what stands in a field; those alike share a drawing. */
type Draw = (content: string, width: number, height: number) => PDFRef

function drawings({ context }: PDFDocument): Draw {
  const known = new Map<string, PDFRef>()
  return (content, width, height) => {
    const key = `${width} ${height} ${content}`
    const drawing
      = known.get(key)
        ?? context.register(context.stream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] }))
    known.set(key, drawing)
    return drawing
  }
}

function toWidget({ context }: PDFDocument, widget: PDFDict, { kind, label }: FieldMark, draw: Draw): void {
  for (const key of ['A', 'Border', 'H', 'Contents']) widget.delete(name(key))
  const fields = {
    Subtype: 'Widget',
    F: PRINT,
    T: PDFHexString.fromText(nameOf(label)),
    TU: PDFHexString.fromText(label),
  }
  const [width, height] = sizeOf(widget)
  const drawn = (content: string) => draw(content, width, height)
  const own = kind === 'check'
    ? { FT: 'Btn', AS: 'Off', V: 'Off', AP: { N: { Yes: drawn(tick(width, height)), Off: drawn('') } } }
    : { FT: 'Tx', DA: PDFString.of(TYPED), ...(kind === 'lines' && { Ff: MULTILINE }), AP: { N: drawn('/Tx BMC EMC') } }
  for (const [key, value] of Object.entries({ ...fields, ...own }))
    widget.set(name(key), typeof value === 'string' ? name(value) : context.obj(value))
}

/** A full stop would make a tree of names. */
function nameOf(label: string): string {
  return label.replaceAll('.', '')
}

function sizeOf(widget: PDFDict): [width: number, height: number] {
  const [left = 0, bottom = 0, right = 0, top = 0] = widget
    .lookup(name('Rect'), PDFArray)
    .asArray()
    .map(object => (object as PDFNumber).asNumber())
  // In hundredths of a point, below which no two fields differ.
  return [Number((right - left).toFixed(2)), Number((top - bottom).toFixed(2))]
}

/** Drawn, so that no font of signs is needed. */
function tick(width: number, height: number): string {
  const at = (x: number, y: number) => `${(x * width).toFixed(2)} ${(y * height).toFixed(2)}`
  return `q 0.08 0.09 0.1 RG ${(Math.min(width, height) / 8).toFixed(2)} w ${at(0.15, 0.5)} m ${at(0.4, 0.2)} l ${at(0.85, 0.85)} l S Q`
}
