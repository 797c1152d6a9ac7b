import type { Ink, PenKind } from '../../src/drawing/penPath.ts'
import { describe, expect, it } from 'vitest'
import { CLEARANCE, penMark, penSpace } from '../../src/drawing/penPath.ts'

/** `$6 million` in a headline, a figure in a table, a long word, one letter, a word with descenders. */
const INKS: [what: string, ink: Ink][] = [
  ['a price in a headline', { width: 290, ascent: 54, descent: 8, em: 74 }],
  ['a figure in a table', { width: 86, ascent: 16, descent: 2, em: 22 }],
  ['a long phrase', { width: 620, ascent: 38, descent: 11, em: 52 }],
  ['one digit', { width: 28, ascent: 36, descent: 0, em: 50 }],
  ['a word with descenders', { width: 130, ascent: 30, descent: 9, em: 42 }],
]

/** Points of path data, the control points included: a curve lies between them. */
function pointsOf(paths: string[]): [x: number, y: number][] {
  return paths.flatMap(path => [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)])
    .map(([, x, y]) => [Number(x), Number(y)])
}

/** Distance in px of a point from the box of the ink; 0 inside. */
function distanceFrom({ width, ascent, descent }: Ink, [x, y]: [number, number]): number {
  return Math.hypot(Math.max(-x, 0, x - width), Math.max(-ascent - y, 0, y - descent))
}

const mark = (kind: PenKind, ink: Ink) => {
  const { strokes, ...rest } = penMark(kind, ink)
  return { ...rest, strokes, points: pointsOf(strokes.map(stroke => stroke.outline)) }
}

describe.each(INKS)('the pen on %s', (_, ink) => {
  it.each(['circle', 'box', 'underline'] as const)('draws a %s that touches no ink', (kind) => {
    const { points } = mark(kind, ink)
    expect(Math.min(...points.map(point => distanceFrom(ink, point)))).toBeGreaterThan(1.5)
  })

  it.each(['circle', 'box'] as const)('leaves the clearance around a %s', (kind) => {
    const { points } = mark(kind, ink)
    const { width, ascent, descent, em } = ink
    const [above, beside] = [CLEARANCE.above, CLEARANCE.beside].map(share => Math.max(CLEARANCE.leastPx, share * em))
    const middle = points.filter(([x]) => Math.abs(x - width / 2) < width / 4)
    const level = points.filter(([, y]) => Math.abs(y - (descent - ascent) / 2) < (ascent + descent) / 4)
    expect(-ascent - Math.max(...middle.map(([, y]) => y).filter(y => y < -ascent))).toBeGreaterThan((above ?? 0) - 1)
    expect(Math.min(...middle.map(([, y]) => y).filter(y => y > descent)) - descent).toBeGreaterThan((above ?? 0) - 1)
    expect(-Math.max(...level.map(([x]) => x).filter(x => x < 0))).toBeGreaterThan((beside ?? 0) - 1)
    expect(Math.min(...level.map(([x]) => x).filter(x => x > width)) - width).toBeGreaterThan((beside ?? 0) - 1)
  })

  it('keeps a loop lower than twice the word with its clearance', () => {
    const { reach } = mark('circle', ink)
    const clearance = Math.max(CLEARANCE.leastPx, CLEARANCE.above * ink.em)
    expect(reach.bottom - reach.top).toBeLessThan(1.5 * (ink.ascent + ink.descent + 2 * clearance))
  })

  it('ends a strike two pixels past the word and within its letters', () => {
    const { reach } = mark('strike-through', ink)
    expect(reach.left).toBeGreaterThan(-3)
    expect(reach.right).toBeLessThan(ink.width + 3)
    expect(reach.top).toBeGreaterThan(-ink.ascent)
    expect(reach.bottom).toBeLessThan(0)
  })

  it.each(['circle', 'box', 'underline', 'strike-through'] as const)('says how far a %s goes', (kind) => {
    const { points, reach, thick } = mark(kind, ink)
    expect(Math.min(...points.map(([x]) => x))).toBeCloseTo(reach.left, 0)
    expect(Math.max(...points.map(([, y]) => y))).toBeCloseTo(reach.bottom, 0)
    expect(thick).toBeGreaterThanOrEqual(3)
    expect(thick).toBeLessThanOrEqual(6)
  })

  it.each(['circle', 'box'] as const)('leaves a %s all the space that it takes', (kind) => {
    const pen = penMark(kind, ink)
    const [baseline, height] = [0.83 * ink.em, ink.em]
    const { beside, above, below } = penSpace(kind, pen, { ink, baseline, height })
    expect(-beside).toBeLessThan(pen.reach.left)
    expect(ink.width + beside).toBeGreaterThan(pen.reach.right)
    expect(-baseline - above).toBeLessThan(pen.reach.top)
    expect(height - baseline + below).toBeGreaterThanOrEqual(pen.reach.bottom)
  })

  it('leaves the words beside a strike where they are', () => {
    const pen = penMark('strike-through', ink)
    expect(penSpace('strike-through', pen, { ink, baseline: 0.83 * ink.em, height: ink.em }))
      .toEqual({ beside: 0, above: 0, below: 0 })
  })

  it('draws the same mark each time', () => {
    expect(penMark('circle', ink)).toEqual(penMark('circle', ink))
  })
})

it('draws four strokes that cross at the corners of a box', () => {
  const { strokes } = penMark('box', INKS[0]?.[1] ?? expect.fail('no ink'))
  const boxes = strokes.map(({ outline }) => {
    const points = pointsOf([outline])
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  })
  expect(boxes).toHaveLength(4)
  boxes.forEach((one, i) => {
    const next = boxes[(i + 1) % 4] ?? one
    expect(Math.min(one.right, next.right)).toBeGreaterThan(Math.max(one.left, next.left))
    expect(Math.min(one.bottom, next.bottom)).toBeGreaterThan(Math.max(one.top, next.top))
  })
})
