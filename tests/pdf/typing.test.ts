import { PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { fontResources, lettersIn, TYPED_TEXT } from '../../src/pdf/fieldAppearance.ts'
import { embedFieldFont } from '../../src/pdf/fieldFont.ts'
import { formatFieldAddress } from '../../src/pdf/fieldMark.ts'
import { readCharacters } from '../../src/pdf/fontCharacters.ts'
import { finishPdf } from '../../src/pdf/index.ts'
import { typedFont } from '../../src/pdf/typedFont.ts'
import { printedLinks } from './support/printedLinks.ts'
import { typedAndFlattened } from './support/readers.ts'

const FACTS = {
  title: 'A sheet',
  language: 'en',
  date: new Date('2026-11-01'),
  author: 'The kit',
  headings: [],
  words: '',
  linkWords: new Map<string, string>(),
}
/** From the lower left corner, in points: a line, three lines, a cell. */
const RECTS = [[20, 700, 520, 718], [20, 600, 520, 658], [20, 500, 140, 523]]
const PAGE_HEIGHT = 800
const NAMES = [
  'Zażółć gęślą jaźń',
  'Νίκος Καζαντζάκης',
  'Юлия Їжакевич',
  'Nguyễn Thị Ánh Đào',
  'Þórður Ğüneş Ňěmcová',
]

async function sheet(): Promise<Uint8Array> {
  const marks = ['A line', 'Three lines', 'A cell'].map((label, i) =>
    formatFieldAddress({ kind: i === 1 ? 'lines' : 'text', label }))
  const { pdf } = await finishPdf(await printedLinks(marks, RECTS, [560, PAGE_HEIGHT]), FACTS)
  return pdf
}

describe('what is typed into a form', () => {
  it.each(NAMES)('has all the letters of %s, within its field', async (text) => {
    const words = await typedAndFlattened(await sheet(), text)
    expect(words.map(word => word.text).join(' ')).toBe([text, text, text].join(' '))
    for (const { left, top, right, bottom } of words) {
      const fits = RECTS.some(([west = 0, south = 0, east = 0, north = 0]) =>
        left >= west - 1 && right <= east + 1 && top >= PAGE_HEIGHT - north - 2 && bottom <= PAGE_HEIGHT - south + 2)
      expect(fits).toBe(true)
    }
  })

  it('may be as long as the field holds in small type, and is not cut off', async () => {
    const document = await PDFDocument.load(await sheet())
    const most = document.context.enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter(object => object instanceof PDFDict && object.has(PDFName.of('MaxLen')))
      .map(field => (field as PDFDict).lookup(PDFName.of('MaxLen'), PDFNumber).asNumber())
    const sizes = RECTS.map(([left = 0, bottom = 0, right = 0, top = 0]) => [right - left, top - bottom] as const)
    expect(most).toEqual(sizes.map(lettersIn))
    expect(most[1]).toBeGreaterThan(300)
    const text = 'what the bill leaves out '.repeat(40).slice(0, Math.min(...most)).trim()
    const words = await typedAndFlattened(await sheet(), text)
    expect(words.map(word => word.text).join(' ')).toBe([text, text, text].join(' '))
  })

  it('is in a font that knows no letter it has not, but for Chromium, which shows a box', async () => {
    const document = await PDFDocument.create()
    const font = await typedFont()
    const { plain, boxed } = embedFieldFont(document, font)
    const [own, all] = [plain, boxed].map(ref => readCharacters(document.context.lookup(ref, PDFDict)))
    const codeOf = (map: Map<number, string> | undefined, letter: string) =>
      [...map ?? []].find(([, text]) => text === letter)?.[0]
    for (const letter of 'żΩЖễß€') {
      expect(codeOf(own, letter)).toBe(font.glyphs.get(letter.codePointAt(0) ?? 0))
      expect(codeOf(all, letter)).toBe(codeOf(own, letter))
    }
    for (const letter of '深ع한') {
      expect(codeOf(own, letter)).toBeUndefined()
      expect(codeOf(all, letter)).toBeGreaterThanOrEqual(font.widths.length)
    }
    const [name] = Object.keys(fontResources({ plain, boxed }))
    expect(TYPED_TEXT.lastIndexOf('Tf')).toBeGreaterThan(TYPED_TEXT.indexOf(`/${name}`))
    expect(document.context.lookup(plain, PDFDict).get(PDFName.of('Encoding'))).toBe(PDFName.of('Identity-H'))
  })
})

describe('boxes of which one is to be ticked', () => {
  it('are one field of several boxes, and another where the question is asked again', async () => {
    const labels = ['A, tick one: yes', 'A, tick one: no', 'B', 'A, tick one: a guess', 'A, tick one: sure']
    const marks = labels.map(label => formatFieldAddress({ kind: label === 'B' ? 'check' : 'one', label }))
    const rects = labels.map((_, i) => [9, 20 * i, 24, 20 * i + 15])
    const { pdf } = await finishPdf(await printedLinks(marks, rects), FACTS)
    const form = (await PDFDocument.load(pdf)).getForm()
    expect(form.getFields().map(field => field.getName())).toEqual(['A', 'B', 'A (2)'])
    expect(form.getRadioGroup('A').getOptions()).toEqual(['yes', 'no'])
    expect(form.getRadioGroup('A (2)').getOptions()).toEqual(['a-guess', 'sure'])
    form.getRadioGroup('A').select('yes')
    form.getRadioGroup('A').select('no')
    expect(form.getRadioGroup('A').getSelected()).toBe('no')
  })
})
