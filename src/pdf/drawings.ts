import type { PDFContext, PDFDocument, PDFObject, PDFPageLeaf } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { markArtifacts } from './artifacts.ts'
import { readCidWidths } from './cidWidths.ts'
import { joinGlyphs } from './joinGlyphs.ts'
import { mergeCurves } from './mergeCurves.ts'
import { packStream, streamText } from './packedStream.ts'
import { roundCoordinates } from './roundCoordinates.ts'

const name = PDFName.of

/**
 * Rewrites the content of pages and of the form XObjects on them so that it is shorter, and marks as artifacts what a
 * page paints outside its tags.
 */
export function rewriteDrawings(document: PDFDocument): void {
  const { context } = document
  const widthsOf = memoize((font: PDFDict) => readCidWidths(context, font))
  const shorten = (content: string, resources: PDFDict | undefined) => {
    const fonts = resources?.lookupMaybe(name('Font'), PDFDict)
    const widthsIn = (fontName: string) => {
      const font = fonts?.lookupMaybe(name(fontName), PDFDict)
      return font && widthsOf(font)
    }
    return roundCoordinates(mergeCurves(joinGlyphs(content, widthsIn)))
  }
  for (const [ref, stream] of context.enumerateIndirectObjects()) {
    if (isForm(stream))
      context.assign(ref, packStream(stream.dict, shorten(streamText(stream), resourcesOf(stream))))
  }
  const isTagged = memoize(
    (form: PDFRawStream): boolean =>
      streamText(form).includes('/MCID') || formsIn(resourcesOf(form)).some(isTagged),
  )
  for (const { node } of document.getPages()) {
    const xObjects = node.Resources()?.lookupMaybe(name('XObject'), PDFDict)
    const content = shorten(takeContent(context, node), node.Resources())
    const marked = markArtifacts(content, (resourceName) => {
      const form = xObjects?.lookup(name(resourceName))
      return isForm(form) && isTagged(form)
    })
    node.set(name('Contents'), context.register(packStream(context.obj({}), marked)))
  }
}

/**
 * Takes a page's content out of the document. It may come in several streams, cut between operators (ISO 32000-1,
 * 7.8.2). They are deleted because the writer would write them even though nothing refers to them.
 */
function takeContent(context: PDFContext, page: PDFPageLeaf): string {
  const contents = page.Contents()
  const parts = contents instanceof PDFArray ? contents.asArray() : [page.get(name('Contents'))]
  const content = parts
    .map(part => context.lookup(part))
    .map(object => (object instanceof PDFRawStream ? streamText(object) : ''))
    .join('\n')
  parts.forEach(part => part instanceof PDFRef && context.delete(part))
  return content
}

function formsIn(resources: PDFDict | undefined): PDFRawStream[] {
  const xObjects = resources?.lookupMaybe(name('XObject'), PDFDict)
  return xObjects?.keys().map(key => xObjects.lookup(key)).filter(isForm) ?? []
}

function resourcesOf({ dict }: PDFRawStream): PDFDict | undefined {
  return dict.lookupMaybe(name('Resources'), PDFDict)
}

function isForm(object: PDFObject | undefined): object is PDFRawStream {
  return object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')
}

/** Remembers what a function returned for each argument. */
function memoize<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { value: Value }>()
  return (key) => {
    const { value } = known.get(key) ?? { value: compute(key) }
    known.set(key, { value })
    return value
  }
}
