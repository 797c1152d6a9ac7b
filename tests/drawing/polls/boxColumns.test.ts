import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLUMN_STRIPS, layOutBoxColumns } from '../../../src/drawing/polls/boxColumns.ts'
import { SLACK, textOf } from '../../polls/support/drawnPolls.ts'

const ENDS = ['Not at all', '', '', '', 'Perfectly']
const anyPoints = (most: number) =>
  fc.array(
    fc.tuple(fc.nat(most), fc.nat(most)).map(([sure, guess]) => ({ people: sure + guess, sure })),
    { minLength: 5, maxLength: 5 },
  )
const anySpace = fc.record({ width: fc.integer({ min: 620, max: 868 }), height: fc.integer({ min: 270, max: 380 }) })

/** Rectangles of path data. */
function boxesOf(path: string): { x: number, y: number, width: number, height: number }[] {
  return [...path.matchAll(/M([\d.-]+) ([\d.-]+)h([\d.-]+)v([\d.-]+)/g)].map((match) => {
    const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number)
    return { x, y, width, height }
  })
}

describe('the columns of a scale', () => {
  it('have a box for everybody, the sure ones at the foot, on the axis and in their slot', () => {
    fc.assert(fc.property(anyPoints(25), anySpace, (points, space) => {
      const { columns, base, left, slot, solid } = layOutBoxColumns(points, ENDS, space)
      expect(solid).toBe(points.reduce((sum, { people }) => sum + people, 0) > 250)
      for (const [i, { sure, guess, top, middle }] of columns.entries()) {
        const [certain, guessing] = [boxesOf(sure), boxesOf(guess)]
        const { people = 0, sure: few = 0 } = points[i] ?? {}
        if (!solid)
          expect([certain.length, guessing.length]).toEqual([few, people - few])
        const all = [...certain, ...guessing]
        for (const { x, y, width, height } of all) {
          expect(width).toBeGreaterThanOrEqual(2)
          expect(x).toBeGreaterThanOrEqual(left + slot * i - 0.01)
          expect(x + width).toBeLessThanOrEqual(left + slot * (i + 1) + 0.01)
          expect(y).toBeGreaterThanOrEqual(top - 0.01)
          expect(y + height).toBeLessThanOrEqual(base + 0.01)
        }
        expect(new Set(all.map(({ x, y }) => `${x} ${y}`)).size).toBe(all.length)
        const lowestGuess = Math.max(0, ...guessing.map(box => box.y))
        expect(certain.filter(box => box.y < lowestGuess - 0.01)).toEqual([])
        expect(top).toBeGreaterThanOrEqual(COLUMN_STRIPS.shares - SLACK)
        expect(middle).toBeCloseTo(left + slot * (i + 0.5), 6)
      }
    }), { numRuns: 60 })
  })

  it('are as high as their people where they are solid', () => {
    fc.assert(fc.property(anyPoints(200), anySpace, (points, space) => {
      const { columns, base, solid } = layOutBoxColumns(points, ENDS, space)
      const most = Math.max(...points.map(point => point.people))
      const high = Math.max(...columns.map(column => base - column.top))
      if (solid) {
        for (const [i, { top }] of columns.entries())
          expect(base - top).toBeCloseTo((points[i]?.people ?? 0) / most * high, 6)
      }
    }))
  })

  it('leave the columns most of the height, whatever the words', () => {
    for (const texts of [ENDS, Array.from<string>({ length: 5 }).fill(textOf(40))]) {
      const { base, labels, labelsTop } = layOutBoxColumns([{ people: 3, sure: 3 }], texts, { width: 868, height: 330 })
      expect(base - COLUMN_STRIPS.shares).toBeGreaterThanOrEqual(110)
      expect(labelsTop + labels.height).toBeLessThanOrEqual(330 + SLACK)
    }
  })

  it('put an average between its points', () => {
    const { xOf, columns } = layOutBoxColumns(Array.from({ length: 5 }, () => ({ people: 1, sure: 1 })), ENDS, {
      width: 868,
      height: 330,
    })
    expect(columns.map((_, i) => xOf(i + 1))).toEqual(columns.map(column => column.middle))
    expect(xOf(2.5)).toBeCloseTo(((columns[1]?.middle ?? 0) + (columns[2]?.middle ?? 0)) / 2, 6)
  })
})
