import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFNull, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { name } from './names.ts'
import { plainStream, streamText } from './packedStream.ts'
import { kidsOf, parentTreeEntries, structureElements, typeOf } from './structure.ts'

/**
 * Marks the header of a table as an artifact on each page where it is repeated, so that it is read once. Chromium
 * prints it on every page of the table, as it should, but counts each repetition as content of the one header cell.
 */
export function markRepeatedTableHeaders(document: PDFDocument): void {
  const { context } = document
  /** By page, the marked content IDs of repetitions. */
  const repeated = new Map<PDFObject, Set<number>>()
  for (const [, element] of structureElements(document)) {
    if (typeOf(element) !== 'TH' || !isColumnHeader(element))
      continue
    const own = kidsOf(element).filter((object) => {
      const content = object instanceof PDFDict ? object : undefined
      const page = content?.get(name('Pg'))
      const number = content?.lookupMaybe(name('MCID'), PDFNumber)?.asNumber()
      if (page === undefined || number === undefined || page === element.get(name('Pg')))
        return true
      repeated.set(page, (repeated.get(page) ?? new Set()).add(number))
      return false
    })
    element.set(name('K'), own.length === 1 && own[0] ? own[0] : context.obj(own))
  }
  const lists = new Map(parentTreeEntries(document))
  for (const [ref, numbers] of repeated) {
    const page = context.lookup(ref, PDFDict)
    const list = context.lookup(lists.get(page.lookup(name('StructParents'), PDFNumber).asNumber()), PDFArray)
    numbers.forEach(number => list.set(number, PDFNull))
    const contents = page.get(name('Contents'))
    const stream = context.lookup(contents)
    if (contents instanceof PDFRef && stream instanceof PDFRawStream)
      context.assign(contents, plainStream(stream.dict, markAsPagination(streamText(stream), numbers)))
  }
}

/**
 * Makes artifacts of some of a page's marked content.
 *
 * @param content of the page, one character a byte
 * @param numbers marked content IDs
 */
export function markAsPagination(content: string, numbers: ReadonlySet<number>): string {
  return content.replace(/\/\w+\s*<<\s*\/MCID (\d+)\s*>>\s*BDC/g, (mark, number) =>
    numbers.has(Number(number)) ? '/Artifact <</Type /Pagination>> BDC' : mark)
}

function isColumnHeader(element: PDFDict): boolean {
  const attributes = element.lookup(name('A'))
  const all
    = attributes instanceof PDFArray ? attributes.asArray().map(object => element.context.lookup(object)) : [attributes]
  return all.some(object => object instanceof PDFDict && object.get(name('Scope')) === name('Column'))
}
