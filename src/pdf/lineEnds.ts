import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import { PDFDict, PDFRawStream } from '@cantoo/pdf-lib'
import { parseNumbers, parseOperations } from './contentStream.ts'
import { formatString, parseStrings } from './contentString.ts'
import { readCharacters } from './fontCharacters.ts'
import { resourcesOf, taggedForms } from './forms.ts'
import { name } from './names.ts'
import { plainStream, streamText } from './packedStream.ts'
import { createRewriter } from './rewriter.ts'

const SHOWS_TEXT = new Set(['Tj', 'TJ'])

interface Font {
  /** The text of each code. */
  characters: ReadonlyMap<number, string>
  /** Code of the space, in two bytes; undefined where the font has none. */
  space: string | undefined
}

/**
 * Ends each line of text with the space that belongs there. A browser hangs it beyond the end of the line, and Chromium
 * does not print it, so that a screen reader would run two words together.
 *
 * @param words of the page: they tell a line that ends between words from one that ends within an address
 */
export function endLines(document: PDFDocument, words: string): void {
  const { context } = document
  const neighbours = neighboursIn(words)
  const known = new Map<PDFDict, Font>()
  const end = (ref: PDFRef, stream: PDFRawStream, resources: PDFDict | undefined) => {
    const fonts = resources?.lookupMaybe(name('Font'), PDFDict)
    const content = streamText(stream)
    const ended = endLinesOf(content, neighbours, (fontName) => {
      const dict = fonts?.lookupMaybe(name(fontName), PDFDict)
      const font = dict && (known.get(dict) ?? fontOf(readCharacters(dict)))
      if (font)
        known.set(dict, font)
      return font
    })
    if (ended !== content)
      context.assign(ref, plainStream(stream.dict, ended))
  }
  const tagged = taggedForms(document)
  for (const { node } of document.getPages()) {
    const ref = node.get(name('Contents')) as PDFRef
    const stream = context.lookup(ref)
    if (stream instanceof PDFRawStream)
      end(ref, stream, node.Resources())
  }
  for (const [ref, stream] of context.enumerateIndirectObjects()) {
    if (stream instanceof PDFRawStream && tagged.has(stream.dict))
      end(ref, stream, resourcesOf(stream))
  }
}

export function fontOf(characters: ReadonlyMap<number, string>): Font {
  const code = [...characters].find(([, character]) => character === ' ')?.[0]
  return { characters, space: code === undefined ? undefined : String.fromCharCode(code >> 8, code & 0xFF) }
}

/** Each two words with a space between them. */
export function neighboursIn(words: string): ReadonlySet<string> {
  const all = words.toLowerCase().split(/\s+/)
  return new Set(all.slice(1).map((word, i) => `${all[i]} ${word}`))
}

/**
 * Ends the lines of one stream.
 *
 * @param content of a stream, one character a byte
 * @param neighbours words that follow each other, in small letters
 */
export function endLinesOf(
  content: string,
  neighbours: ReadonlySet<string>,
  fontNamed: (name: string) => Font | undefined,
): string {
  const output = createRewriter(content)
  let font: Font | undefined
  let y = 0
  /** The last word so far, and where a space could follow it. */
  let last: { word: string, y: number, at: number, space: string } | undefined
  for (const { operator, operands, end } of parseOperations(content)) {
    if (operator === 'Tf') {
      font = fontNamed(/\/(\S+)/.exec(operands)?.[1] ?? '')
    }
    else if (operator === 'Tm') {
      y = parseNumbers(operands)[5] ?? Number.NaN
    }
    else if (operator === 'Td') {
      y += parseNumbers(operands)[1] ?? Number.NaN
    }
    else if (SHOWS_TEXT.has(operator) && font) {
      const shown = textOf(operands, font.characters).toLowerCase().split(/\s+/)
      const [first] = shown
      if (last && last.y !== y && first && neighbours.has(`${last.word} ${first}`))
        output.replace(last.at, last.at, ` ${formatString(last.space)} Tj`)
      const goesOn = last?.y === y && shown.length === 1
      const word = `${goesOn ? last?.word : ''}${shown.at(-1)}`
      last = font.space === undefined || word === '' ? undefined : { word, y, at: end, space: font.space }
    }
  }
  return output.end()
}

function textOf(operands: string, characters: ReadonlyMap<number, string>): string {
  const bytes = parseStrings(operands)
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += characters.get(bytes.charCodeAt(i) << 8 | bytes.charCodeAt(i + 1)) ?? '\uFFFD'
  return text
}
