import { expect, it } from 'vitest'
import { formatLongMonth } from '../../src/content/longMonth.ts'

it.each([
  ['2025-02', 'February 2025'],
  ['2026-11-30', 'November 2026'],
  ['2025-01-01', 'January 2025'],
  ['2025', '2025'],
])('writes %s as %s', (date, text) => {
  expect(formatLongMonth(date)).toBe(text)
})
