import type { PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { foldRuns } from '../../src/pdf/foldRuns.ts'

const name = PDFName.of

/**
 * An element: its type, its kids (words by their number, `2@B` on another page, or elements), and what else it says.
 */
interface Element { type: string, kids: (number | string | Element)[], page?: string, also?: Record<string, string> }

/** A structure as Chromium writes it, in which a page lists whose its words are. */
async function structured(root: Element) {
  const document = await PDFDocument.create()
  const { context } = document
  const pages = new Map(['A', 'B'].map(id => [id, document.addPage().ref]))
  const lists = new Map(['A', 'B'].map(id => [id, context.obj([])]))
  const add = ({ type, kids, page, also }: Element, parent: PDFRef): PDFRef => {
    const ref = context.nextRef()
    const dict = context.obj({ Type: 'StructElem', S: type, P: parent, ...(page && { Pg: pages.get(page) }), ...also })
    const own = kids.map((kid): PDFObject => {
      if (typeof kid === 'object')
        return add(kid, ref)
      const [number = '', at] = String(kid).split('@')
      lists.get(at ?? page ?? '')?.set(Number(number), ref)
      return at ? context.obj({ Type: 'MCR', Pg: pages.get(at), MCID: Number(number) }) : PDFNumber.of(Number(number))
    })
    dict.set(name('K'), own.length === 1 && own[0] ? own[0] : context.obj(own))
    context.assign(ref, dict)
    return ref
  }
  const tree = context.nextRef()
  context.assign(
    tree,
    context.obj({
      Type: 'StructTreeRoot',
      K: add(root, tree),
      ParentTree: {
        Nums: [
          0,
          context.register(lists.get('A') as PDFArray),
          1,
          context.register(lists.get('B') as PDFArray),
          2,
          tree,
        ],
      },
    }),
  )
  document.catalog.set(name('StructTreeRoot'), tree)

  const pageOf = (dict: PDFDict) => [...pages].find(([, ref]) => ref === dict.get(name('Pg')))?.[0]
  const tell = (kid: PDFObject | undefined, page: string | undefined): string => {
    const found = context.lookup(kid)
    if (found instanceof PDFNumber)
      return `${found}@${page}`
    if (!(found instanceof PDFDict))
      return '?'
    if (found.has(name('MCID')))
      return `${found.get(name('MCID'))}@${pageOf(found) ?? page}`
    const kids = found.lookup(name('K'))
    const told = (kids instanceof PDFArray ? kids.asArray() : [kids]).map(object => tell(object, pageOf(found)))
    return `${found.get(name('S'))?.toString().slice(1)}(${told.join(' ')})`
  }
  const kidsOf = () => tell(document.catalog.lookup(name('StructTreeRoot'), PDFDict).get(name('K')), undefined)
  const typesOn = (page: string) =>
    lists
      .get(page)
      ?.asArray()
      .map(object =>
        context
          .lookup(object instanceof PDFRef ? object : undefined, PDFDict)
          .get(name('S'))
          ?.toString()
          .slice(1),
      )
  return { document, kidsOf, typesOn }
}

const run = (...kids: (number | string)[]): Element => ({ type: 'NonStruct', kids, page: 'A' })

describe('text in an element without a meaning', () => {
  it.each<[what: string, root: Element, folded: string]>([
    ['belong to the paragraph', { type: 'P', kids: [run(0)] }, 'P(0@A)'],
    [
      'belong to the paragraph, run by run, in their order',
      { type: 'P', kids: [run(0), run(1, 2), run(3)] },
      'P(0@A 1@A 2@A 3@A)',
    ],
    [
      'stay beside what has a meaning',
      { type: 'P', kids: [run(0), { type: 'Strong', kids: [run(1)] }, run(2)] },
      'P(0@A Strong(1@A) 2@A)',
    ],
    ['stay beside the paragraph\'s own', { type: 'LI', page: 'A', kids: [0, run(1)] }, 'LI(0@A 1@A)'],
    [
      'stay on their page',
      { type: 'P', kids: [run(0), { type: 'NonStruct', kids: [0, '1@A'], page: 'B' }] },
      'P(0@A 0@B 1@A)',
    ],
    ['stay on their page, in what a paragraph there holds', { type: 'P', page: 'B', kids: [0, run(0)] }, 'P(0@B 0@A)'],
  ])('%s', async (_, root, folded) => {
    const { document, kidsOf, typesOn } = await structured(root)
    const before = document.context.enumerateIndirectObjects().length
    foldRuns(document)
    expect(kidsOf()).toBe(folded)
    expect([...typesOn('A') ?? [], ...typesOn('B') ?? []]).not.toContain('NonStruct')
    expect(document.context.enumerateIndirectObjects().length).toBeLessThan(before)
  })

  it.each<[what: string, root: Element]>([
    ['in a part of the document', { type: 'Document', kids: [run(0)] }],
    [
      'around other elements',
      { type: 'P', kids: [{ type: 'NonStruct', page: 'A', kids: [0, { type: 'Link', page: 'A', kids: [1] }] }] },
    ],
    ['that has something to say', { type: 'P', kids: [{ ...run(0), also: { Lang: 'de' } }] }],
  ])('stay %s', async (_, root) => {
    const { document, kidsOf } = await structured(root)
    const before = kidsOf()
    foldRuns(document)
    expect(kidsOf()).toBe(before)
  })
})
