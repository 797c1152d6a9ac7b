import type { PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict } from '@cantoo/pdf-lib'

const DELIMITERS = new Set('()<>[]/')

/** An object as a file has it, without a space that nothing needs (ISO 32000-1, 7.2.2). */
export function compact(object: PDFObject): string {
  if (object instanceof PDFDict)
    return `<<${joined(object.entries().flat())}>>`
  if (object instanceof PDFArray)
    return `[${joined(object.asArray())}]`
  return String(object)
}

function joined(objects: PDFObject[]): string {
  let result = ''
  for (const object of objects) {
    const next = compact(object)
    const isApart = DELIMITERS.has(next.charAt(0)) || DELIMITERS.has(result.charAt(result.length - 1))
    result += isApart || result === '' ? next : ` ${next}`
  }
  return result
}
