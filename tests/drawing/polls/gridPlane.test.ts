import type { PlacedItem } from '../../../src/drawing/polls/gridPlane.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelWidth, layOutCloud, layOutPlane, layOutPlaneList } from '../../../src/drawing/polls/gridPlane.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { SLACK } from '../../polls/support/drawnPolls.ts'

const STEPS = 5
interface Spot { x: number, y: number }
const end = fc.oneof(
  fc.constantFrom('little evidence', 'much impact', 'low', 'Donaudampfschifffahrtsge', 'دليل ضعيف', '证据很少', '🎉🎉'),
  fc.string({ minLength: 1, maxLength: 24 }).map(text => text.trim() || '–'),
)
const ends = fc.record({ across: fc.tuple(end, end), up: fc.tuple(end, end) })
const telling = fc.record({ width: fc.constant(868), height: fc.integer({ min: 280, max: 390 }) })
const asking = fc.record({ width: fc.constant(656), height: fc.integer({ min: 220, max: 320 }) })
const place = fc.tuple(fc.integer({ min: 1, max: STEPS }), fc.integer({ min: 1, max: STEPS }))

/** From one middle to another, in the direction in which they are farther apart. */
const far = (a: Spot, b: Spot) => Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))
const none = () => Array.from<number>({ length: STEPS ** 2 }).fill(0)

const ENDS = { across: ['little evidence', 'much evidence'], up: ['little impact', 'much impact'] } as const
const SPACE = { width: 868, height: 330 }

/** Up to six items, each of which everybody puts somewhere, mostly at one place. */
const room = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(0, 1, 3, 30, 200, 250, 500)).chain(
  ([items, people]) => fc.record({
    people: fc.constant(people),
    items: fc.array(
      fc.record({ at: place, others: fc.array(place, { maxLength: Math.min(people, 40) }) }),
      { minLength: items, maxLength: items },
    ).map(all => all.map(({ at, others }): PlacedItem => {
      const cells = none()
      for (const [across, up] of others)
        cells[(up - 1) * STEPS + across - 1]! += 1
      cells[(at[1] - 1) * STEPS + at[0] - 1]! += people - others.length
      return { cells, middle: people > 0 ? at : undefined }
    })),
  }),
)

describe('an empty plane', () => {
  const states = [['telling', telling], ['asking', asking]] as const
  it.each(states)('fits with its labels and its list while %s', (state, space) => {
    fc.assert(fc.property(ends, space, (labels, size) => {
      const { plane, cell, list, labels: placed, leading } = layOutPlane(labels, STEPS, size, state)
      expect(plane.x + plane.width + list.width).toBeLessThan(size.width)
      expect(plane.width).toBe(cell.width * STEPS)
      expect(Math.min(cell.width, cell.height)).toBeGreaterThanOrEqual(24)
      for (const label of placed) {
        const [left, right] = label.anchor === 'start'
          ? [label.x, label.x + labelWidth(label)]
          : [label.x - labelWidth(label), label.x]
        expect(left).toBeGreaterThanOrEqual(-SLACK)
        expect(right).toBeLessThanOrEqual(size.width - list.width)
        expect(label.y - leading / 2).toBeGreaterThanOrEqual(-SLACK)
        expect(label.y + (label.lines.length - 0.5) * leading).toBeLessThanOrEqual(size.height + SLACK)
      }
      const [high, low, first, last] = placed
      expect((high?.lines.length ?? 0) * leading).toBeLessThanOrEqual((low?.y ?? 0) - leading / 2 + SLACK)
      // Two labels under the plane, two beside it: none of them touch.
      const gap = first && last ? last.x - labelWidth(last) - first.x - labelWidth(first) : 0
      expect(gap).toBeGreaterThan(0)
      expect(high?.x).toBeLessThan(plane.x)
    }))
  })

  it('has a list in type that can be read', () => {
    fc.assert(fc.property(
      fc.array(
        fc.string({ minLength: 1, maxLength: 80 }).map(text => text.trim() || '–'),
        { minLength: 1, maxLength: 6 },
      ),
      fc.record({ width: fc.integer({ min: 260, max: 380 }), height: fc.integer({ min: 190, max: 380 }) }),
      (texts, size) => {
        const { rowHeight, plate, textSize, rows } = layOutPlaneList(texts, size)
        expect(rowHeight * texts.length).toBeLessThanOrEqual(size.height)
        expect(textSize).toBeGreaterThanOrEqual(18)
        expect(plate).toBeGreaterThanOrEqual(22)
        for (const lines of rows) {
          expect(lines.length * textSize * 1.08).toBeLessThanOrEqual(rowHeight)
          for (const line of lines)
            expect(textWidthAnyScript(line, textSize) + plate + 12).toBeLessThanOrEqual(size.width + SLACK)
        }
      },
    ))
  })
})

describe('a room on a plane', () => {
  it('has every mark in its place, and no two of marks and numbers touch', () => {
    fc.assert(fc.property(room, telling, ({ people, items }, size) => {
      const layout = layOutPlane(ENDS, STEPS, size, 'telling')
      const { plane, cell } = layout
      const cloud = layOutCloud(items, people, layout)
      expect(cloud.mark).toBeGreaterThanOrEqual(2.6)
      expect(cloud.plate).toBeGreaterThanOrEqual(28)
      const marks = cloud.items.flatMap(item => item.marks)
      const plates = cloud.items.flatMap(item => item.plate ?? [])
      for (const { x, y } of plates) {
        expect(Math.min(x - plane.x, y - plane.y)).toBeGreaterThanOrEqual(cloud.plate / 2 - SLACK)
        expect(x + cloud.plate / 2).toBeLessThanOrEqual(plane.x + plane.width + SLACK)
        expect(y + cloud.plate / 2).toBeLessThanOrEqual(plane.y + plane.height + SLACK)
        expect(marks.filter(mark => far(mark, { x, y }) < (cloud.plate + cloud.mark) / 2)).toEqual([])
      }
      plates.forEach((plate, i) => {
        for (const other of plates.slice(i + 1))
          expect(far(plate, other)).toBeGreaterThan(cloud.plate)
      })
      const near = new Map<string, number>()
      for (const { x, y } of marks)
        near.set(`${x.toFixed(2)} ${y.toFixed(2)}`, (near.get(`${x.toFixed(2)} ${y.toFixed(2)}`) ?? 0) + 1)
      expect(Math.max(0, ...near.values())).toBeLessThanOrEqual(1)
      items.forEach(({ cells }, i) => {
        const drawn = none()
        for (const { x, y } of cloud.items[i]?.marks ?? []) {
          const row = Math.floor((plane.height - (y - plane.y)) / cell.height)
          drawn[row * STEPS + Math.floor((x - plane.x) / cell.width)]! += 1
        }
        expect(drawn).toEqual(cells.map(count => Math.ceil(count / cloud.peopleEach)))
      })
    }), { numRuns: 60 })
  })

  it('has one mark for one person up to 250, where they have room', () => {
    const spread = (people: number) => Array.from({ length: 6 }, (): PlacedItem =>
      ({ cells: Array.from<number>({ length: 25 }).fill(people / 25), middle: [3, 3] }))
    expect(layOutCloud(spread(250), 250, layOutPlane(ENDS, STEPS, SPACE, 'telling')).peopleEach).toBe(1)
    expect(layOutCloud(spread(500), 500, layOutPlane(ENDS, STEPS, SPACE, 'telling')).peopleEach).toBe(2)
  })

  it('sets numbers side by side that share a place', () => {
    const at = (across: number, up: number): PlacedItem => ({ cells: none(), middle: [across, up] })
    const { items, plate } = layOutCloud([at(3, 3), at(3, 3), at(1, 1)], 3, layOutPlane(ENDS, STEPS, SPACE, 'telling'))
    const [first, second] = items
    expect(first?.plate?.y).toBe(second?.plate?.y)
    expect((second?.plate?.x ?? 0) - (first?.plate?.x ?? 0)).toBeCloseTo(plate + 4, 6)
  })
})
