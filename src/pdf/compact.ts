import type { PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFRef } from '@cantoo/pdf-lib'

const DELIMITERS = new Set('()<>[]/')

/**
 * An object as a file has it, with space only where two tokens would run together (ISO 32000-1, 7.2.2).
 *
 * @param numberOf a new number for each object that is referred to; by default they keep theirs
 */
export function formatCompact(object: PDFObject, numberOf?: (ref: PDFRef) => number): string {
  if (object instanceof PDFDict)
    return joinTokens('<<', object.entries().flat(), '>>', numberOf)
  if (object instanceof PDFArray)
    return joinTokens('[', object.asArray(), ']', numberOf)
  return object instanceof PDFRef && numberOf ? `${numberOf(object)} 0 R` : String(object)
}

function joinTokens(
  open: string,
  objects: PDFObject[],
  close: string,
  numberOf: ((ref: PDFRef) => number) | undefined,
): string {
  let result = open
  let last = open
  for (const object of objects) {
    const next = formatCompact(object, numberOf)
    result += isDelimiter(next, 0) || isDelimiter(last, last.length - 1) ? next : ` ${next}`
    last = next
  }
  return result + close
}

function isDelimiter(token: string, at: number): boolean {
  return DELIMITERS.has(token.charAt(at))
}
