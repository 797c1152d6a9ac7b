import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutCollar, layOutLabel, lineWidth } from '../../src/drawing/sewnLabel.ts'

const LABEL = { width: 604, height: 278 }
const WORDS = { above: ['DESIGNED IN HERE'], below: ['MADE OF PARTS', 'DESIGNED THERE,', 'MADE ELSEWHERE'] }
const line = fc.stringMatching(/^[A-Z]{1,9}(?: [A-Z]{1,8}){0,2}$/)
const words = fc.record({
  above: fc.array(line, { minLength: 1, maxLength: 2 }),
  below: fc.array(line, { minLength: 1, maxLength: 3 }),
})

describe('layOutLabel', () => {
  it('keeps every line inside the stitches, apart from the others and at least 18 px', () => {
    fc.assert(
      fc.property(words, (given) => {
        const { lines, stitches, rule } = layOutLabel(given, LABEL)
        const seams = stitches.map(stitch => stitch.y1)
        for (const { text, size, y } of lines) {
          expect(size).toBeGreaterThanOrEqual(18)
          expect(lineWidth(text, size)).toBeLessThanOrEqual(LABEL.width - 60)
          expect(y - size * 0.7).toBeGreaterThan(Math.min(...seams) + 6)
          expect(y).toBeLessThan(Math.max(...seams) - 6)
        }
        const above = lines.slice(0, given.above.length)
        const below = lines.slice(given.above.length)
        expect(rule?.y).toBeGreaterThan(Math.max(...above.map(item => item.y)) + 4)
        expect(rule?.y).toBeLessThan(Math.min(...below.map(item => item.y - item.size * 0.7)) - 4)
        lines.slice(1).forEach((item, i) => expect(item.y - item.size * 0.7).toBeGreaterThan(lines[i]?.y ?? 0))
      }),
    )
  })

  it('sets the lower half smaller where it has more lines', () => {
    const { lines: [first, second] } = layOutLabel(WORDS, LABEL)
    expect(second?.size).toBeLessThan(first?.size ?? 0)
    const same = layOutLabel({ above: ['DESIGNED IN', 'HERE'], below: ['MADE THERE'] }, LABEL).lines
    expect(new Set(same.map(item => item.size)).size).toBe(1)
  })

  it('has no rule where one half is empty', () => {
    expect(layOutLabel({ above: ['MADE HERE'], below: [] }, LABEL).rule).toBeUndefined()
  })

  it('keeps its stitches on the label', () => {
    for (const { x1, x2 } of layOutLabel(WORDS, LABEL).stitches) {
      expect(x1).toBeGreaterThanOrEqual(15)
      expect(x2).toBeLessThanOrEqual(LABEL.width - 15)
    }
  })

  it('refuses words that would be too small to read', () => {
    expect(() => layOutLabel({ above: ['DESIGNED BY A COMMITTEE OF SEVERAL DISTINGUISHED MEMBERS'], below: [] }, {
      width: 250,
      height: 168,
    })).toThrow('does not fit a label of 250 × 168 px; shorten its lines')
  })
})

describe('layOutCollar', () => {
  const { opening, band, seam, ribs } = layOutCollar({ width: 980, height: 552 })

  it('widens from the neck hole to the seam, round one middle', () => {
    for (const [inner, outer] of [[opening, band], [band, seam]] as const) {
      expect(outer).toMatchObject({ cx: inner.cx, cy: inner.cy })
      expect(outer.rx).toBeGreaterThan(inner.rx)
      expect(outer.ry).toBeGreaterThan(inner.ry)
    }
  })

  it('has ribs from the one edge of the band to the other', () => {
    const on = (x: number, y: number, { cx, cy, rx, ry }: typeof band) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2
    for (const { x1, y1, x2, y2 } of ribs) {
      expect(on(x1, y1, opening)).toBeCloseTo(1, 9)
      expect(on(x2, y2, band)).toBeCloseTo(1, 9)
    }
  })
})
