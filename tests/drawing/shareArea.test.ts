import { expect, it } from 'vitest'
import { shareWidth } from '../../src/drawing/shareArea.ts'

const STORED = { value: 671, unit: 'billion' } as const
const percent = (value: number) => ({ value, unit: 'percent' } as const)

it('shareWidth draws a part to scale, whatever its unit', () => {
  expect(shareWidth({ value: 37, unit: 'billion' }, STORED, 864, percent(5.5))).toBeCloseTo(864 * 37 / 671, 9)
  const [used, all] = [{ value: 49, unit: 'billion' }, { value: 1.6, unit: 'trillion' }] as const
  expect(shareWidth(used, all, 1000, percent(3.1))).toBeCloseTo(30.625, 9)
})

it.each([
  ['nothing', 0],
  ['more than a third', 300],
])('shareWidth refuses %s', (_, value) => {
  expect(() => shareWidth({ value, unit: 'billion' }, STORED, 864, percent(5.5))).toThrow('it draws more than 0')
})

it.each([
  ['another share', percent(55)],
  ['a share in another unit', { value: 5.5, unit: 'billion' } as const],
])('shareWidth refuses %s beside the part', (_, stated) => {
  expect(() => shareWidth({ value: 37, unit: 'billion' }, STORED, 864, stated)).toThrow('its share says')
})
