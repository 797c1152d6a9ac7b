import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFDict, PDFRawStream } from '@cantoo/pdf-lib'
import { name } from './names.ts'
import { streamText } from './packedStream.ts'

/** Whether it is a form XObject: content that a page draws as a whole. */
export function isForm(object: PDFObject | undefined): object is PDFRawStream {
  return object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')
}

export function resourcesOf({ dict }: PDFRawStream): PDFDict | undefined {
  return dict.lookupMaybe(name('Resources'), PDFDict)
}

/** The dictionaries of form XObjects that hold tags, themselves or in another one that they draw. */
export function taggedForms({ context }: PDFDocument): Set<PDFDict> {
  const known = new Map<PDFRawStream, boolean>()
  const isTagged = (form: PDFRawStream): boolean => {
    const found = known.get(form) ?? (streamText(form).includes('/MCID') || formsIn(resourcesOf(form)).some(isTagged))
    known.set(form, found)
    return found
  }
  const all = context.enumerateIndirectObjects().map(([, object]) => object).filter(isForm)
  return new Set(all.filter(isTagged).map(form => form.dict))
}

function formsIn(resources: PDFDict | undefined): PDFRawStream[] {
  const xObjects = resources?.lookupMaybe(name('XObject'), PDFDict)
  return xObjects?.keys().map(key => xObjects.lookup(key)).filter(isForm) ?? []
}
