import { describe, expect, it } from 'vitest'
import { parseRange } from '../../src/export/range.ts'

describe('a range of slides', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5, 6]],
    ['3', [3]],
    ['2-4', [2, 3, 4]],
    ['5,1-2', [1, 2, 5]],
    ['1-3, 2-4', [1, 2, 3, 4]],
    ['6-6', [6]],
  ])('%j of six are %j', (text, numbers) => {
    expect(parseRange(text, 6)).toEqual(numbers)
  })

  it.each(['', ' ', 'all', '3-1', '1-', '-2', '1.5', '1;2', '1,,2', 'one'])('%j is refused as no range', (text) => {
    expect(() => parseRange(text, 6))
      .toThrow(`--range is "${text}"; write numbers of slides, such as 3, 1-5 or 1,4-6.`)
  })

  it.each(['0', '7', '5-7', '1,99'])('%j is refused where there are six', (text) => {
    expect(() => parseRange(text, 6)).toThrow(`--range is "${text}", but this track has slides 1 to 6.`)
  })
})
