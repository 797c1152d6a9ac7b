import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth, wrapText } from '../../src/drawing/textMetrics.ts'

describe('textWidth', () => {
  // What Chromium measures of Archivo Bold at 100 px.
  it.each<[text: string, measured: number]>([
    ['DeepSeek-V3 and R1', 996],
    ['$294,672', 445],
    ['−16.97%', 431],
    ['$1.3–1.6bn', 527],
    ['Llama 3.1 405B', 732],
    ['Four firms’ investment', 1057],
    ['estimated', 475],
    ['WWW MMM', 570],
    ['ill fitting', 375],
    ['2,788K', 342],
  ])('of "%s" is never short of the real one and at most a tenth over', (text, measured) => {
    expect(textWidth(text, 100)).toBeGreaterThanOrEqual(measured)
    expect(textWidth(text, 100)).toBeLessThan(measured * 1.1)
  })

  // Of its weight 800 at 75% width.
  it.each<[text: string, measured: number]>([
    ['{{7*7}}', 280],
    ['[x]', 119.8],
    ['#ai', 125.9],
    ['a/b!', 154.5],
    ['<img src=x>', 497.7],
  ])('of "%s" is not short as a headline either', (text, measured) => {
    expect(textWidth(text, 100, true)).toBeGreaterThanOrEqual(measured)
  })

  it('gives letters of other scripts their full width, condensed or not', () => {
    expect(textWidth('六百万', 100, true)).toBeGreaterThanOrEqual(300)
    expect(textWidth('ستة', 100, true)).toBe(textWidth('ستة', 100))
  })

  it('grows with the size and has room for letters that it does not know', () => {
    expect(textWidth('Nvidia', 40)).toBeCloseTo(2 * textWidth('Nvidia', 20), 9)
    expect(textWidth('é', 20)).toBeGreaterThan(textWidth('e', 20))
  })
})

describe('wrapText', () => {
  it.each<[text: string, width: number, lines: string[]]>([
    ['one two three', 1000, ['one two three']],
    ['one two three', textWidth('one two', 20), ['one two', 'three']],
    ['one two three', textWidth('one two', 20) - 1, ['one', 'two', 'three']],
    ['incomprehensibilities', 10, ['incomprehensibilities']],
    ['a incomprehensibilities b', 20, ['a', 'incomprehensibilities', 'b']],
  ])('breaks "%s" at %d px', (text, width, lines) => {
    expect(wrapText(text, width, 20)).toEqual(lines)
  })
})

describe('letters and lines', () => {
  /** Advances in Chromium in thousandths of an em: Archivo at weight 700, and at 75% width and weight 800. */
  const MEASURED = [
    'a580/491 b608/495 c573/475 e584/484 f313/283 g607/478 i267/238 k570/490 l267/238 m891/733 n602/491 o613/493',
    'r380/319 s556/446 t342/305 v547/447 w798/684 y547/444',
    'A724/584 C733/589 D739/589 E683/537 G802/629 H754/601 I301/273 M872/758 O793/634 R730/584 S679/537 T641/532',
    'V694/560 W964/797',
    '0595/495 1596/452 .307/248 ,307/248 :335/260 ’280/225 “488/400 -333/272 –500/375 (364/368 $556/446 %973/800',
    '·333/252',
  ].join(' ')

  it.each(
    MEASURED.split(' ').map(
      part => [part.slice(0, 1), ...part.slice(1).split('/').map(Number)] as [string, number, number],
    ),
  )('never measures %s narrower than it is', (letter, bold, condensed) => {
    expect(textWidth(letter, 1000)).toBeGreaterThanOrEqual(bold)
    expect(textWidth(letter, 1000, true)).toBeGreaterThanOrEqual(condensed * 0.98)
    expect(textWidth(letter, 1000)).toBeLessThan(bold * 1.3)
  })

  it('breaks a text into lines that fit and lose nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 20, max: 300 }),
        (words, width) => {
          const lines = wrapText(words.join(' '), width, 17, true)
          expect(lines.join(' ')).toBe(words.join(' '))
          expect(lines.filter(line => line.includes(' ') && textWidth(line, 17, true) > width)).toEqual([])
        },
      ),
    )
  })
})
