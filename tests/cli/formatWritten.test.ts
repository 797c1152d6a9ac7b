import { expect, it } from 'vitest'
import { formatWritten } from '../../src/cli/formatWritten.ts'

it.each([
  [1, 'report.pdf  13 KB, 1 page'],
  [40, 'report.pdf  13 KB, 40 pages'],
])('counts the pages of a file: %d', (count, line) => {
  expect(formatWritten('report.pdf', 12_345, { count, of: 'page' })).toBe(line)
})

it('names a file that has no pages by its size alone', () => {
  expect(formatWritten('results.csv', 1_234_567)).toBe('results.csv  1,235 KB')
})
