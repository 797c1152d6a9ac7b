import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { FieldMark } from './fieldMark.ts'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { parseFieldAddress } from './fieldMark.ts'
import { elementOf, parentElements } from './structure.ts'

const name = PDFName.of

/** Field flag (ISO 32000-1, table 228). */
const MULTILINE = 1 << 12
/** Annotation flag (ISO 32000-1, table 165). */
const PRINT = 4
/** Font, size in points and colour of typed text. Helvetica is built into every reader, so that none is embedded. */
const TYPED_TEXT = '/Helv 9 Tf 0.08 0.09 0.1 rg'

/** Two fields of one document have the same label; the message names it. */
export class FieldError extends Error {
  override name = 'FieldError'
}

interface MarkedLink {
  mark: FieldMark
  widget: PDFDict
  ref: PDFRef
}

/**
 * Turns links that announce a field into form fields, in their place and in the order of the page. The structure
 * element of the link becomes that of the field, so that a screen reader comes to the field where it stands in the
 * text.
 *
 * @returns labels of the fields, in the order of the document
 * @throws {FieldError} where a label comes twice: readers take two fields of one name for one field
 */
export function makeFields(document: PDFDocument): string[] {
  const { context, catalog } = document
  const parents = parentElements(document)
  const found = document
    .getPages()
    .flatMap(page => markedLinks(document, page.node.lookupMaybe(name('Annots'), PDFArray)))
  const labels = found.map(link => link.mark.label)
  const names = labels.map(fieldName)
  const twice = labels.find((_, i) => names.indexOf(names[i] ?? '') !== i)
  if (twice !== undefined)
    throw new FieldError(`two fields are called "${twice}"; give each a label of its own.`)

  const draw = createDraw(document)
  for (const { mark, widget } of found) {
    makeWidget(document, widget, mark, draw)
    elementOf(context, parents.get(widget.lookup(name('StructParent'), PDFNumber).asNumber()))?.set(
      name('S'),
      name('Form'),
    )
  }
  if (found.length > 0) {
    catalog.set(
      name('AcroForm'),
      context.obj({
        Fields: found.map(link => link.ref),
        DA: PDFString.of(TYPED_TEXT),
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

function markedLinks({ context }: PDFDocument, annotations: PDFArray | undefined): MarkedLink[] {
  return (annotations?.asArray() ?? []).flatMap((entry) => {
    const widget = context.lookup(entry, PDFDict)
    const address = widget
      .lookupMaybe(name('A'), PDFDict)
      ?.lookupMaybe(name('URI'), PDFString, PDFHexString)
      ?.decodeText()
    const mark = address === undefined ? undefined : parseFieldAddress(address)
    return mark ? [{ mark, widget, ref: entry as PDFRef }] : []
  })
}

/** Makes the appearance of a field; fields with the same size and content share one. */
type Draw = (content: string, width: number, height: number) => PDFRef

function createDraw({ context }: PDFDocument): Draw {
  const known = new Map<string, PDFRef>()
  return (content, width, height) => {
    const key = `${width} ${height} ${content}`
    const appearance
      = known.get(key)
        ?? context.register(context.stream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] }))
    known.set(key, appearance)
    return appearance
  }
}

function makeWidget({ context }: PDFDocument, widget: PDFDict, { kind, label }: FieldMark, draw: Draw): void {
  for (const key of ['A', 'Border', 'H', 'Contents']) widget.delete(name(key))
  const fields = {
    Subtype: 'Widget',
    F: PRINT,
    T: PDFHexString.fromText(fieldName(label)),
    TU: PDFHexString.fromText(label),
  }
  const [width, height] = sizeOf(widget)
  const drawn = (content: string) => draw(content, width, height)
  const own = kind === 'check'
    ? { FT: 'Btn', AS: 'Off', V: 'Off', AP: { N: { Yes: drawn(checkMark(width, height)), Off: drawn('') } } }
    : {
        FT: 'Tx',
        DA: PDFString.of(TYPED_TEXT),
        ...(kind === 'lines' && { Ff: MULTILINE }),
        AP: { N: drawn('/Tx BMC EMC') },
      }
  for (const [key, value] of Object.entries({ ...fields, ...own }))
    widget.set(name(key), typeof value === 'string' ? name(value) : context.obj(value))
}

/** Without full stops, which would make a hierarchy of fields (ISO 32000-1, 12.7.3.2). */
function fieldName(label: string): string {
  return label.replaceAll('.', '')
}

function sizeOf(widget: PDFDict): [width: number, height: number] {
  const [left = 0, bottom = 0, right = 0, top = 0] = widget
    .lookup(name('Rect'), PDFArray)
    .asArray()
    .map(object => (object as PDFNumber).asNumber())
  // In hundredths of a point: fields that differ by less can share an appearance.
  return [Number((right - left).toFixed(2)), Number((top - bottom).toFixed(2))]
}

/** A check mark as a path, so that no symbol font is needed. */
function checkMark(width: number, height: number): string {
  const at = (x: number, y: number) => `${(x * width).toFixed(2)} ${(y * height).toFixed(2)}`
  const lineWidth = (Math.min(width, height) / 8).toFixed(2)
  return `q 0.08 0.09 0.1 RG ${lineWidth} w ${at(0.15, 0.5)} m ${at(0.4, 0.2)} l ${at(0.85, 0.85)} l S Q`
}
