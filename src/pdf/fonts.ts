import type { PDFDocument } from '@cantoo/pdf-lib'
import { PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { withoutLayout } from './fontTables.ts'
import { name } from './names.ts'
import { pack, streamBytes, streamOf } from './packedStream.ts'

/** Takes out of the fonts what no page needs that is set. */
export function slimFonts({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const ref = object instanceof PDFDict ? object.get(name('FontFile2')) : undefined
    const font = ref instanceof PDFRef ? context.lookup(ref) : undefined
    if (!(ref instanceof PDFRef && font instanceof PDFRawStream))
      continue
    const slim = withoutLayout(streamBytes(font))
    font.dict.set(name('Length1'), context.obj(slim.length))
    context.assign(ref, streamOf(font.dict, pack(slim)))
  }
}
