import { describe, expect, it } from 'vitest'
import { roundCoordinates } from '../../src/pdf/roundCoordinates.ts'

describe('coordinates in a drawing', () => {
  it.each<[what: string, content: string, short: string]>([
    ['of a path', '1.23456789 -.0049 m 2.999999 3 l', '1.23 0 m 3 3 l'],
    ['of a curve', '1.005 2.12345 .5 -.25 7 8.98765 c', '1 2.12 0.5 -0.25 7 8.99 c'],
    ['of a rectangle', '0 .82313538 1499.93604 844.86194 re W n', '0 0.82 1499.94 844.86 re W n'],
    [
      'of a line of text, and not how it is turned',
      '1 0 .123456 -1.00001 58.123456 141.98765 Tm',
      '1 0 .123456 -1.00001 58.12 141.99 Tm',
    ],
    [
      'where it is drawn larger',
      'q 20 0 0 20 0 0 cm 1.23456789 2 m Q 1.23456789 2 m',
      'q 20 0 0 20 0 0 cm 1.2346 2 m Q 1.23 2 m',
    ],
    ['where it is drawn much smaller', '.001 0 0 .001 0 0 cm 1234.56789 2 m', '.001 0 0 .001 0 0 cm 1235 2 m'],
  ])('%s are rounded', (_, content, short) => {
    expect(roundCoordinates(content)).toBe(short)
    expect(roundCoordinates(short)).toBe(short)
  })

  it.each([
    '1.53054702 0 0 1.53054702 0 .82313538 cm',
    '.94509804 .5 .5 rg',
    '1.23456 w',
    '(1.23456 m) Tj',
    '[(1.23456)-1.23456] TJ',
    '1.23456 0 Td',
    '/F1 10.6599998 Tf',
  ])('%s stays as it is', (content) => {
    expect(roundCoordinates(content)).toBe(content)
  })
})
