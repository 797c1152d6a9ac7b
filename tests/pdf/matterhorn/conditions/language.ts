import type { PDFDict } from '@cantoo/pdf-lib'
import type { Element, PdfFile } from '../file.ts'
import type { Condition } from '../index.ts'
import { dictIn, textIn } from '../file.ts'

/** A language tag, such as `en` or `pt-BR` (RFC 5646). */
const TAG = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i

const isLanguage = (text: string | undefined) => text !== undefined && TAG.test(text)
const ofDocument = ({ catalog }: PdfFile) => isLanguage(textIn(catalog, 'Lang'))

function ofElement(element: Element | undefined): boolean {
  for (let one = element; one; one = one.parent) {
    if (isLanguage(textIn(one.dict, 'Lang')))
      return true
  }
  return false
}

const unless = (known: boolean, found: string[]) => known ? [] : found

function outlineTitles(catalog: PDFDict): string[] {
  const titlesUnder = (node: PDFDict | undefined): string[] => {
    const titles: string[] = []
    for (let entry = dictIn(node, 'First'); entry; entry = dictIn(entry, 'Next'))
      titles.push(textIn(entry, 'Title') ?? '', ...titlesUnder(entry))
    return titles
  }
  return titlesUnder(dictIn(catalog, 'Outlines'))
}

/** The metadata say a language for each text that is in one. */
function metadataIn(metadata: string): string[] {
  const texts = [...metadata.matchAll(/<rdf:li xml:lang="([^"]*)">/g)].map(([, language]) => language)
  return texts.every(language => language === 'x-default') ? ['only a default text'] : []
}

/** Of natural language: checkpoint 11. */
export const LANGUAGE: Record<string, Condition> = {
  '11-001': file => unless(
    ofDocument(file),
    file.elements.filter(element => element.kids.length === 0 && !ofElement(element)).map(({ type }) => type),
  ),
  '11-002': file => unless(
    ofDocument(file),
    file.elements
      .filter(element => ['Alt', 'ActualText', 'E'].some(key => textIn(element.dict, key)) && !ofElement(element))
      .map(({ type }) => type),
  ),
  '11-003': file => unless(ofDocument(file), outlineTitles(file.catalog)),
  '11-004': file => unless(
    ofDocument(file),
    file.annotations
      .filter(({ dict, element }) => textIn(dict, 'Contents') && !ofElement(element))
      .filter(({ dict }) => !isLanguage(textIn(dict, 'Lang')))
      .map(({ subtype }) => subtype),
  ),
  '11-005': file => unless(
    ofDocument(file),
    file.annotations
      .filter(({ dict, element }) => textIn(dict, 'TU') && !ofElement(element))
      .map(({ dict }) => textIn(dict, 'TU') ?? ''),
  ),
  '11-006': file => unless(ofDocument(file), metadataIn(file.metadata ?? '')),
}
