import { describe, expect, it } from 'vitest'
import { numberInWords, parseNumber } from '../../src/content/numbers.ts'

describe('a number as people type it', () => {
  it.each([
    ['5000', 5000],
    ['5,000', 5000],
    ['5 000', 5000],
    ['5’000', 5000],
    ['1,234,567.5', 1234567.5],
    ['5.5', 5.5],
    ['5,5', 5.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['.5', 0.5],
    ['$5.576', 5.576],
    ['12 %', 12],
    ['-3', -3],
    ['−3', -3],
    ['+3', 3],
  ])('%j is %d', (text, number) => {
    expect(parseNumber(text)).toBe(number)
  })

  it.each(['', '-', '.', '5.5.5', '5,000,0', 'six', '6 million', '1e5', '--3', 'Infinity', '0x10'])(
    '%j is none',
    (text) => {
      expect(parseNumber(text)).toBeUndefined()
    },
  )
})

it.each([
  [0, 'no'],
  [5, 'five'],
  [12, 'twelve'],
  [13, '13'],
  [1200, '1,200'],
])('writes the count %d in prose as %s', (count, words) => {
  expect(numberInWords(count)).toBe(words)
})
