import fc from 'fast-check'
import { expect, it } from 'vitest'
import { penMark } from '../../../src/drawing/penPath.ts'
import { BOXES, boxX, bracketEnd, TENTHS, tenthsOf, unticked } from '../../../src/drawing/polls/tickBoxes.ts'

const WIDTH = 868

it.each([[0, 0, 0], [0, 9, 0], [9, 9, 10], [1, 20, 1], [19, 412, 0], [61, 100, 6], [65, 100, 7]])(
  '%i of %i are %i tenths',
  (right, of, tenths) => {
    expect(tenthsOf(right, of)).toBe(tenths)
  },
)

it('ten boxes end with the picture', () => {
  expect(boxX(TENTHS - 1) + BOXES.side).toBeLessThanOrEqual(WIDTH)
})

it.each(Array.from({ length: TENTHS }, (_, i) => i))('the ring crosses no tick after %i of them', (ticked) => {
  const open = unticked(ticked) ?? expect.unreachable()
  const { reach } = penMark('circle', open.ink)
  const lastTick = ticked === 0 ? 0 : boxX(ticked - 1) + BOXES.side - 12
  expect(open.x + reach.left).toBeGreaterThan(lastTick)
  expect(open.x + open.ink.width).toBeCloseTo(boxX(TENTHS - 1) + BOXES.side, 5)
  // The words under the ring, and those over it.
  expect(reach.bottom).toBeLessThan(26)
  expect(reach.top).toBeGreaterThan(-BOXES.side - 26)
})

it('there is nothing to ring where all are ticked', () => {
  expect(unticked(TENTHS)).toBeUndefined()
})

it('the bracket ends where its boxes do, and grows with luck', () => {
  expect(bracketEnd(0.3)).toBeCloseTo(boxX(2) + BOXES.side, 0)
  fc.assert(fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (luck) => {
    expect(bracketEnd(luck)).toBeLessThan(bracketEnd(luck + 0.01))
  }))
})
