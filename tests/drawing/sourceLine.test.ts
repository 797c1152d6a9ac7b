import type { Source } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { formatSourceLine } from '../../src/drawing/sourceLine.ts'
import { textWidth } from '../../src/drawing/textMetrics.ts'

const sources = (...names: string[]): Source[] =>
  names.map(short => ({ title: 'A title', publisher: 'A house', date: '2025', short, kind: 'press', read: true }))

describe('the source line', () => {
  it.each<[what: string, names: string[], asOf: string | undefined, line: string]>([
    ['names sources and the month', ['V3 report', 'Heim'], '2026-11-30', 'Sources: V3 report, Heim. As of Nov 2026.'],
    ['has one source in the singular', ['V3 report'], '2024-12', 'Source: V3 report. As of Dec 2024.'],
    ['names a publisher of two sources once', ['Reuters', 'AP', 'Reuters'], undefined, 'Sources: Reuters, AP.'],
    ['has one full stop after a name with its own', ['Inc.'], '2025', 'Source: Inc. As of 2025.'],
    ['has only a date', [], '2025', 'As of 2025.'],
    ['is empty without either', [], undefined, ''],
  ])('%s', (_, names, asOf, line) => {
    expect(formatSourceLine(sources(...names), { asOf })).toBe(line)
  })

  it('counts the sources that do not fit', () => {
    const all = sources('V3 report', 'SemiAnalysis', 'Tom\'s Hardware', 'Emirates News Agency')
    const lineIn = (width: number) => formatSourceLine(all, { asOf: '2026-11', width, size: 13 })
    const whole = lineIn(Infinity)
    expect(whole).toBe('Sources: V3 report, SemiAnalysis, Tom\'s Hardware, Emirates News Agency. As of Nov 2026.')
    expect(lineIn(textWidth(whole, 13))).toBe(whole)
    expect(lineIn(textWidth(whole, 13) - 1)).toBe(
      'Sources: V3 report, SemiAnalysis, Tom\'s Hardware and 1 more. As of Nov 2026.',
    )
    expect(lineIn(300)).toBe('Sources: V3 report and 3 more. As of Nov 2026.')
  })

  it('names at least one source, however narrow', () => {
    expect(formatSourceLine(sources('V3 report', 'Heim'), { width: 10 })).toBe('Sources: V3 report and 1 more.')
  })

  it.each([300, 400, 600, 800])('is never wider than its room of %i px', (width) => {
    const many = sources(...Array.from({ length: 20 }, (_, i) => `A publisher no. ${i}`))
    expect(textWidth(formatSourceLine(many, { width }), 13)).toBeLessThanOrEqual(width)
  })
})
