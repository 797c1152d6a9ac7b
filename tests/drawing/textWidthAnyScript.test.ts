import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelLines } from '../../src/drawing/polls/labelLines.ts'
import { textWidth } from '../../src/drawing/textMetrics.ts'
import { lineCount, textWidthAnyScript } from '../../src/drawing/textWidthAnyScript.ts'
import { MANY_WORDS, SLACK } from '../polls/support/drawnPolls.ts'

describe('the width of a text in any script', () => {
  it.each(['DeepSeek-V3', 'Überraschung', '$5.6M – “cheap”…'])('of "%s" is measured in the deck’s own font', (text) => {
    expect(textWidthAnyScript(text, 20)).toBeCloseTo(textWidth(text, 20), 6)
    expect(textWidthAnyScript(text, 20, true)).toBeCloseTo(textWidth(text, 20, true), 6)
  })

  it.each<[what: string, text: string, least: number]>([
    ['Chinese', '人工智能', 4],
    ['Japanese', '安いモデル', 5],
    ['Korean', '딥시크', 3],
    ['letters of full width', 'ＡＩ', 2],
    ['an emoji', '🚀', 1.3],
    ['a flag', '🇨🇳', 1.3],
    // Measured of DejaVu Sans Bold in Chromium.
    ['Arabic', 'الاصطناعي', 5.49],
    ['short Arabic', 'خوف', 2.52],
    ['Hebrew', 'מלאכותית', 4.64],
    ['Russian', 'искусственный', 8.71],
    ['Russian with wide letters', 'Шашлык', 5.28],
    ['Greek', 'νοημοσύνη', 6.39],
    ['Thai', 'ประหยัด', 4.2],
    ['a script that is not known', 'ქართული', 7],
    ['Hindi', 'चीन', 1.8],
  ])('of %s is at least what every system sets it in, condensed or not', (_, text, ems) => {
    expect(textWidthAnyScript(text, 10)).toBeGreaterThanOrEqual(ems * 10 - SLACK)
    expect(textWidthAnyScript(text, 10, true)).toBe(textWidthAnyScript(text, 10))
  })

  it('is zero for combining marks and joiners', () => {
    expect(textWidthAnyScript('e\u0301\u200D\uFE0F', 20)).toBe(textWidthAnyScript('e', 20))
  })
})

describe('the lines of a text', () => {
  it.each<[text: string, width: number, lines: number]>([
    ['', 100, 1],
    ['hype', 100, 1],
    ['two words', textWidthAnyScript('two words', 20), 1],
    ['two words', textWidthAnyScript('two words', 20) - 1, 2],
    ['人工智能', 60, 3],
    ['so 人工智能 so', 60, 5],
  ])('of "%s" at %d px are %d', (text, width, lines) => {
    expect(lineCount(text, width, 20)).toBe(lines)
  })

  it('are never fewer than the text needs', () => {
    const words = fc.array(fc.constantFrom(...MANY_WORDS.map(([text]) => text), 'a', 'of', 'the'), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 600 }), fc.boolean(), (some, width, condensed) => {
        const text = some.join(' ')
        expect(lineCount(text, width, 18, condensed)).toBeGreaterThanOrEqual(
          labelLines(text, { width, size: 18, condensed }, Infinity).length,
        )
      }),
    )
  })
})
