import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { foldPictures } from '../../src/pdf/pictureContent.ts'

const name = PDFName.of

/** A figure with a heading and a word in it, on one page; the word is a link where that is wanted. */
async function figure({ alt = true, link = false } = {}) {
  const document = await PDFDocument.create()
  const { context } = document
  const page = document.addPage().ref
  const [outer, group, heading, word] = Array.from({ length: 4 }, () => context.nextRef())
  if (!outer || !group || !heading || !word)
    throw new Error('There are four.')
  const content = link ? [3, { Type: 'OBJR', Obj: page }] : 3
  const element = (S: string, P: unknown, K: unknown, more = {}) =>
    context.obj({ Type: 'StructElem', S, P, K, ...more } as never)
  context.assign(outer, element('Figure', page, [0, group], { Pg: page, ...alt && { Alt: PDFString.of('A cat') } }))
  context.assign(group, element('NonStruct', outer, [heading, word]))
  const piece = (MCID: number) => ({ Type: 'MCR', Pg: page, MCID })
  context.assign(heading, element('H1', group, [piece(1), piece(2)]))
  context.assign(word, element('Span', group, content, { Pg: page }))
  const parents = context.obj([outer, heading, heading, word])
  const tree = context.obj({ Nums: [0, parents] })
  document.catalog.set(name('StructTreeRoot'), context.obj({ Type: 'StructTreeRoot', K: outer, ParentTree: tree }))
  return { document, parents, outer, inner: [group, heading, word], kids: () =>
    context.lookup(outer, PDFDict).lookup(name('K'), PDFArray).asArray() }
}

it('gives a figure with a description all that is drawn in it', async () => {
  const { document, parents, outer, inner, kids } = await figure()
  foldPictures(document)
  const pieces = kids().map(kid => document.context.lookup(kid, PDFDict))
  expect(pieces.map(piece => String(piece.get(name('MCID'))))).toEqual(['0', '1', '2', '3'])
  expect(pieces.every(piece => piece.has(name('Pg')))).toBe(true)
  expect(parents.asArray()).toEqual([outer, outer, outer, outer])
  expect(inner.map(ref => document.context.lookup(ref))).toEqual([undefined, undefined, undefined])
})

it.each([['without a description', { alt: false }], ['with a link in it', { link: true }]])(
  'leaves a figure %s as it is',
  async (_, options) => {
    const { document, parents, inner, kids } = await figure(options)
    const [before, owners] = [kids().map(String), parents.asArray().map(String)]
    foldPictures(document)
    expect(kids().map(String)).toEqual(before)
    expect(parents.asArray().map(String)).toEqual(owners)
    expect(inner.every(ref => document.context.lookup(ref))).toBe(true)
  },
)
