import type { PDFRef } from '@cantoo/pdf-lib'
import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { fontResources } from '../../../src/pdf/fieldAppearance.ts'
import { embedFieldFont } from '../../../src/pdf/fieldFont.ts'
import { typedFont } from '../../../src/pdf/typedFont.ts'

const name = PDFName.of

/** A small file that passes every condition, and has something of all that they are about. */
export interface GoodFile {
  document: PDFDocument
  /** Elements by a name of their own. */
  elements: Record<string, PDFDict>
  font: PDFDict
  page: PDFDict
  link: PDFDict
  widget: PDFDict
  /** Sets the content of the page anew: with more of it, or in place of it. */
  draw: (content: string) => void
  content: string
}

type Tree = [key: string, type: string, ...kids: Tree[]]

const TREE: Tree = [
  'document',
  'Document',
  ...[
    ['h1', 'H1'],
    ['p', 'P'],
    ['table', 'Table', ['row', 'TR', ['th', 'TH']], ['row2', 'TR', ['td', 'TD']]],
    ['list', 'L', ['item', 'LI', ['label', 'Lbl'], ['body', 'LBody']]],
    ['toc', 'TOC', ['entry', 'TOCI', ['reference', 'Reference']]],
    ['ruby', 'Ruby', ['rb', 'RB'], ['rt', 'RT']],
    ['warichu', 'Warichu', ['wp', 'WP'], ['wt', 'WT'], ['wp2', 'WP']],
    ['link', 'Link'],
    ['form', 'Form'],
    ['strong', 'Strong'],
    ['figure', 'Figure'],
    ['formula', 'Formula'],
    ['note', 'Note'],
    ['note2', 'Note'],
    ['drawn', 'P'],
  ] as Tree[],
]

const METADATA = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A good file</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>`

export async function goodFile(): Promise<GoodFile> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = document
  const { node: page, ref: pageRef } = document.addPage([200, 200])
  const fonts = embedFieldFont(document, await typedFont())
  const elements: Record<string, PDFDict> = {}
  const refs: Record<string, PDFRef> = {}
  const parents: PDFRef[] = []
  const form = context.stream('/P <</MCID 0>> BDC BT /F1 9 Tf 1 0 0 1 9 9 Tm <0022> Tj ET EMC', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 9, 9],
    StructParents: 3,
    Resources: { Font: { F1: fonts.plain } },
  })
  const drawn = context.register(context.flateStream(form.getContentsString(), Object.fromEntries(
    form.dict.entries().map(([key, value]) => [key.decodeText(), value]),
  )))
  const build = ([key, type, ...kids]: Tree, parent: PDFRef): PDFRef => {
    const dict = context.obj({ Type: 'StructElem', S: type, P: parent, Pg: pageRef })
    const ref = context.register(dict)
    ;[elements[key], refs[key]] = [dict, ref]
    const held = kids.map(kid => build(kid, ref))
    if (key === 'drawn') {
      held.push(context.register(context.obj({ Type: 'MCR', Pg: pageRef, Stm: drawn, MCID: 0 })))
    }
    else if (kids.length === 0) {
      dict.set(name('K'), context.obj(parents.length))
      parents.push(ref)
    }
    if (held.length > 0)
      dict.set(name('K'), context.obj(held))
    return ref
  }
  const root = context.nextRef()
  const top = build(TREE, root)
  const annotation = (key: string, entries: Record<string, unknown>) => {
    const ref = context.register(context.obj({ Type: 'Annot', Rect: [9, 9, 30, 30], F: 4, ...entries } as never))
    elements[key]?.set(name('K'), context.obj([
      elements[key]?.get(name('K')) as never,
      { Type: 'OBJR', Obj: ref } as never,
    ]))
    page.addAnnot(ref)
    return ref
  }
  const link = annotation('link', { Subtype: 'Link', StructParent: 1, Contents: PDFString.of('A page') })
  const widget = annotation('form', {
    Subtype: 'Widget',
    FT: 'Tx',
    StructParent: 2,
    T: PDFString.of('name'),
    TU: PDFString.of('Your name'),
  })
  context.assign(root, context.obj({
    Type: 'StructTreeRoot',
    K: top,
    RoleMap: { Strong: 'Span' },
    ParentTree: { Nums: [0, parents, 1, refs.link, 2, refs.form, 3, [refs.drawn]] as never },
  }))
  elements.th?.set(name('A'), context.obj({ O: 'Table', Scope: 'Column' }))
  ;['figure', 'formula'].forEach(key => elements[key]?.set(name('Alt'), PDFString.of('A picture')))
  ;['note', 'note2'].forEach(key => elements[key]?.set(name('ID'), PDFString.of(key)))
  const tagged = parents
    .map((_, i) => `/P <</MCID ${i}>> BDC BT /F1 9 Tf 1 0 0 1 9 ${9 * i} Tm <0022> Tj ET EMC`)
    .join('\n')
  const content = `/Artifact BMC 0 0 9 1 re f EMC\n${tagged}\n/X1 Do`
  const draw = (more: string) => page.set(name('Contents'), context.register(context.flateStream(more)))
  draw(content)
  page.set(name('StructParents'), context.obj(0))
  page.set(name('Tabs'), name('S'))
  page.set(name('Resources'), context.obj({ Font: { F1: fonts.plain }, XObject: { X1: drawn } }))
  const outline = context.register(context.obj({ Title: PDFString.of('A heading') }))
  const group = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('Layer') }))
  const configuration = () => ({ Name: PDFString.of('Layers'), Order: [group] })
  const entries = {
    Lang: PDFString.of('en'),
    MarkInfo: { Marked: true },
    ViewerPreferences: { DisplayDocTitle: true },
    StructTreeRoot: root,
    Outlines: { First: outline, Last: outline, Count: 1 },
    OCProperties: { OCGs: [group], D: configuration(), Configs: [configuration()] },
    AcroForm: { Fields: [widget], DR: { Font: fontResources(fonts) } },
    Metadata: context.register(context.stream(METADATA, { Type: 'Metadata', Subtype: 'XML' })),
  }
  Object.entries(entries).forEach(([key, value]) => catalog.set(name(key), context.obj(value as never)))
  return {
    document,
    elements,
    font: context.lookup(fonts.plain, PDFDict),
    page,
    link: context.lookup(link, PDFDict),
    widget: context.lookup(widget, PDFDict),
    draw,
    content,
  }
}
