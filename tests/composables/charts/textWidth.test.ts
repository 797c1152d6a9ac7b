import { describe, expect, it } from 'vitest'
import { textWidth, wrapText } from '../../../composables/charts/textWidth.ts'

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
    expect(wrapText(text, 20, width)).toEqual(lines)
  })
})
