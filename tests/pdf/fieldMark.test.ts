import { describe, expect, it } from 'vitest'
import { formatFieldAddress, parseFieldAddress } from '../../src/pdf/fieldMark.ts'

describe('the address of a field', () => {
  it.each(['My guess, in US dollars', 'a & b = c?', 'Ümläut “quoted” 中文', ''])('keeps the label %j', (label) => {
    const mark = { kind: 'lines', label } as const
    expect(parseFieldAddress(formatFieldAddress(mark))).toEqual(mark)
  })

  it.each([
    'https://example.org/text?label=A',
    'https://field.invalid/radio?label=A',
    'https://field.invalid/text',
    'http://field.invalid/text?label=A',
  ])('is not %s', (address) => {
    expect(parseFieldAddress(address)).toBeUndefined()
  })
})
