import { Encodings } from '@pdf-lib/standard-fonts'

/** Names of the Adobe Glyph List that the standard fonts have, and those that are made of a number. */
const NAMES = new Set(Object.values(Encodings).flatMap((encoding) => {
  const known = encoding as unknown as {
    supportedCodePoints: number[]
    encodeUnicodeCodePoint: (code: number) => { name: string }
  }
  return known.supportedCodePoints.map(code => known.encodeUnicodeCodePoint(code).name)
}))

export function isGlyphName(text: string): boolean {
  return NAMES.has(text) || /^(?:uni[\dA-F]{4}|u[\dA-F]{4,6})$/.test(text) || text === '.notdef'
}
