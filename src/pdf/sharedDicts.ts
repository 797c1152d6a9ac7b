import type { PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { PDFDict, PDFStream } from '@cantoo/pdf-lib'
import { name } from './names.ts'

/** Entries of a form XObject's dictionary that many of them have in common. */
const PARTS = ['Resources', 'Group'].map(name)

/**
 * Lets form XObjects with the same resources share one object. The dictionary of a stream is not compressed, and
 * Chromium repeats it in each. Also removes the obsolete procedure sets from resources (ISO 32000-1, 14.2).
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
