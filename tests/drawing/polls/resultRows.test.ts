import type { Emphasis } from '../../../src/drawing/polls/resultRows.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutRows } from '../../../src/drawing/polls/resultRows.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'

const LEADING = 1.15
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }).map(words => words.replace(/\s+/g, ' ').trim() || '–'),
  fc.constantFrom('Donaudampfschifffahrtsgesellschaftskapitän', 'ذكاء اصطناعي صيني رخيص', '深度求索的开放权重', 'Yes 🎉'),
)
const rowsOf = fc.array(fc.record({ text, people: fc.integer({ min: 0, max: 500 }) }), { minLength: 2, maxLength: 8 })
const space = fc.record({ width: fc.constant(868), height: fc.integer({ min: 330, max: 390 }) })
const emphasis = fc.constantFrom<Emphasis>('leaders', 'level')

function withPercents(rows: { text: string, people: number }[]) {
  const all = Math.max(1, rows.reduce((sum, row) => sum + row.people, 0))
  return rows.map(row => ({ ...row, percent: `${Math.round(row.people / all * 100)}%` }))
}

describe('the rows of a result', () => {
  it('fit the picture one below the other, each with its words and its bar', () => {
    fc.assert(
      fc.property(rowsOf, space, emphasis, (rows, size, kind) => {
        const { rows: placed, left, width, column } = layOutRows(withPercents(rows), size, kind)
        expect(left + width).toBeCloseTo(size.width, 6)
        expect(column).toBeLessThan(left)
        placed.forEach((row, i) => {
          const next = placed[i + 1]?.y ?? size.height
          expect(row.y + row.height).toBeLessThanOrEqual(next + 1e-6)
          expect(row.lines.length * row.textSize * LEADING + 4 + row.bar).toBeLessThanOrEqual(row.height + 1e-6)
          expect(row.textSize).toBeGreaterThanOrEqual(18)
          expect(row.bar).toBeGreaterThanOrEqual(8)
          for (const line of row.lines)
            expect(textWidthAnyScript(line, row.textSize)).toBeLessThanOrEqual(width - row.textSize * 1.5 + 1e-6)
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

  it('are all alike where no option may look right', () => {
    const rows = withPercents([90, 50, 40].map((people, i) => ({ text: `Option ${i}`, people })))
    const { rows: placed } = layOutRows(rows, { width: 868, height: 380 }, 'level')
    expect(new Set(placed.map(row => row.percentSize)).size).toBe(1)
    expect(new Set(placed.map(row => row.bar)).size).toBe(1)
  })
})
