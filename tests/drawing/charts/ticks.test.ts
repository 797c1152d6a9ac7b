import type { Rule } from '../../../src/drawing/charts/drawing.ts'
import { describe, expect, it } from 'vitest'
import { penOutline } from '../../../src/drawing/charts/penOutline.ts'
import { interruptRule, tickTexts } from '../../../src/drawing/charts/ticks.ts'
import { textOf } from './support/smallSeries.ts'

describe('tickWords', () => {
  const ticks = (apart: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ x: 100 + i * apart, label: `${i}00` }))

  it.each<[apart: number, left: string[]]>([
    [100, ['000', '100', '200', '300', '400']],
    [25, ['000', '200', '400']],
    [14, ['000', '400']],
    [1, ['000']],
  ])('at %d px apart they are %j', (apart, left) => {
    expect(tickTexts(ticks(apart, 5), 300, 864).map(textOf)).toEqual(left)
  })

  it('moves labels in that would leave the chart, and keeps the first and the last', () => {
    expect(
      tickTexts(
        [
          { x: 2, label: '$100K' },
          { x: 400, label: '$1M' },
          { x: 863, label: '$10M' },
        ],
        300,
        864,
      ).map(text => [textOf(text), Math.sign(text.x - 400)]),
    ).toEqual([['$100K', -1], ['$1M', 0], ['$10M', 1]])
  })
})

describe('a rule', () => {
  const upright: Rule = { x1: 50, x2: 50, y1: 0, y2: 100, role: 'grid' }
  const box = (left: number, right: number, top: number, bottom: number) => ({ left, right, top, bottom })

  it.each<[what: string, boxes: ReturnType<typeof box>[], pieces: [number, number][]]>([
    ['runs on past what lies beside it', [box(60, 90, 20, 40)], [[0, 100]]],
    ['stops at what lies on it', [box(40, 60, 20, 40)], [[0, 17], [43, 100]]],
    ['stops once at two that meet', [box(40, 60, 30, 50), box(45, 70, 20, 40)], [[0, 17], [53, 100]]],
    ['stops once at what lies within another', [box(40, 60, 20, 60), box(45, 70, 30, 40)], [[0, 17], [63, 100]]],
    ['ends before what lies at its end', [box(40, 60, 80, 120)], [[0, 77]]],
    ['vanishes under what covers it', [box(40, 60, -10, 120)], []],
  ])('%s', (_, boxes, pieces) => {
    expect(interruptRule(upright, boxes).map(rule => [rule.y1, rule.y2])).toEqual(pieces)
    const level: Rule = { x1: 0, x2: 100, y1: 50, y2: 50, role: 'grid' }
    expect(
      interruptRule(
        level,
        boxes.map(({ top, bottom, left, right }) => box(top, bottom, left, right)),
      ).map(rule => [rule.x1, rule.x2]),
    ).toEqual(pieces)
  })
})

describe('penOutline', () => {
  const numbers = (path: string) => [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(match => Number(match[0]))

  it.each([
    ['bar', 20, 30, 300, 40],
    ['bar', 20, 30, 4, 40],
    ['dot', 20, 30, 18, 18],
  ] as const)('keeps within a few px of its %s and never draws a straight box', (shape, x, y, width, height) => {
    const path = penOutline({ shape, x, y, width, height })
    const points = numbers(path)
    const xs = points.filter((_, i) => i % 2 === 0)
    const ys = points.filter((_, i) => i % 2 === 1)
    for (const [values, from, to] of [[xs, x, x + width], [ys, y, y + height]] as const) {
      expect(Math.min(...values)).toBeGreaterThan(from - 5)
      expect(Math.max(...values)).toBeLessThan(to + 5)
    }
    expect(new Set(points).size).toBeGreaterThan(8)
    if (shape === 'bar')
      expect(points.slice(0, 2).every((point, i) => point !== [x, y][i])).toBe(true)
    expect([xs.at(-1), ys.at(-1)]).toEqual([expect.closeTo(xs[0] ?? 0, 2), expect.closeTo(ys[0] ?? 0, 2)])
  })

  it('is the same every time', () => {
    const mark = { shape: 'bar', x: 1, y: 2, width: 30, height: 40 } as const
    expect(penOutline(mark)).toBe(penOutline(mark))
    expect(penOutline({ ...mark, y: 50 })).not.toBe(penOutline(mark))
  })
})
