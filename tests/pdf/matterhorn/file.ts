import type { PDFContext, PDFObject, PDFPage } from '@cantoo/pdf-lib'
import type { Drawn } from './drawn.ts'
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { drawnOn } from './drawn.ts'
import { STANDARD_TYPES } from './standardTypes.ts'

const name = PDFName.of

/** An element of the structure, with its place in it. */
export interface Element {
  dict: PDFDict
  /** As it is written. */
  type: string
  /** The standard type that it stands for. */
  role: string
  parent: Element | undefined
  kids: Element[]
  /** Annotations that it holds. */
  annotations: PDFDict[]
}

export interface Annotation {
  dict: PDFDict
  page: PDFPage
  /** The element that holds it. */
  element: Element | undefined
  subtype: string
}

/** A file as the conditions look at it. */
export interface PdfFile {
  document: PDFDocument
  context: PDFContext
  catalog: PDFDict
  /** Every dictionary, those of streams and those within others too. */
  dicts: PDFDict[]
  roles: Map<string, string>
  elements: Element[]
  annotations: Annotation[]
  drawn: Drawn
  /** XMP, where there is any. */
  metadata: string | undefined
}

export async function readPdfFile(bytes: Uint8Array): Promise<PdfFile> {
  return lookAt(await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }))
}

export function lookAt(document: PDFDocument): PdfFile {
  const { context, catalog } = document
  const roles = rolesOf(catalog)
  const elements = elementsOf(catalog, roles)
  const holders = new Map(elements.flatMap(element => element.annotations.map(dict => [dict, element] as const)))
  const annotations = document.getPages().flatMap(page =>
    dictsIn(page.node.lookup(name('Annots')), context).map(dict => ({
      dict,
      page,
      element: holders.get(dict),
      subtype: nameIn(dict, 'Subtype') ?? '',
    })))
  const metadata = catalog.lookup(name('Metadata'))
  return {
    document,
    context,
    catalog,
    dicts: allDicts(context),
    roles,
    elements,
    annotations,
    drawn: drawnOn(document, annotations.map(({ dict }) => dict)),
    metadata: metadata instanceof PDFStream ? new TextDecoder().decode(metadata.getContents()) : undefined,
  }
}

export function nameIn(dict: PDFDict | undefined, key: string): string | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

export function textIn(dict: PDFDict | undefined, key: string): string | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

export function numberIn(dict: PDFDict | undefined, key: string): number | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

export function booleanIn(dict: PDFDict | undefined, key: string): boolean | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFBool ? value.asBoolean() : undefined
}

export function dictIn(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFDict ? value : value instanceof PDFStream ? value.dict : undefined
}

export function streamIn(dict: PDFDict | undefined, key: string): PDFRawStream | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFRawStream ? value : undefined
}

/** The dictionaries in an array, or one that is by itself. */
export function dictsIn(object: PDFObject | undefined, context: PDFContext): PDFDict[] {
  const found = context.lookup(object)
  const all = found instanceof PDFArray ? found.asArray().map(one => context.lookup(one)) : [found]
  return all.filter(one => one instanceof PDFDict)
}

/** Attributes of an element of one owner, such as `Table`. */
export function attributesOf({ dict }: Element, owner: string): PDFDict[] {
  return dictsIn(dict.lookup(name('A')), dict.context).filter(one => nameIn(one, 'O') === owner)
}

function allDicts(context: PDFContext): PDFDict[] {
  const found = new Set<PDFDict>()
  const visit = (object: PDFObject | undefined) => {
    if (object instanceof PDFDict && !found.has(object)) {
      found.add(object)
      object.values().forEach(visit)
    }
    else if (object instanceof PDFArray) {
      object.asArray().forEach(visit)
    }
    else if (object instanceof PDFStream) {
      visit(object.dict)
    }
  }
  context.enumerateIndirectObjects().forEach(([, object]) => visit(object))
  visit(context.trailerInfo.Encrypt)
  return [...found]
}

function rolesOf(catalog: PDFDict): Map<string, string> {
  const map = dictIn(dictIn(catalog, 'StructTreeRoot'), 'RoleMap')
  return new Map(map?.entries().map(([key, value]) => [key.decodeText(), (value as PDFName).decodeText()]))
}

/** @returns what the mapping ends in; a circle ends where it begins to repeat */
export function roleOf(type: string, roles: Map<string, string>): string {
  const seen = new Set<string>()
  let role = type
  while (!STANDARD_TYPES.has(role) && roles.has(role) && !seen.has(role)) {
    seen.add(role)
    role = roles.get(role) ?? role
  }
  return role
}

function elementsOf(catalog: PDFDict, roles: Map<string, string>): Element[] {
  const { context } = catalog
  const elements: Element[] = []
  const visit = (object: PDFObject | undefined, parent: Element | undefined) => {
    const found = context.lookup(object)
    if (found instanceof PDFArray) {
      found.asArray().forEach(one => visit(one, parent))
      return
    }
    if (!(found instanceof PDFDict))
      return
    if (nameIn(found, 'Type') === 'OBJR') {
      const held = dictIn(found, 'Obj')
      if (held)
        parent?.annotations.push(held)
    }
    const type = nameIn(found, 'S')
    if (type === undefined)
      return
    const element: Element = { dict: found, type, role: roleOf(type, roles), parent, kids: [], annotations: [] }
    parent?.kids.push(element)
    elements.push(element)
    visit(found.get(name('K')), element)
  }
  visit(dictIn(catalog, 'StructTreeRoot')?.get(name('K')), undefined)
  return elements
}
