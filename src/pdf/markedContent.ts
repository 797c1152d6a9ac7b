import type { PDFContext, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import type { Tags } from './artifacts.ts'
import { PDFArray, PDFDict, PDFNull, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { markArtifacts } from './artifacts.ts'
import { isForm, taggedForms } from './forms.ts'
import { name, textOfName } from './names.ts'
import { plainStream, streamText } from './packedStream.ts'
import { kidsOf, parentTreeEntries, setKids, typeOf } from './structure.ts'

/** Groups that say nothing once nothing is in them. */
const IDLE = new Set(['NonStruct', 'Div', 'Span'])
/** Elements whose strokes are what they show. */
const PICTURES = new Set(['Figure', 'Formula'])

/** A stream of content, and the page that it is on. */
interface Place {
  ref: PDFRef
  dict: PDFDict
  isPage: boolean
}

/**
 * Marks all that a document paints, on its pages and in its form XObjects, as content or as artifact, and brings the
 * structure in line with it.
 */
export function markContent(document: PDFDocument): void {
  const { context } = document
  const lists = new Map(parentTreeEntries(document))
  const tagged = taggedForms(document)
  const mark = (stream: PDFRawStream, place: Place) => {
    const xObjects = place.dict.lookupMaybe(name('Resources'), PDFDict)?.lookupMaybe(name('XObject'), PDFDict)
    const number = place.dict.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber() ?? -1
    const parents = context.lookup(lists.get(number))
    const tags = tagsOf(context, parents instanceof PDFArray ? parents : context.obj([]), place, (resource) => {
      const form = xObjects?.lookup(name(resource))
      return form instanceof PDFRawStream && tagged.has(form.dict)
    })
    return plainStream(stream.dict, markArtifacts(streamText(stream), tags))
  }
  for (const page of document.getPages()) {
    const ref = page.node.get(name('Contents')) as PDFRef
    const stream = context.lookup(ref)
    if (stream instanceof PDFRawStream)
      context.assign(ref, mark(stream, { ref: page.ref, dict: page.node, isPage: true }))
  }
  for (const [ref, stream] of context.enumerateIndirectObjects()) {
    if (isForm(stream) && tagged.has(stream.dict))
      context.assign(ref, mark(stream, { ref, dict: stream.dict, isPage: false }))
  }
}

function tagsOf(context: PDFContext, parents: PDFArray, place: Place, isTagged: Tags['isTagged']): Tags {
  const elementOf = (id: number) => context.lookup(parents.get(id)) as PDFDict | undefined
  const isHere = (kid: PDFObject, id: number) => idIn(context, kid, place) === id
  /** As a kid of an element, beside another one that says which page and stream they are on. */
  const kidLike = (kid: PDFObject, id: number) => {
    const found = context.lookup(kid)
    return found instanceof PDFDict
      ? context.obj({ ...Object.fromEntries(entriesOf(found)), MCID: id })
      : context.obj(id)
  }
  const replaceKids = (element: PDFDict, change: (kid: PDFObject) => PDFObject[]) =>
    setKids(context, element, kidsOf(element).flatMap(change))

  return {
    isTagged,
    isPicture: id => hasAncestor(context, elementOf(id), PICTURES),
    drop(id) {
      const element = elementOf(id)
      if (!element)
        return
      replaceKids(element, kid => isHere(kid, id) ? [] : [kid])
      removeIdle(context, parents.get(id) as PDFRef)
      parents.set(id, PDFNull)
    },
    continueIn(id) {
      const more = parents.size()
      const element = elementOf(id)
      parents.push(parents.get(id))
      if (element)
        replaceKids(element, kid => isHere(kid, id) ? [kid, kidLike(kid, more)] : [kid])
      return more
    },
    label(id) {
      const item = itemBegunBy(context, parents.get(id) as PDFRef, kid => isHere(kid, id))
      const element = elementOf(id)
      const kid = element && kidsOf(element).find(one => isHere(one, id))
      if (!item || !kid)
        return undefined
      const more = parents.size()
      const label = context.register(
        context.obj({ Type: 'StructElem', S: 'Lbl', P: item.ref, Pg: element.get(name('Pg')), K: kidLike(kid, more) }),
      )
      parents.push(label)
      setKids(context, item.element, [label, ...kidsOf(item.element)])
      return more
    },
  }
}

function entriesOf(dict: PDFDict): [string, PDFObject][] {
  return dict.entries().map(([key, value]) => [textOfName(key), value])
}

/** The marked content ID of a kid, if it is on this page, or in this form XObject. */
function idIn(context: PDFContext, kid: PDFObject, { ref, isPage }: Place): number | undefined {
  if (kid instanceof PDFNumber)
    return isPage ? kid.asNumber() : undefined
  const found = context.lookup(kid)
  if (!(found instanceof PDFDict) || !found.has(name('MCID')))
    return undefined
  const stream = found.get(name('Stm'))
  const isHere = isPage ? !stream && (found.get(name('Pg')) ?? ref) === ref : stream === ref
  return isHere ? found.lookup(name('MCID'), PDFNumber).asNumber() : undefined
}

/** Removes a group without content, and those around it that have no other content. */
function removeIdle(context: PDFContext, ref: PDFRef): void {
  const element = context.lookup(ref, PDFDict)
  if (!IDLE.has(typeOf(element)) || element.has(name('K')) || element.has(name('ID')))
    return
  const above = element.get(name('P')) as PDFRef
  const parent = context.lookup(above, PDFDict)
  setKids(context, parent, kidsOf(parent).filter(kid => kid !== ref))
  context.delete(ref)
  if (parent.get(name('Type')) !== name('StructTreeRoot'))
    removeIdle(context, above)
}

function hasAncestor(context: PDFContext, element: PDFDict | undefined, types: Set<string>): boolean {
  for (let one = element; one?.has(name('S')); one = context.lookupMaybe(one.get(name('P')), PDFDict)) {
    if (types.has(typeOf(one)))
      return true
  }
  return false
}

/** The list item without a label of which this marked content is the first. */
function itemBegunBy(
  context: PDFContext,
  from: PDFRef,
  isContent: (kid: PDFObject) => boolean,
): { ref: PDFRef, element: PDFDict } | undefined {
  let ref = from
  let element = context.lookupMaybe(ref, PDFDict)
  let isFirst = isContent
  while (element?.has(name('S'))) {
    const first = kidsOf(element)[0]
    if (!first || !isFirst(first))
      return undefined
    if (typeOf(element) === 'LI')
      return { ref, element }
    const own = ref
    isFirst = kid => kid === own
    ref = element.get(name('P')) as PDFRef
    element = context.lookupMaybe(ref, PDFDict)
  }
  return undefined
}
