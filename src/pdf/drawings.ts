import type { PDFContext, PDFDocument, PDFPageLeaf } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { readCidWidths } from './cidWidths.ts'
import { isForm, resourcesOf } from './forms.ts'
import { joinGlyphs } from './joinGlyphs.ts'
import { mergeCurves } from './mergeCurves.ts'
import { name } from './names.ts'
import { plainStream, streamText } from './packedStream.ts'
import { roundCoordinates } from './roundCoordinates.ts'

/** Rewrites the content of pages and of the form XObjects on them so that it is shorter. */
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
      context.assign(ref, plainStream(stream.dict, shorten(streamText(stream), resourcesOf(stream))))
  }
  for (const { node } of document.getPages()) {
    const content = shorten(takeContent(context, node), node.Resources())
    node.set(name('Contents'), context.register(plainStream(context.obj({}), content)))
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

/** Remembers what a function returned for each argument. */
function memoize<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { value: Value }>()
  return (key) => {
    const { value } = known.get(key) ?? { value: compute(key) }
    known.set(key, { value })
    return value
  }
}
