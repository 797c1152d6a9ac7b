import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOperations } from '../../src/pdf/contentStream.ts'
import { formatString, parseString, parseStrings } from '../../src/pdf/contentString.ts'

describe('a string of a content stream', () => {
  it.each<[what: string, written: string, bytes: string]>([
    ['of characters', '(abc)', 'abc'],
    ['of nothing', '()', ''],
    ['with brackets', '(a(b)c)', 'a(b)c'],
    ['with escapes', '(\\(\\)\\\\\\n\\r\\t\\b\\f)', '()\\\n\r\t\b\f'],
    ['with numbers of characters', '(\\101\\7x\\0053)', 'A\x07x\x053'],
    ['with a number above a byte', '(\\501)', 'A'],
    ['with an escape of nothing special', '(\\q)', 'q'],
    ['broken over lines', '(a\\\nb\\\r\nc)', 'abc'],
    ['with ends of lines', '(a\r\nb\rc)', 'a\nb\nc'],
    ['in hex', '<0041fF>', '\0A\xFF'],
    ['in hex with space', '<00 4\n1>', '\0A'],
    ['in hex, a digit short', '<414>', 'A@'],
  ])('%s is read', (_, written, bytes) => {
    expect(parseString(written)).toBe(bytes)
  })

  it.each<[operands: string, bytes: string]>([
    ['(ab)', 'ab'],
    ['[(a\\)) -120 <0042>(c)]', 'a)\0Bc'],
    ['12', ''],
  ])('%s is read with all that an operator shows', (operands, bytes) => {
    expect(parseStrings(operands)).toBe(bytes)
  })

  it('survives a round trip', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 255 })).map(item => String.fromCharCode(...item)),
        (bytes) => {
          expect(parseString(formatString(bytes))).toBe(bytes)
          expect([...parseOperations(`${formatString(bytes)} Tj q`)].map(operation => operation.operator)).toEqual([
            'Tj',
            'q',
          ])
        },
      ),
    )
  })
})
