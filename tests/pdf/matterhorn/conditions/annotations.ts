import type { PDFDict, PDFRawStream } from '@cantoo/pdf-lib'
import type { Annotation, Element, PdfFile } from '../file.ts'
import type { Condition } from '../index.ts'
import { PDFName } from '@cantoo/pdf-lib'
import { streamText } from '../../../../src/pdf/packedStream.ts'
import { dictIn, nameIn, numberIn, streamIn, textIn } from '../file.ts'
import { ANNOTATIONS } from '../standardTypes.ts'

const HIDDEN = 1 << 1

const ofSubtype = ({ annotations }: PdfFile, ...subtypes: string[]) =>
  annotations.filter(({ subtype }) => subtypes.includes(subtype))
const others = ({ annotations }: PdfFile, ...subtypes: string[]) =>
  annotations.filter(({ subtype, dict }) => !subtypes.includes(subtype) && ((numberIn(dict, 'F') ?? 0) & HIDDEN) === 0)
const told = ({ subtype, dict }: Annotation) => `${subtype} ${textIn(dict, 'Contents') ?? textIn(dict, 'TU') ?? ''}`

function isWithin(element: Element | undefined, role: string): boolean {
  for (let one = element; one; one = one.parent) {
    if (one.role === role)
      return true
  }
  return false
}

const isDescribed = ({ dict, element }: Annotation) =>
  Boolean(textIn(dict, 'Contents')?.trim() || textIn(element?.dict, 'Alt')?.trim())

/** A box of a group, or the group as a whole, says what it is for. */
function isTold({ dict, element }: Annotation): boolean {
  return Boolean(textIn(dict, 'TU') || textIn(dictIn(dict, 'Parent'), 'TU') || textIn(element?.dict, 'Alt'))
}

const pagesOf = ({ annotations }: PdfFile) => [...new Set(annotations.map(({ page }) => page.node))]
const clips = ({ dicts }: PdfFile) => dicts.filter(dict => nameIn(dict, 'S') === 'MCD')
const lacks = (dict: PDFDict, key: string) => !dict.has(PDFName.of(key))

function isArtifactOnly(look: PDFRawStream | undefined): boolean {
  const content = look && streamText(look).trim()
  return content === undefined || (content.startsWith('/Artifact ') && content.endsWith('EMC'))
}

/** Of annotations: checkpoint 28. */
export const ANNOTATION: Record<string, Condition> = {
  '28-002': file => others(file, 'Widget', 'Link', 'PrinterMark', 'Popup')
    .filter(({ element }) => element?.role !== 'Annot')
    .map(told),
  '28-004': file => others(file, 'Widget', 'Popup', 'PrinterMark').filter(one => !isDescribed(one)).map(told),
  '28-005': file => ofSubtype(file, 'Widget').filter(one => !isTold(one)).map(told),
  '28-006': file => file.annotations
    .filter(one => !ANNOTATIONS.has(one.subtype) && (one.element?.role !== 'Annot' || !isDescribed(one)))
    .map(told),
  '28-007': file => ofSubtype(file, 'TrapNet').map(told),
  '28-008': file => pagesOf(file).filter(page => lacks(page, 'Tabs')).map(() => 'a page without Tabs'),
  '28-009': file => pagesOf(file).map(page => nameIn(page, 'Tabs') ?? 'S').filter(order => order !== 'S'),
  '28-010': file => ofSubtype(file, 'Widget').filter(({ element }) => !isWithin(element, 'Form')).map(told),
  '28-011': file => ofSubtype(file, 'Link').filter(({ element }) => !isWithin(element, 'Link')).map(told),
  '28-012': file => ofSubtype(file, 'Link').filter(({ dict }) => !textIn(dict, 'Contents')?.trim()).map(told),
  '28-014': file => clips(file).filter(dict => lacks(dict, 'CT')).map(String),
  '28-015': file => clips(file).filter(dict => lacks(dict, 'Alt')).map(String),
  '28-016': file => ofSubtype(file, 'FileAttachment')
    .filter(({ dict }) => !textIn(dictIn(dict, 'FS'), 'F') || !textIn(dictIn(dict, 'FS'), 'UF'))
    .map(told),
  '28-017': file => ofSubtype(file, 'PrinterMark').filter(({ element }) => element !== undefined).map(told),
  '28-018': file => ofSubtype(file, 'PrinterMark')
    .filter(({ dict }) => !isArtifactOnly(streamIn(dictIn(dict, 'AP'), 'N')))
    .map(told),
}
