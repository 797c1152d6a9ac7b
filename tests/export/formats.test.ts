import { expect, it } from 'vitest'
import { parseFormats } from '../../src/export/formats.ts'

it.each([
  [undefined, ['pdf', 'notes', 'pptx', 'png']],
  ['png', ['png']],
  ['png, pdf,png', ['pdf', 'png']],
])('formats of %j are %j, each once and in one order', (text, formats) => {
  expect(parseFormats(text)).toEqual(formats)
})

it.each(['', 'pdf,', 'ppt', 'PDF', 'constructor'])('format %j is refused', (text) => {
  expect(() => parseFormats(text))
    .toThrow(`--format is "${text}"; write one or more of pdf, notes, pptx, png, with commas between them.`)
})
