import { PDFContext, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { readCidWidths } from '../../src/pdf/cidWidths.ts'

interface Font { [key: string]: string | number | Font | (number | number[])[] }

function widthsOf(font: Font, descendant: Font = {}) {
  const context = PDFContext.create()
  const dict = context.obj({ Type: 'Font', ...font })
  dict.set(PDFName.of('DescendantFonts'), context.obj([context.register(context.obj(descendant))]))
  return readCidWidths(context, dict)
}

describe('widths of a composite font', () => {
  it.each<[what: string, descendant: Font, found: Record<number, number>]>([
    ['one by one', { W: [3, [500, 250.5], 10, [0]], DW: 700 }, { 3: 500, 4: 250.5, 5: 700, 10: 0 }],
    ['of a range', { W: [3, 5, 600, 9, [1]] }, { 2: 1000, 3: 600, 5: 600, 6: 1000, 9: 1 }],
    ['all the same', { DW: 602 }, { 0: 602, 65535: 602 }],
    ['unsaid', {}, { 7: 1000 }],
  ])('are read %s', (_, descendant, found) => {
    const widthOf = widthsOf({ Subtype: 'Type0', Encoding: 'Identity-H' }, descendant)
    expect(Object.fromEntries(Object.keys(found).map(key => [key, widthOf?.(Number(key))]))).toEqual(found)
  })

  it.each<[what: string, font: Font]>([
    ['set from top to bottom', { Subtype: 'Type0', Encoding: 'Identity-V' }],
    ['of one byte a glyph', { Subtype: 'Type3', Widths: [500] }],
  ])('are unknown where it is %s', (_, font) => {
    expect(widthsOf(font)).toBeUndefined()
  })
})
