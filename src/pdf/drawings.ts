import type { PDFContext, PDFDocument, PDFObject, PDFPageLeaf } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { markArtifacts } from './artifacts.ts'
import { cidWidths } from './cidWidths.ts'
import { joinGlyphs } from './joinGlyphs.ts'
import { mergeCurves } from './mergeCurves.ts'
import { streamWith, textOf } from './packedStream.ts'
import { writeRectangles } from './rectangles.ts'
import { shortenPlaces } from './shortPlaces.ts'

const name = PDFName.of

/**
 * Rewrites what draws the pages, and what draws the pictures on them: shorter, and on a page with what is outside its
 * tags marked.
 */
export function rewriteDrawings(document: PDFDocument): void {
  const { context } = document
  const widthsOf = remembered((font: PDFDict) => cidWidths(context, font))
  const short = (content: string, resources: PDFDict | undefined) => {
    const fonts = resources?.lookupMaybe(name('Font'), PDFDict)
    const widthsIn = (font: string) => {
      const found = fonts?.lookupMaybe(name(font), PDFDict)
      return found && widthsOf(found)
    }
    return writeRectangles(shortenPlaces(mergeCurves(joinGlyphs(content, widthsIn))))
  }
  for (const [ref, stream] of context.enumerateIndirectObjects()) {
    if (isForm(stream))
      context.assign(ref, streamWith(stream.dict, short(textOf(stream), resourcesOf(stream))))
  }
  const isTagged = remembered(
    (picture: PDFRawStream): boolean =>
      textOf(picture).includes('/MCID') || picturesIn(resourcesOf(picture)).some(isTagged),
  )
  for (const { node } of document.getPages()) {
    const pictures = node.Resources()?.lookupMaybe(name('XObject'), PDFDict)
    const content = short(takeContent(context, node), node.Resources())
    const marked = markArtifacts(content, (text) => {
      const picture = pictures?.lookup(name(text))
      return isForm(picture) && isTagged(picture)
    })
    node.set(name('Contents'), context.register(streamWith(context.obj({}), marked)))
  }
}

/**
 * Several streams are one content, cut between operators (ISO 32000-1, 7.8.2). What nobody refers to would be written
 * all the same.
 */
function takeContent(context: PDFContext, page: PDFPageLeaf): string {
  const contents = page.Contents()
  const parts = contents instanceof PDFArray ? contents.asArray() : [page.get(name('Contents'))]
  const content = parts
    .map(part => context.lookup(part))
    .map(object => (object instanceof PDFRawStream ? textOf(object) : ''))
    .join('\n')
  parts.forEach(part => part instanceof PDFRef && context.delete(part))
  return content
}

function picturesIn(resources: PDFDict | undefined): PDFRawStream[] {
  const pictures = resources?.lookupMaybe(name('XObject'), PDFDict)
  return pictures?.keys().map(key => pictures.lookup(key)).filter(isForm) ?? []
}

function resourcesOf({ dict }: PDFRawStream): PDFDict | undefined {
  return dict.lookupMaybe(name('Resources'), PDFDict)
}

function isForm(object: PDFObject | undefined): object is PDFRawStream {
  return object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')
}

/** Answers from memory what it has been asked before. */
function remembered<Key, Answer>(ask: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, { answer: Answer }>()
  return (key) => {
    const { answer } = known.get(key) ?? { answer: ask(key) }
    known.set(key, { answer })
    return answer
  }
}
