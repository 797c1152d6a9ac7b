import { describe, expect, it } from 'vitest'
import { curlQuotes } from '../../src/handouts/quotes.ts'

describe('quotation marks', () => {
  it.each([
    ['"AI built for $6 million"', '“AI built for $6 million”'],
    ['the column \'Now\', and only that', 'the column ‘Now’, and only that'],
    ['Nvidia\'s share ("it fell")', 'Nvidia’s share (“it fell”)'],
    ['each with \'according to …\'', 'each with ‘according to …’'],
    ['“already” so', '“already” so'],
    ['say: "a \'b\' c"', 'say: “a ‘b’ c”'],
  ])('of %s are curly', (text, curly) => {
    expect(curlQuotes(text)).toBe(curly)
  })

  it('close where a word stands before them in another element', () => {
    expect(curlQuotes('\'s price', 'Nvidia')).toBe('’s price')
  })
})
