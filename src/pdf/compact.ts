import type { PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict } from '@cantoo/pdf-lib'

const DELIMITERS = new Set('()<>[]/')

/** An object as a file has it, with space only where two tokens would run together (ISO 32000-1, 7.2.2). */
export function formatCompact(object: PDFObject): string {
  if (object instanceof PDFDict)
    return `<<${joinTokens(object.entries().flat())}>>`
  if (object instanceof PDFArray)
    return `[${joinTokens(object.asArray())}]`
  return String(object)
}

function joinTokens(objects: PDFObject[]): string {
  let result = ''
  for (const object of objects) {
    const next = formatCompact(object)
    const isDelimited = DELIMITERS.has(next.charAt(0)) || DELIMITERS.has(result.charAt(result.length - 1))
    result += isDelimited || result === '' ? next : ` ${next}`
  }
  return result
}
