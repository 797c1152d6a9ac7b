import type { Mark } from '../../../src/drawing/charts/drawing.ts'
import { expect, it } from 'vitest'
import { ARROW, NOTCH } from '../../../src/drawing/charts/drawing.ts'
import { markPath } from '../../../src/drawing/charts/markPath.ts'

const BAR: Mark = {
  shape: 'bar',
  x: 100,
  y: 10,
  width: 200,
  height: 40,
  tone: 'lens',
  status: 'reported',
  emphasis: false,
}

/** The corners of a path of h, v and l steps, as x positions. */
function cornersX(path: string): number[] {
  let x = 0
  return [...path.matchAll(/([Mhvl])(-?[\d.]+)/g)].map(([, step, value]) => {
    x = step === 'M' ? Number(value) : step === 'v' ? x : x + Number(value)
    return x
  })
}

it.each([
  ['closed', undefined, 100, 300],
  ['more than', 'right', 100, 300 + ARROW],
  ['less than', 'left', 100, 300],
  ['a fall of more than', 'far left', 100 - ARROW, 300],
] as const)('draws the bar of %s from end to end', (_, open, left, right) => {
  const xs = cornersX(markPath({ ...BAR, open }))
  expect([Math.min(...xs), Math.max(...xs)]).toEqual([left, right])
})

it('cuts a notch into a bar that is open to the left', () => {
  expect(cornersX(markPath({ ...BAR, open: 'left' }))).toContain(300 - NOTCH)
})
