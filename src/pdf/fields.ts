import type { PDFContext, PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { Draw, Size } from './fieldAppearance.ts'
import type { FieldMark } from './fieldMark.ts'
import type { MergedFont } from './mergeFonts.ts'
import { PDFArray, PDFDict, PDFHexString, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { checkMark, createDraw, fontResources, lettersIn, TYPED_TEXT } from './fieldAppearance.ts'
import { embedFieldFont } from './fieldFont.ts'
import { parseFieldAddress, TICK_ONE } from './fieldMark.ts'
import { name } from './names.ts'
import { elementOf, parentElements } from './structure.ts'

/** Field flags (ISO 32000-1, tables 226 and 228). */
const MULTILINE = 1 << 12
const RADIO = 1 << 15
/** Annotation flag (ISO 32000-1, table 165). */
const PRINT = 4
/** Behind typed text. It hides the ruled lines, which are as far apart as handwriting needs: type is set closer. */
const WHITE = [1]

/** Two fields of one document have the same label; the message names it. */
export class FieldError extends Error {
  override name = 'FieldError'
}

interface MarkedLink {
  mark: FieldMark
  widget: PDFDict
  ref: PDFRef
}

/** Whether links of a document announce fields. */
export function hasFields(document: PDFDocument): boolean {
  return markedLinks(document).length > 0
}

/**
 * Turns links that announce a field into form fields, in their place and in the order of the page. The structure
 * element of the link becomes that of the field, so that a screen reader comes to the field where it stands in the
 * text.
 *
 * @param font for what is typed; needed where there are fields
 * @throws {FieldError} where a label comes twice: readers take two fields of one name for one field
 */
export function makeFields(document: PDFDocument, font: MergedFont | undefined): void {
  const { context, catalog } = document
  for (const page of document.getPages())
    page.node.set(name('Tabs'), name('S'))
  const found = markedLinks(document)
  if (found.length === 0 || !font)
    return
  refuseTwins(found.map(link => link.mark.label))
  const parents = parentElements(document)
  const draw = createDraw(document)
  for (const { mark, widget } of found) {
    makeWidget(context, widget, mark, draw)
    const number = widget.lookup(name('StructParent'), PDFNumber).asNumber()
    elementOf(context, parents.get(number))?.set(name('S'), name('Form'))
  }
  catalog.set(
    name('AcroForm'),
    context.obj({
      Fields: fieldsOf(context, found),
      DA: PDFString.of(TYPED_TEXT),
      DR: { Font: fontResources(embedFieldFont(document, font)) },
    }),
  )
}

function refuseTwins(labels: string[]): void {
  const names = labels.map(fieldName)
  const twice = labels.find((_, i) => names.indexOf(names[i] ?? '') !== i)
  if (twice !== undefined)
    throw new FieldError(`two fields are called "${twice}"; give each a label of its own.`)
}

function markedLinks(document: PDFDocument): MarkedLink[] {
  const { context } = document
  return document
    .getPages()
    .flatMap(page => page.node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? [])
    .flatMap((entry) => {
      const widget = context.lookup(entry, PDFDict)
      const address = widget
        .lookupMaybe(name('A'), PDFDict)
        ?.lookupMaybe(name('URI'), PDFString, PDFHexString)
        ?.decodeText()
      const mark = address === undefined ? undefined : parseFieldAddress(address)
      return mark ? [{ mark, widget, ref: entry as PDFRef }] : []
    })
}

function makeWidget(context: PDFContext, widget: PDFDict, { kind, label }: FieldMark, draw: Draw): void {
  for (const key of ['A', 'Border', 'H', 'Contents']) widget.delete(name(key))
  const size = sizeOf(widget)
  const [question, answer] = kind === 'one' ? partsOf(label) : []
  const state = answer === undefined ? 'Yes' : stateName(answer)
  const own = kind === 'check' || kind === 'one'
    ? {
        AS: 'Off',
        AP: { N: { [state]: draw(checkMark(size), size), Off: draw('', size) } },
        ...(question === undefined && { FT: 'Btn', V: 'Off' }),
      }
    : {
        FT: 'Tx',
        Ff: MULTILINE,
        MaxLen: lettersIn(size),
        DA: PDFString.of(TYPED_TEXT),
        MK: { BG: WHITE },
        AP: { N: draw('/Tx BMC EMC', size) },
      }
  const fields = {
    Subtype: 'Widget',
    F: PRINT,
    ...(question === undefined && { T: PDFHexString.fromText(fieldName(label)) }),
    TU: PDFHexString.fromText(label),
    ...own,
  }
  for (const [key, value] of Object.entries(fields))
    widget.set(name(key), typeof value === 'string' ? name(value) : context.obj(value))
}

/** The fields of the form: a box of which one is to be ticked is no field itself, but the boxes of a question are. */
function fieldsOf(context: PDFContext, found: MarkedLink[]): PDFRef[] {
  const fields: PDFRef[] = []
  const names = new Map<string, number>()
  let last: { question: string, boxes: PDFArray, ref: PDFRef } | undefined
  for (const { mark, widget, ref } of found) {
    if (mark.kind !== 'one') {
      fields.push(ref)
      last = undefined
      continue
    }
    const [question] = partsOf(mark.label)
    if (last?.question !== question) {
      const count = (names.get(question) ?? 0) + 1
      names.set(question, count)
      const boxes = context.obj([])
      last = { question, boxes, ref: registerQuestion(context, question, count, boxes) }
      fields.push(last.ref)
    }
    last.boxes.push(ref)
    widget.set(name('Parent'), last.ref)
  }
  return fields
}

/** @param count of the questions so far with the same words, which are told apart in the name that nobody sees */
function registerQuestion(context: PDFContext, question: string, count: number, boxes: PDFArray): PDFRef {
  return context.register(
    context.obj({
      FT: 'Btn',
      Ff: RADIO,
      T: PDFHexString.fromText(fieldName(count > 1 ? `${question} (${count})` : question)),
      TU: PDFHexString.fromText(`${question}${TICK_ONE.trimEnd().slice(0, -1)}`),
      V: 'Off',
      Kids: boxes,
    }),
  )
}

function partsOf(label: string): [question: string, answer: string] {
  const at = label.indexOf(TICK_ONE)
  return at < 0 ? [label, label] : [label.slice(0, at), label.slice(at + TICK_ONE.length)]
}

/** Name of the state in which a box is ticked; without spaces, as viewers trip over them. */
function stateName(answer: string): string {
  return answer.normalize('NFKD').replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '') || 'Yes'
}

/** Without full stops, which would make a hierarchy of fields (ISO 32000-1, 12.7.3.2). */
function fieldName(label: string): string {
  return label.replaceAll('.', '')
}

function sizeOf(widget: PDFDict): Size {
  const [left = 0, bottom = 0, right = 0, top = 0] = widget
    .lookup(name('Rect'), PDFArray)
    .asArray()
    .map(object => (object as PDFNumber).asNumber())
  // In hundredths of a point: fields that differ by less can share an appearance.
  return [Number((right - left).toFixed(2)), Number((top - bottom).toFixed(2))]
}
