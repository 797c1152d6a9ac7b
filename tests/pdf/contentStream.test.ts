import { describe, expect, it } from 'vitest'
import { parseNumbers, parseOperations, splitOperands } from '../../src/pdf/contentStream.ts'

const read = (content: string) =>
  [...parseOperations(content)].map(({ operator, operands }) => [operands.trim(), operator])

describe('a content stream', () => {
  it.each<[what: string, content: string, operations: [operands: string, operator: string][]]>([
    ['nothing', '', []],
    ['space alone', ' \n\r\t', []],
    ['an operator alone', 'q', [['', 'q']]],
    ['numbers', '1 0 -.5 +3.125 200. 7 cm', [['1 0 -.5 +3.125 200. 7', 'cm']]],
    ['two on a line', '0 0 1 1 re f*', [['0 0 1 1', 're'], ['', 'f*']]],
    ['names', '/G3 gs /F10 12 Tf', [['/G3', 'gs'], ['/F10 12', 'Tf']]],
    ['names set tight', '/Im1 Do/Im2 Do', [['/Im1', 'Do'], ['/Im2', 'Do']]],
    ['a string with an operator in it', '(f and ET) Tj', [['(f and ET)', 'Tj']]],
    ['a string with brackets in it', '(a (b) \\) c) Tj', [['(a (b) \\) c)', 'Tj']]],
    ['a string that ends in an escape', '(\\\\) Tj q', [['(\\\\)', 'Tj'], ['', 'q']]],
    ['a string in hex', '<de f0> Tj', [['<de f0>', 'Tj']]],
    ['an array', '[(A) -120 <42>] TJ', [['[(A) -120 <42>]', 'TJ']]],
    ['a dictionary', '/H1 <</MCID 1 >>BDC', [['/H1 <</MCID 1 >>', 'BDC']]],
    ['a dictionary with text', '/Span<</ActualText <feff2019> >> BDC', [['/Span<</ActualText <feff2019> >>', 'BDC']]],
    ['words that are values', 'true false null x', [['true false null', 'x']]],
    ['operators with signs', '(A) \' 1 2 (B) "', [['(A)', '\''], ['1 2 (B)', '"']]],
    ['a comment', 'q % Q\nf', [['', 'q'], ['', 'f']]],
    ['an image with operators in its bytes', 'BI /W 1 ID f Q( EI\nq', [['', 'BI'], ['', 'q']]],
  ])('reads %s', (_, content, operations) => {
    expect(read(content)).toEqual(operations)
  })

  it('knows the position of each operation', () => {
    const content = 'q 1 0 0 rg\n(A) Tj'
    expect([...parseOperations(content)].map(({ start, end }) => content.slice(start, end))).toEqual([
      'q',
      '1 0 0 rg',
      '(A) Tj',
    ])
  })

  it.each(['(never closed Tj', '<de', 'BI /W 1 ID xyz', '/Name', '<< /A'])('ends after unfinished %j', (content) => {
    expect(read(content).length).toBeLessThan(3)
  })
})

describe('the operands of an operator', () => {
  it.each<[written: string, numbers: number[]]>([
    ['', []],
    [' 1 -.5\n+3.125 200. ', [1, -0.5, 3.125, 200]],
    ['[ 1 0 0 -1 .24 841.92 ]', [1, 0, 0, -1, 0.24, 841.92]],
  ])('%j are read as numbers', (written, numbers) => {
    expect(parseNumbers(written)).toEqual(numbers)
    expect(splitOperands(written).map(Number)).toEqual(numbers)
  })
})
