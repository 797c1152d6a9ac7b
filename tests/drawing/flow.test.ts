import type { FlowArrow, FlowBox } from '../../src/drawing/flow.ts'
import { describe, expect, it } from 'vitest'
import { layOutFlow } from '../../src/drawing/flow.ts'

const SPACE = { width: 868, height: 340, gaps: [64, 40] as const }
const BOXES: FlowBox[] = [
  { id: 'cause', at: [1, 1], rows: 2, head: 'Fewer chips needed' },
  { id: 'less', at: [2, 1], head: 'Fewer bought' },
  { id: 'more', at: [2, 2], head: 'More used', look: 'key' },
]
const ARROWS: FlowArrow[] = [{ from: 'cause', to: 'less' }, { from: 'cause', to: 'more', label: 'or' }]
const ends = (path: string) => [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

describe('a flow figure', () => {
  const { boxes, arrows } = layOutFlow(BOXES, ARROWS, SPACE)

  it('fills its space to all four edges', () => {
    expect(Math.min(...boxes.map(box => box.x))).toBe(0)
    expect(Math.min(...boxes.map(box => box.y))).toBe(0)
    expect(Math.max(...boxes.map(box => box.x + box.width))).toBeCloseTo(SPACE.width)
    expect(Math.max(...boxes.map(box => box.y + box.height))).toBeCloseTo(SPACE.height)
  })

  it('lays no box over another', () => {
    boxes.forEach((one, i) => boxes.slice(i + 1).forEach((other) => {
      const apart = one.x + one.width <= other.x || other.x + other.width <= one.x
        || one.y + one.height <= other.y || other.y + other.height <= one.y
      expect(apart, `${one.id} and ${other.id}`).toBe(true)
    }))
  })

  it('points each arrow at the edge of its box, level where it can', () => {
    const [cause, less] = boxes
    const [start = [], , , end = []] = ends(arrows[0]?.line ?? '')
    expect(start[0]).toBeCloseTo((cause?.x ?? 0) + (cause?.width ?? 0) + 4)
    expect(start[1]).toBeCloseTo(end[1] ?? Number.NaN)
    expect(ends(arrows[0]?.head ?? '')[0]?.[0]).toBeCloseTo((less?.x ?? 0) - 4)
  })

  it('goes down within a column', () => {
    const { arrows: [arrow] } = layOutFlow(BOXES, [{ from: 'less', to: 'more' }], SPACE)
    expect(arrow?.level).toBe(false)
    const [start, end] = ends(arrow?.line ?? '')
    expect(start?.[0]).toBe(end?.[0])
    expect(start?.[1]).toBeLessThan(end?.[1] ?? 0)
  })

  it.each<[what: string, boxes: FlowBox[], arrows: FlowArrow[], says: string]>([
    ['no boxes', [], [], 'there are no boxes'],
    ['a box without a cell', [{ id: 'a', head: 'A' } as FlowBox], [], 'box "a" has no cell'],
    ['a cell before the first', [{ id: 'a', at: [0, 1], head: 'A' }], [], 'box "a" has no cell'],
    ['one id for two boxes', [...BOXES, { id: 'more', at: [3, 1], head: 'Again' }], [], 'two boxes have the id "more"'],
    ['a box on another', [...BOXES, { id: 'on', at: [1, 2], head: 'On' }], [], 'box "on" lies on box "cause"'],
    ['a box without words', [{ id: 'a', at: [1, 1] } as unknown as FlowBox], [], 'box "a" has no head'],
    ['an unknown look', [{ id: 'a', at: [1, 1], head: 'A', look: 'keys' as 'key' }], [], 'look "keys" of box "a"'],
    ['a word wider than its box', [{ id: 'a', at: [3, 1], head: 'w'.repeat(40) }], [], 'do not fit'],
    ['more text than a box holds', [{ id: 'a', at: [3, 3], head: 'A', text: 'again '.repeat(40) }], [], 'do not fit'],
    ['an arrow to its own box', BOXES, [{ from: 'less', to: 'less' }], 'from "less" to itself'],
    ['an arrow twice', BOXES, [...ARROWS, ...ARROWS], 'two arrows lead from "cause" to "less"'],
  ])('refuses %s', (_, boxes, arrows, says) => {
    expect(() => layOutFlow(boxes, arrows, SPACE)).toThrow(says)
  })

  it('refuses an arrow to nowhere', () => {
    expect(() => layOutFlow(BOXES, [{ from: 'cause', to: 'mroe' }], SPACE)).toThrow(
      'FlowFigure: there is an arrow at "mroe", which is none of the boxes; mend the id.',
    )
  })
})
