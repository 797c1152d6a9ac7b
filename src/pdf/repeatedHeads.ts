import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { streamWith, textOf } from './packedStream.ts'
import { elementsOf, kidsOf, numbersOf, typeOf } from './structure.ts'

const name = PDFName.of

/**
 * Lets the head of a table that goes on over pages be read once. Chromium prints it on each page, as it should, and
 * counts each print among the words of the one head: there it is a matter of the page, such as its running head.
 */
export function readHeadsOnce(document: PDFDocument): void {
  const { context } = document
  /** By page, the numbers of what is no longer read there. */
  const passed = new Map<PDFObject, Set<number>>()
  for (const [, element] of elementsOf(document)) {
    if (typeOf(element) !== 'TH' || !isOfColumn(element))
      continue
    const own = kidsOf(element).filter((object) => {
      const place = object instanceof PDFDict ? object : undefined
      const page = place?.get(name('Pg'))
      const number = place?.lookupMaybe(name('MCID'), PDFNumber)?.asNumber()
      if (page === undefined || number === undefined || page === element.get(name('Pg')))
        return true
      passed.set(page, (passed.get(page) ?? new Set()).add(number))
      return false
    })
    element.set(name('K'), own.length === 1 && own[0] ? own[0] : context.obj(own))
  }
  const lists = new Map(numbersOf(document))
  for (const [ref, numbers] of passed) {
    const page = context.lookup(ref, PDFDict)
    const list = context.lookup(lists.get(page.lookup(name('StructParents'), PDFNumber).asNumber()), PDFArray)
    numbers.forEach(number => list.set(number, PDFNull))
    const contents = page.get(name('Contents'))
    const stream = context.lookup(contents)
    if (contents instanceof PDFRef && stream instanceof PDFRawStream)
      context.assign(contents, streamWith(stream.dict, passOver(textOf(stream), numbers)))
  }
}

/** The content of a page with some of its tags made artifacts. */
export function passOver(content: string, numbers: ReadonlySet<number>): string {
  return content.replace(/\/\w+\s*<<\s*\/MCID (\d+)\s*>>\s*BDC/g, (mark, number) =>
    numbers.has(Number(number)) ? '/Artifact <</Type /Pagination>> BDC' : mark)
}

function isOfColumn(element: PDFDict): boolean {
  const attributes = element.lookup(name('A'))
  const all
    = attributes instanceof PDFArray ? attributes.asArray().map(object => element.context.lookup(object)) : [attributes]
  return all.some(object => object instanceof PDFDict && object.get(name('Scope')) === name('Column'))
}
