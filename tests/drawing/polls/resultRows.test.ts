import type { Emphasis } from '../../../src/drawing/polls/resultRows.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutRows } from '../../../src/drawing/polls/resultRows.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { MAX_OPTIONS } from '../../../src/polls/kinds/schemaParts.ts'

const LEADING = 1.15
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }).map(words => words.replace(/\s+/g, ' ').trim() || '–'),
  fc.constantFrom('Donaudampfschifffahrtsgesellschaftskapitän', 'ذكاء اصطناعي صيني رخيص', '深度求索的开放权重', 'Yes 🎉'),
)
const row = fc.record({ text, people: fc.integer({ min: 0, max: 500 }) })
const rowsOf = fc.array(row, { minLength: 2, maxLength: MAX_OPTIONS })
const space = fc.record({ width: fc.constant(868), height: fc.integer({ min: 330, max: 390 }) })
const emphasis = fc.constantFrom<Emphasis>('leaders', 'level')

function withPercents(rows: { text: string, people: number }[]) {
  const all = Math.max(1, rows.reduce((sum, row) => sum + row.people, 0))
  return rows.map(row => ({ ...row, percent: `${Math.round(row.people / all * 100)}%` }))
}

describe('the rows of a result', () => {
  it('fit the picture one below the other, each with its words and its bar, below them or beside them', () => {
    fc.assert(
      fc.property(rowsOf, space, emphasis, (rows, size, kind) => {
        const { rows: placed, left, width, column, bars } = layOutRows(withPercents(rows), size, kind)
        expect(left + width).toBeCloseTo(size.width, 6)
        expect(column).toBeLessThan(left)
        expect(bars.indent + bars.width).toBeCloseTo(width, 6)
        expect(bars.width).toBeGreaterThanOrEqual(width / 2)
        const isBeside = bars.indent > 0
        placed.forEach((row, i) => {
          const next = placed[i + 1]?.y ?? size.height
          expect(row.y + row.height).toBeLessThanOrEqual(next + 1e-6)
          const words = row.lines.length * row.textSize * LEADING
          expect(isBeside ? Math.max(words, row.bar) : words + 4 + row.bar).toBeLessThanOrEqual(row.height + 1e-6)
          expect(row.textSize).toBeGreaterThanOrEqual(18)
          expect(row.bar).toBeGreaterThanOrEqual(8)
          for (const line of row.lines) {
            expect(textWidthAnyScript(line, row.textSize) + row.textSize * 1.5)
              .toBeLessThanOrEqual((isBeside ? bars.indent : width) + 1e-6)
          }
        })
      }),
    )
  })

  it('are larger for the leader and the second, for both where two tie', () => {
    const sizesOf = (...people: number[]) =>
      layOutRows(withPercents(people.map((count, i) => ({ text: `Option ${i}`, people: count }))), {
        width: 868,
        height: 380,
      }, 'leaders').rows.map(row => row.percentSize)
    const [leader = 0, second = 0, third = 0] = sizesOf(90, 50, 40)
    expect(leader).toBeGreaterThan(second)
    expect(second).toBeGreaterThan(third)
    const tied = sizesOf(50, 50, 10)
    expect(tied[0]).toBe(tied[1])
    expect(new Set(sizesOf(0, 0, 0)).size).toBe(1)
  })

  it('have their bars beside their words only where ten options leave no room below them', () => {
    const indentOf = (count: number) =>
      layOutRows(
        withPercents(Array.from({ length: count }, (_, i) => ({ text: `Option ${i}`, people: 20 - i }))),
        { width: 868, height: 380 },
        'leaders',
      ).bars.indent
    expect([5, 8].map(indentOf)).toEqual([0, 0])
    expect(indentOf(10)).toBeGreaterThan(100)
  })

  it('have smaller words beside their bar before any of them is cut', () => {
    const rows = Array.from({ length: 10 }, (_, i) => ({ text: 'Chip bans have failed', people: 20 - i }))
    const { rows: placed } = layOutRows(withPercents(rows), { width: 868, height: 380 }, 'leaders')
    expect(placed.map(({ lines }) => lines)).toEqual(rows.map(({ text }) => [text]))
  })

  it('are all alike where no option may look right', () => {
    const rows = withPercents([90, 50, 40].map((people, i) => ({ text: `Option ${i}`, people })))
    const { rows: placed } = layOutRows(rows, { width: 868, height: 380 }, 'level')
    expect(new Set(placed.map(row => row.percentSize)).size).toBe(1)
    expect(new Set(placed.map(row => row.bar)).size).toBe(1)
  })
})
