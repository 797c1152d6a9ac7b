import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { tempFolder } from '../../support/tempFiles.ts'

const name = PDFName.of

/** A word as a reader shows it, with its place from the upper left corner of the page, in points. */
export interface Word {
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * Types a text into each field and has a reader draw and flatten it.
 *
 * @returns all words of the first page
 */
export async function typedAndFlattened(pdf: Uint8Array, text: string): Promise<Word[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  for (const [, dict] of document.context.enumerateIndirectObjects()) {
    if (dict instanceof PDFDict && dict.get(name('FT')) === name('Tx')) {
      dict.set(name('V'), PDFHexString.fromText(text))
      dict.delete(name('AP'))
    }
  }
  document.catalog.lookup(name('AcroForm'), PDFDict).set(name('NeedAppearances'), PDFBool.True)
  const [filled, flat] = ['filled.pdf', 'flat.pdf'].map(file => join(tempFolder(), file)) as [string, string]
  writeFileSync(filled, await document.save())
  execFileSync('pdftocairo', ['-pdf', filled, flat], { stdio: 'ignore' })
  const boxes = execFileSync('pdftotext', ['-bbox', flat, '-'], { encoding: 'utf8' })
  return [...boxes.matchAll(/<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">([^<]*)<\/word>/g)].map(
    ([, left, top, right, bottom, word = '']) => ({
      text: word,
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    }),
  )
}
