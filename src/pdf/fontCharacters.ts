import type { PDFDict } from '@cantoo/pdf-lib'
import { PDFRawStream } from '@cantoo/pdf-lib'
import { name } from './names.ts'
import { streamText } from './packedStream.ts'

const BLOCK = /begin(bfchar|bfrange)([\s\S]*?)end\1/g
const CHAR = /<(\w+)>\s*<(\w+)>/g
const RANGE = /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g

/** The text that each code of a font stands for, as its map of characters says (ISO 32000-1, 9.10.3). */
export function readCharacters(font: PDFDict): Map<number, string> {
  const characters = new Map<number, string>()
  const map = font.lookup(name('ToUnicode'))
  if (!(map instanceof PDFRawStream))
    return characters
  for (const [, kind, lines = ''] of streamText(map).matchAll(BLOCK)) {
    if (kind === 'bfchar') {
      for (const [, code = '', text = ''] of lines.matchAll(CHAR))
        characters.set(Number.parseInt(code, 16), textOf(text))
      continue
    }
    for (const [, first = '', last = '', text = ''] of lines.matchAll(RANGE)) {
      const start = Number.parseInt(first, 16)
      for (let code = start; code <= Number.parseInt(last, 16); code++)
        characters.set(code, String.fromCodePoint((textOf(text).codePointAt(0) ?? 0) + code - start))
    }
  }
  return characters
}

/** UTF-16, written in hexadecimal. */
function textOf(digits: string): string {
  return String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map(unit => Number.parseInt(unit, 16)))
}
