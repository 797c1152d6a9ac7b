import { expect, it } from 'vitest'
import { shareWidth } from '../../src/drawing/shareArea.ts'

const STORED = { value: 671, unit: 'billion' } as const

it('shareWidth draws a part to scale, whatever its unit', () => {
  expect(shareWidth({ value: 37, unit: 'billion' }, STORED, 864)).toBeCloseTo(864 * 37 / 671, 9)
  expect(shareWidth({ value: 49, unit: 'billion' }, { value: 1.6, unit: 'trillion' }, 1000)).toBeCloseTo(30.625, 9)
})

it.each([
  ['nothing', 0],
  ['more than a third', 300],
])('shareWidth refuses %s', (_, value) => {
  expect(() => shareWidth({ value, unit: 'billion' }, STORED, 864)).toThrow('it draws more than 0')
})
