import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { parseOperations } from '../../../src/pdf/contentStream.ts'
import { parseString } from '../../../src/pdf/contentString.ts'
import { streamText } from '../../../src/pdf/packedStream.ts'

const name = PDFName.of
const STRING = /\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>/g
const PAINTS = new Set([
  ...['Tj', 'TJ', '\'', '"', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'BI'],
])
const SHOWS_TEXT = new Set(['Tj', 'TJ', '\'', '"'])
const INVISIBLE = 3

/** What a file paints, and how it is marked. */
export interface Drawn {
  /** Artifacts within tagged content, by page. */
  artifactsInTags: string[]
  /** Tagged content within artifacts. */
  tagsInArtifacts: string[]
  /** What is neither: an operator without a mark, or in a mark that no element of the structure has. */
  unmarked: string[]
  /** Codes that are shown in each font; those of text that nobody sees are not among them. */
  codes: Map<PDFDict, Set<number>>
  /** How often each form XObject with marked content is drawn. */
  forms: Map<PDFRawStream, number>
}

type Mark = 'artifact' | 'tag' | 'lost tag' | 'other'

interface State {
  resources: PDFDict | undefined
  /** Of the stream, by the number of the marked content. */
  parents: PDFArray | undefined
  marks: Mark[]
  where: string
  /** An appearance is no content of its page (ISO 14289-1, 7.18). */
  isAppearance: boolean
}

/** @param annotations whose appearances are drawn too */
export function drawnOn(document: PDFDocument, annotations: PDFDict[]): Drawn {
  const drawn: Drawn = { artifactsInTags: [], tagsInArtifacts: [], unmarked: [], codes: new Map(), forms: new Map() }
  const lists = parentTree(document)
  document.getPages().forEach(({ node }, i) => {
    const contents = node.lookup(name('Contents'))
    const parts = contents instanceof PDFArray ? contents.asArray().map(part => node.context.lookup(part)) : [contents]
    const content = parts.map(part => part instanceof PDFRawStream ? streamText(part) : '').join('\n')
    const where = `page ${i + 1}`
    draw(drawn, content, lists, { ...stateOf(node, lists), resources: node.Resources(), marks: [], where })
  })
  for (const annotation of annotations) {
    const normal = annotation.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'))
    const looks = normal instanceof PDFDict ? normal.values().map(one => annotation.context.lookup(one)) : [normal]
    for (const look of looks) {
      if (look instanceof PDFRawStream) {
        const state = { ...stateOf(look.dict, lists), marks: [], where: 'appearance', isAppearance: true }
        draw(drawn, streamText(look), lists, state)
      }
    }
  }
  return drawn
}

function stateOf(dict: PDFDict, lists: Map<number, PDFObject>): Omit<State, 'marks' | 'where'> {
  const number = dict.lookup(name('StructParents'))
  const parents = number instanceof PDFNumber ? dict.context.lookup(lists.get(number.asNumber())) : undefined
  const resources = dict.lookup(name('Resources'))
  return {
    resources: resources instanceof PDFDict ? resources : undefined,
    parents: parents instanceof PDFArray ? parents : undefined,
    isAppearance: false,
  }
}

function draw(drawn: Drawn, content: string, lists: Map<number, PDFObject>, state: State): void {
  const { resources, where } = state
  const marks = [...state.marks]
  const fonts = resources?.lookupMaybe(name('Font'), PDFDict)
  const xObjects = resources?.lookupMaybe(name('XObject'), PDFDict)
  let font: PDFDict | undefined
  let mode = 0
  for (const { operator, operands } of parseOperations(content)) {
    const operand = operands.trim()
    if (operator === 'BDC' || operator === 'BMC') {
      const mark = markOf(operand, state)
      const isIn = (kind: Mark) => marks.includes(kind)
      if (mark === 'artifact' && (isIn('tag') || isIn('lost tag')))
        drawn.artifactsInTags.push(where)
      if (mark === 'tag' && isIn('artifact'))
        drawn.tagsInArtifacts.push(where)
      marks.push(mark)
    }
    else if (operator === 'EMC') {
      marks.pop()
    }
    else if (operator === 'Tf') {
      font = fonts?.lookupMaybe(name(operand.slice(1).split(/\s/)[0] ?? ''), PDFDict)
    }
    else if (operator === 'Tr') {
      mode = Number(operand)
    }
    const form = operator === 'Do' ? xObjects?.lookup(name(operand.slice(1))) : undefined
    if (form instanceof PDFRawStream && form.dict.get(name('Subtype')) === name('Form')) {
      const text = streamText(form)
      if (text.includes('/MCID'))
        drawn.forms.set(form, (drawn.forms.get(form) ?? 0) + 1)
      draw(drawn, text, lists, { ...state, ...stateOf(form.dict, lists), isAppearance: state.isAppearance, marks })
      continue
    }
    const paints = PAINTS.has(operator) || (operator === 'Do' && form !== undefined)
    if (paints && !state.isAppearance && !marks.includes('tag') && !marks.includes('artifact'))
      drawn.unmarked.push(`${where}: ${operator} ${marks.includes('lost tag') ? 'in a mark of no element' : ''}`)
    if (SHOWS_TEXT.has(operator) && font && mode !== INVISIBLE)
      showIn(drawn, font, operand)
  }
}

function markOf(operands: string, { resources, parents }: State): Mark {
  const [tag, named] = operands.split(/[\s<]+/)
  if (tag === '/Artifact')
    return 'artifact'
  const properties = resources?.lookupMaybe(name('Properties'), PDFDict)
  const property = named?.startsWith('/') ? properties?.lookup(name(named.slice(1))) : undefined
  const written = property instanceof PDFDict ? String(property) : operands
  const id = /\/MCID\s+(\d+)/.exec(written)?.[1]
  if (id === undefined)
    return 'other'
  const element = parents?.lookup(Number(id))
  return element instanceof PDFDict && holds(element, Number(id)) ? 'tag' : 'lost tag'
}

/** Whether an element names this marked content among its kids. */
function holds(element: PDFDict, id: number): boolean {
  const kids = element.lookup(name('K'))
  const all = kids instanceof PDFArray ? kids.asArray() : [kids]
  return all.map(kid => element.context.lookup(kid)).some(kid =>
    (kid instanceof PDFNumber && kid.asNumber() === id)
    || (kid instanceof PDFDict && kid.lookupMaybe(name('MCID'), PDFNumber)?.asNumber() === id))
}

function showIn(drawn: Drawn, font: PDFDict, operand: string): void {
  const bytes = (operand.match(STRING) ?? []).map(parseString).join('')
  const codes = drawn.codes.get(font) ?? new Set()
  const isComposite = font.get(name('Subtype')) === name('Type0')
  for (let i = 0; i < bytes.length; i += isComposite ? 2 : 1)
    codes.add(isComposite ? bytes.charCodeAt(i) << 8 | bytes.charCodeAt(i + 1) : bytes.charCodeAt(i))
  drawn.codes.set(font, codes)
}

function parentTree({ catalog, context }: PDFDocument): Map<number, PDFObject> {
  const entries = new Map<number, PDFObject>()
  const visit = (node: PDFDict | undefined) => {
    const numbers = node?.lookupMaybe(name('Nums'), PDFArray)?.asArray() ?? []
    numbers.forEach((number, i) => {
      const value = numbers[i + 1]
      if (i % 2 === 0 && number instanceof PDFNumber && value)
        entries.set(number.asNumber(), value)
    })
    node?.lookupMaybe(name('Kids'), PDFArray)?.asArray().forEach(kid => visit(context.lookup(kid, PDFDict)))
  }
  const root = catalog.lookup(name('StructTreeRoot'))
  visit(root instanceof PDFDict ? root.lookupMaybe(name('ParentTree'), PDFDict) : undefined)
  return entries
}
