import type { Mark } from '../../../src/drawing/charts/drawing.ts'
import { describe, expect, it } from 'vitest'
import { ARROW, NOTCH } from '../../../src/drawing/charts/drawing.ts'
import { markPath } from '../../../src/drawing/charts/markPath.ts'

const bar: Mark = {
  shape: 'bar',
  x: 100,
  y: 0,
  width: 200,
  height: 40,
  tone: 'lens',
  status: 'reported',
  emphasis: false,
}

/** The x of the middle of an end that is not straight. */
function pointOf(path: string): number {
  const [, from = Number.NaN, width = Number.NaN, point = Number.NaN] = /^M([\d.-]+),[\d.-]+h([\d.-]+)l([\d.-]+)/
    .exec(path)
    ?.map(Number) ?? []
  return from + width + point
}

describe('markPath', () => {
  it('closes a bar with a straight end', () => {
    expect(markPath(bar)).toBe('M100,0h200v40h-200z')
  })

  it.each<[end: 'right' | 'left', open: 'right' | 'left', what: string, at: number]>([
    ['right', 'right', 'an arrow', 300 + ARROW],
    ['right', 'left', 'a notch', 300 - NOTCH],
    ['left', 'left', 'an arrow', 100 - ARROW],
    ['left', 'right', 'a notch', 100 + NOTCH],
  ])('ends a bar to the %s that is open to the %s in %s', (end, open, _, at) => {
    expect(pointOf(markPath({ ...bar, end, open }))).toBe(at)
  })

  it.each<[open: 'right' | 'left', base: number]>([['right', 303], ['left', 97]])(
    'sets an arrow beside a dot that is open to the %s',
    (open, base) => {
      expect(markPath({ ...bar, shape: 'dot', open })).toContain(`zM${base},`)
    },
  )

  it('draws what is disputed with the pen, not as a block', () => {
    expect(markPath({ ...bar, status: 'disputed' })).toContain('Q')
  })
})
