import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatString } from '../../src/pdf/contentString.ts'
import { joinGlyphs } from '../../src/pdf/joinGlyphs.ts'
import { placesOf } from './support/placesOf.ts'

/** One font of two bytes a glyph, and one of whose glyphs nothing is known. */
const widthsOf = (font: string) =>
  font === 'F1' ? (code: number) => (code === 0x41 ? 600 : code === 0x42 ? 250 : 400 + (code % 300)) : undefined
const join = (content: string) => joinGlyphs(content, widthsOf)
const [A, B] = ['<0041>', '<0042>']
const text = (content: string) => `BT /F1 10 Tf 1 0 0 1 50 700 Tm ${content} ET`

describe('glyphs of a line', () => {
  it.each<[what: string, content: string, joined: string]>([
    ['that follow each other become one string', `${A} Tj 6 0 Td ${B} Tj 2.5 0 Td ${A} Tj`, '(\0A\0B\0A) Tj'],
    ['that follow each other without a move do, too', `${A} Tj ${B} Tj`, '(\0A\0B) Tj'],
    ['say how much closer the next one is', `${A} Tj 5.5 0 Td ${B} Tj`, '[(\0A)50(\0B)] TJ'],
    ['say how much further away the next one is', `${A} Tj 7 0 Td ${B} Tj`, '[(\0A)-100(\0B)] TJ'],
    ['say nothing of less than a hundredth of a point', `${A} Tj 6.009 0 Td ${B} Tj`, '(\0A\0B) Tj'],
    [
      'count in what a move before them leaves out',
      `0.0045 0 Td ${A} Tj 6.0065 0 Td ${B} Tj`,
      '0 0 Td [(\0A)-1(\0B)] TJ',
    ],
    ['may come several in a string', '<00410042> Tj 8.5 0 Td <0042> Tj', '(\0A\0B\0B) Tj'],
    ['may be written as characters', '(\\000A) Tj 6 0 Td (\\000\\)) Tj', '(\0A\0\\)) Tj'],
    ['stay alone where the next one is on another line', `${A} Tj 0 -12 Td ${B} Tj`, `${A} Tj 0 -12 Td ${B} Tj`],
    [
      'start the next line where it started',
      `${A} Tj 6 0 Td ${B} Tj -6 -12 Td ${A} Tj`,
      `(\0A\0B) Tj 0 -12 Td ${A} Tj`,
    ],
    [
      'end at a mark, which encloses what it did',
      `${A} Tj 6 0 Td /Span<</ActualText <feff2019>>> BDC ${B} Tj EMC 2.5 0 Td ${A} Tj`,
      `${A} Tj 6 0 Td /Span<</ActualText <feff2019>>> BDC ${B} Tj EMC 2.5 0 Td ${A} Tj`,
    ],
    [
      'end at a mark in the middle of them',
      `${A} Tj 6 0 Td ${B} Tj EMC 2.5 0 Td ${A} Tj`,
      `(\0A\0B) Tj EMC 8.5 0 Td ${A} Tj`,
    ],
    [
      'end at a colour',
      `${A} Tj 6 0 Td ${B} Tj 1 0 0 rg 2.5 0 Td ${A} Tj 6 0 Td ${A} Tj`,
      `(\0A\0B) Tj 1 0 0 rg 8.5 0 Td (\0A\0A) Tj`,
    ],
    ['keep a move that nothing follows', `${A} Tj 6 0 Td ${B} Tj 2.5 0 Td T*`, '(\0A\0B) Tj 8.5 0 Td T*'],
    ['go back to their line\'s start for what starts there', `${A} Tj 6 0 Td ${B} Tj T*`, '(\0A\0B) Tj 6 0 Td T*'],
    ['of half a code stay', '<00> Tj 6 0 Td <0041> Tj', '<00> Tj 6 0 Td <0041> Tj'],
    ['of a font of unknown widths stay', `/F2 10 Tf (A) Tj 6 0 Td (B) Tj`, `/F2 10 Tf (A) Tj 6 0 Td (B) Tj`],
    [
      'of a font that a graphics state may bring stay',
      `/G1 gs ${A} Tj 6 0 Td ${B} Tj`,
      `/G1 gs ${A} Tj 6 0 Td ${B} Tj`,
    ],
    ['that are spread stay', `0.5 Tc ${A} Tj 6.5 0 Td ${B} Tj`, `0.5 Tc ${A} Tj 6.5 0 Td ${B} Tj`],
    ['that are spread by nothing are joined', `0 Tc 100 Tz ${A} Tj 6 0 Td ${B} Tj`, '0 Tc 100 Tz (\0A\0B) Tj'],
  ])('%s', (_, content, joined) => {
    expect(join(text(content))).toBe(text(joined))
  })

  it('are joined closer where they are drawn larger', () => {
    const content = (scale: number) => `q ${scale} 0 0 ${scale} 0 0 cm ${text(`${A} Tj 6.006 0 Td ${B} Tj`)} Q`
    expect(join(content(1))).toContain('(\0A\0B) Tj')
    expect(join(content(4))).toContain('[(\0A)-0.6(\0B)] TJ')
  })

  it('are joined after the font of the text before is gone', () => {
    const content = `BT /F1 10 Tf ET BT ${A} Tj 6 0 Td ${B} Tj ET`
    expect(join(content)).toBe(content)
  })
})

const code = fc.oneof(
  fc.constantFrom(0x41, 0x42, 0x28, 0x29, 0x5C, 0x0D, 0x0A0D, 0x285C),
  fc.integer({ min: 0, max: 0xFFFF }),
)
const string = fc.tuple(fc.array(code, { minLength: 1, maxLength: 4 }), fc.boolean()).map(([codes, inHex]) => inHex
  ? `<${codes.map(code => code.toString(16).padStart(4, '0')).join(' ')}>`
  : formatString(String.fromCharCode(...codes.flatMap(code => [code >> 8, code & 0xFF]))))
const length = fc.integer({ min: -400_000_000, max: 400_000_000 }).map(value => (value / 1e7).toFixed(7))
const shows = string.map(written => `${written} Tj`)
const moves = length.map(dx => `${dx} 0 Td`)
const others = fc.oneof(
  fc.tuple(length, length).map(([dx, dy]) => `${dx} ${dy} Td`),
  string.map(written => `[${written} 120 ${written}] TJ`),
  string.map(written => `${written} '`),
  fc.constantFrom(
    '/Span <</ActualText (T\\(j)>> BDC',
    'EMC',
    '1 0 0 rg',
    '/F1 9.33 Tf',
    '/F2 12 Tf',
    '/F1 1 Tf',
    '/F1 88 Tf',
    '1 0 0 1 30.5 90 Tm',
    '3 -14 TD',
    '/G3 gs',
  ),
)
const content = fc
  .array(fc.oneof({ weight: 6, arbitrary: shows }, { weight: 6, arbitrary: moves }, { weight: 2, arbitrary: others }), {
    maxLength: 60,
  })
  .map(operations => `BT\n/F1 10.6599998 Tf\n1 0 0 1 64 36 Tm\n${operations.join('\n')}\nET`)

describe('any text', () => {
  it('shows the same glyphs between the same marks, each within a 50th of a point of its place', () => {
    fc.assert(
      fc.property(content, (written) => {
        const before = placesOf(written, widthsOf)
        const after = placesOf(join(written), widthsOf)
        expect(after.map(shown => (typeof shown === 'string' ? shown : shown.code))).toEqual(
          before.map(shown => (typeof shown === 'string' ? shown : shown.code)),
        )
        const off = before.map((glyph, i) => {
          const there = after[i]
          return typeof glyph === 'string' || typeof there !== 'object'
            ? 0
            : Math.max(Math.abs(glyph.x - there.x), Math.abs(glyph.y - there.y))
        })
        expect(Math.max(...off)).toBeLessThan(0.02)
      }),
      { numRuns: 500 },
    )
  })

  it('is not changed by joining it again', () => {
    fc.assert(fc.property(content, (written) => {
      const once = join(written)
      expect(join(once)).toBe(once)
    }), { numRuns: 300 })
  })

  it('ends where it ended, however many glyphs there are', () => {
    const gaps = fc.array(
      fc.integer({ min: -30_000_000, max: 90_000_000 }).map(value => value / 1e7),
      { minLength: 200, maxLength: 400 },
    )
    fc.assert(
      fc.property(gaps, (dxs) => {
        const long = text(`${A} Tj ${dxs.map(gap => `${gap.toFixed(7)} 0 Td ${A} Tj`).join(' ')}`)
        const last = placesOf(join(long), widthsOf)
          .filter(shown => typeof shown === 'object')
          .at(-1)
        expect(Math.abs((last?.x ?? NaN) - 50 - dxs.reduce((sum, gap) => sum + gap, 0))).toBeLessThan(0.02)
        expect(join(long).match(/T[jJ]/g)).toHaveLength(1)
      }),
      { numRuns: 50 },
    )
  })
})
