import type { PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib'

const name = PDFName.of

/** Parts of what says how a picture is drawn that many of them have alike. */
const PARTS = ['Resources', 'Group'].map(name)

/**
 * Takes what pictures have alike out of them: what a stream says of itself is not packed, and each of them says it
 * anew. Resources no longer name the sets of procedures that printers of the last century had to load (ISO 32000-1,
 * 14.2).
 */
export function shareDicts({ context }: PDFDocument): void {
  const shared = new Map<string, PDFRef>()
  const share = (part: PDFObject) => {
    const written = String(part)
    const ref = shared.get(written) ?? context.register(part)
    shared.set(written, ref)
    return ref
  }
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object
    if (!(dict instanceof PDFDict))
      continue
    for (const key of PARTS) {
      const part = dict.get(key)
      if (!(part instanceof PDFDict))
        continue
      part.delete(name('ProcSet'))
      if (object instanceof PDFStream)
        dict.set(key, share(part))
    }
  }
}
