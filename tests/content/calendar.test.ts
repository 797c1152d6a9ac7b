import { expect, it } from 'vitest'
import { isDate } from '../../src/content/calendar.ts'

it.each(['2025', '2025-02', '2025-02-28', '2024-02-29'])('%s is a date', (date) => {
  expect(isDate(date)).toBe(true)
})

it.each(['2025-13', '2025-02-30', '2025-02-29', '2025-1', '27 January', '2025-01-27T00', ''])(
  '"%s" is no date',
  (date) => {
    expect(isDate(date)).toBe(false)
  },
)
