import type { PDFDict } from '@cantoo/pdf-lib'
import type { PdfFile } from '../file.ts'
import type { Condition } from '../index.ts'
import { PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'
import { streamText } from '../../../../src/pdf/packedStream.ts'
import { booleanIn, dictIn, dictsIn, nameIn, numberIn, textIn } from '../file.ts'
import { STANDARD_TYPES } from '../standardTypes.ts'

const UA_NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/'
/** Of the permissions of an encrypted file: to read it to somebody (ISO 32000-1, table 22). */
const FOR_ACCESSIBILITY = 1 << 9

const when = (failed: boolean, words: string) => failed ? [words] : []

function configurations({ catalog, context }: PdfFile): { first: PDFDict[], others: PDFDict[] } {
  const properties = dictIn(catalog, 'OCProperties')
  return {
    first: dictsIn(properties?.get(PDFName.of('D')), context),
    others: dictsIn(properties?.get(PDFName.of('Configs')), context),
  }
}

const encryption = ({ context }: PdfFile) => dictsIn(context.trailerInfo.Encrypt, context)

function unended({ roles, elements }: PdfFile): string[] {
  const used = new Set([...elements.map(({ type }) => type), ...roles.keys()])
  return [...used].filter(type => !STANDARD_TYPES.has(ends(type, roles)) && !isCircular(type, roles))
}

function ends(type: string, roles: Map<string, string>): string {
  const seen = new Set<string>()
  let role = type
  for (; roles.has(role) && !seen.has(role); role = roles.get(role) ?? role)
    seen.add(role)
  return role
}

function isCircular(type: string, roles: Map<string, string>): boolean {
  return roles.has(ends(type, roles))
}

/** XFA comes as one stream, or as an array of names and streams. */
function xfaOf({ catalog, context }: PdfFile): string {
  const xfa = dictIn(catalog, 'AcroForm')?.lookup(PDFName.of('XFA'))
  const parts = xfa instanceof PDFStream
    ? [xfa]
    : context.lookup(xfa) && 'asArray' in (xfa as object)
      ? (xfa as unknown as { asArray: () => unknown[] }).asArray().map(part => context.lookup(part as never))
      : []
  return parts.map(part => part instanceof PDFRawStream ? streamText(part) : '').join('\n')
}

/** Of the file as a whole: checkpoints 2, 6, 7, 20, 21, 25 and 26. */
export const DOCUMENT: Record<string, Condition> = {
  '01-007': ({ catalog }) => when(booleanIn(dictIn(catalog, 'MarkInfo'), 'Suspects') === true, 'Suspects is true'),
  '02-001': file => unended(file).map(type => `${type} ends in no standard type`),
  '02-003': ({ roles }) => [...roles.keys()].filter(type => isCircular(type, roles)),
  '02-004': ({ roles }) => [...roles.keys()].filter(type => STANDARD_TYPES.has(type)),
  '06-001': ({ metadata }) => when(metadata === undefined, 'no metadata'),
  '06-002': ({ metadata = '' }) =>
    when(!metadata.includes(UA_NAMESPACE) || !/pdfuaid:part(?:>|=")1\b/.test(metadata), 'no PDF/UA identifier'),
  '06-003': ({ metadata = '' }) =>
    when(!/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)</.exec(metadata)?.[1]?.trim(), 'no title'),
  '07-001': ({ catalog }) =>
    when(booleanIn(dictIn(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === undefined, 'not said'),
  '07-002': ({ catalog }) =>
    when(booleanIn(dictIn(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === false, 'the title is not shown'),
  '20-001': file => configurations(file).others.filter(one => !textIn(one, 'Name')).map(String),
  '20-002': file => configurations(file).first.filter(one => !textIn(one, 'Name')).map(String),
  '20-003': file => Object.values(configurations(file)).flat().filter(one => one.has(PDFName.of('AS'))).map(String),
  '21-001': ({ dicts }) => dicts
    .filter(dict => dictIn(dict, 'EF') && !(textIn(dict, 'F') && textIn(dict, 'UF')))
    .map(String),
  '25-001': file => when(/<dynamicRender>\s*required/.test(xfaOf(file)), 'dynamic XFA'),
  '26-001': file => encryption(file).filter(dict => numberIn(dict, 'P') === undefined).map(String),
  '26-002': file => encryption(file)
    .filter(dict => ((numberIn(dict, 'P') ?? FOR_ACCESSIBILITY) & FOR_ACCESSIBILITY) === 0)
    .map(String),
  '30-001': ({ dicts }) =>
    dicts.filter(dict => nameIn(dict, 'Subtype') === 'Form' && dict.has(PDFName.of('Ref'))).map(String),
  '30-002': ({ drawn }) => [...drawn.forms].filter(([, times]) => times > 1).map(([form]) => String(form.dict)),
}
