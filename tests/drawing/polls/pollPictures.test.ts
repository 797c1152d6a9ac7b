import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutDumbbells } from '../../../src/drawing/polls/dumbbells.ts'
import { layOutCards } from '../../../src/drawing/polls/optionCards.ts'
import { layOutRanks } from '../../../src/drawing/polls/rankBars.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { MAX_OPTIONS } from '../../../src/polls/kinds/schemaParts.ts'

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }).map(words => words.replace(/\s+/g, ' ').trim() || '–'),
  fc.constantFrom('Donaudampfschifffahrtsgesellschaftskapitän', 'ذكاء اصطناعي صيني رخيص', '深度求索的开放权重', 'Yes 🎉'),
)
const texts = fc.array(text, { minLength: 2, maxLength: MAX_OPTIONS })
const wide = (lines: string[], size: number) => Math.max(...lines.map(line => textWidthAnyScript(line, size)))

describe('cards of options', () => {
  it('fit the space, and their words fit the cards', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 240, max: 320 }), (options, height) => {
        const layout = layOutCards(options, { width: 656, height })
        expect(layout.perColumn * (layout.height + layout.gap) - layout.gap).toBeLessThanOrEqual(height)
        expect(layout.height).toBeGreaterThanOrEqual(32)
        const columns = Math.ceil(options.length / layout.perColumn)
        expect(columns).toBeLessThanOrEqual(2)
        const width = (656 - 14 * (columns - 1)) / columns
        expect(layout.textSize).toBeGreaterThanOrEqual(18)
        for (const lines of layout.cards) {
          expect(lines.length * layout.textSize * 1.12).toBeLessThanOrEqual(layout.height)
          expect(wide(lines, layout.textSize)).toBeLessThanOrEqual(width - layout.plate - 36 + 1e-6)
        }
      }),
    )
  })
})

describe('two votes as dumbbells', () => {
  const share = fc.integer({ min: 0, max: 100 })
  const options = fc.array(fc.record({ text, first: share, second: share }), { minLength: 2, maxLength: MAX_OPTIONS })

  it('keep dots on their axis with room for a number on either side, and words off it', () => {
    fc.assert(
      fc.property(options, fc.integer({ min: 280, max: 360 }), (rows, height) => {
        const layout = layOutDumbbells(rows, { width: 868, height })
        expect(layout.rowHeight * rows.length).toBeLessThanOrEqual(height)
        for (const row of layout.rows) {
          for (const x of [row.first, row.second]) {
            expect(x).toBeGreaterThanOrEqual(layout.axis[0])
            expect(x).toBeLessThanOrEqual(layout.axis[1])
          }
          // `100%` in the larger type, beyond the larger dot.
          expect(layout.axis[1] + 20 + textWidthAnyScript('100%', 40, true)).toBeLessThanOrEqual(868)
          expect(row.lines.length * layout.textSize * 1.14).toBeLessThanOrEqual(layout.rowHeight)
        }
      }),
    )
  })

  it('put each number outside of its own dot', () => {
    const rows = [{ text: 'Up', first: 10, second: 30 }, { text: 'Down', first: 30, second: 10 }]
    const { rows: placed } = layOutDumbbells(rows, { width: 868, height: 300 })
    expect(placed.map(row => row.firstAnchor)).toEqual(['end', 'start'])
  })
})

describe('a ranking', () => {
  const options = fc.integer({ min: 2, max: MAX_OPTIONS }).chain(count =>
    fc.array(
      fc.record({ text, places: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: count, maxLength: count }) }),
      { minLength: count, maxLength: count },
    ))

  it('has bars of everybody, parted by place, within the picture', () => {
    fc.assert(
      fc.property(options, fc.integer({ min: 320, max: 390 }), (rows, height) => {
        const people = Math.max(...rows.map(row => row.places.reduce((sum, count) => sum + count, 0)))
        const layout = layOutRanks(rows, people, { width: 868, height })
        expect(layout.rowHeight * rows.length + 28).toBeLessThanOrEqual(height + 1e-6)
        expect(layout.barLeft + layout.barWidth).toBeCloseTo(868, 6)
        for (const [i, row] of layout.rows.entries()) {
          row.parts.forEach((part, at) => {
            const { x, width } = row.parts[at - 1] ?? { x: 0, width: 0 }
            expect(part.x).toBeCloseTo(x + width, 6)
            expect(part.width * people).toBeCloseTo((rows[i]?.places[at] ?? 0) * layout.barWidth, 4)
          })
        }
      }),
    )
  })
})
