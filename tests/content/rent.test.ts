import { expect, it } from 'vitest'
import { formatRent } from '../../src/content/rent.ts'

const RENT = { value: 2, unit: 'usd' } as const

it.each([
  [{ value: 2664, unit: 'thousand' }, 1, '$5.328M'],
  [{ value: 5, unit: 'thousand' }, 1, '$0.010M'],
  [{ value: 2.788, unit: 'million' }, 0.5, '$2.788M'],
  [{ value: 2788, unit: 'thousand' }, 2, '$11.152M'],
] as const)('%j hours at %j times the rent cost %s', (hours, times, amount) => {
  expect(formatRent(hours, RENT, times)).toBe(amount)
})

it('refuses a rent that is no money', () => {
  expect(() => formatRent({ value: 1, unit: 'thousand' }, { value: 2, unit: 'count' })).toThrow('is not money')
})
