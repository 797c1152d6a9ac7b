import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRoomLeft } from '../../../src/polls/ballot/texts.ts'
import { MAX_QUESTION } from '../../../src/polls/kinds/questions/answer.ts'
import { MAX_WORD } from '../../../src/polls/kinds/words/answer.ts'
import { checkTexts, textsOf } from '../../../src/polls/textKey.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...' \t\n-!¿“’\u00A0\u200B\u200DaAÀßſİé你', 'e\u0301'), maxLength: 5 }),
)

describe('texts of a form', () => {
  it.each([
    [['hype', ' chips  '], ['hype', 'chips']],
    [['hype', 'HYPE!', 'Hype'], ['hype']],
    [['', '  ', '…'], []],
    [['a  b', 'a b'], ['a b']],
  ])('%j are sent as %j', (written, sent) => {
    expect(textsOf(written)).toEqual(sent)
  })

  it('are sent as the room keeps them', () => {
    fc.assert(fc.property(fc.array(anyText, { maxLength: 5 }), (written) => {
      const sent = textsOf(written)
      expect(sent).toEqual(checkTexts(written, Infinity))
      expect(textsOf(sent)).toEqual(sent)
    }))
  })
})

describe('the characters left in a text', () => {
  it.each([
    [0, MAX_WORD, ''],
    [29, MAX_WORD, ''],
    [30, MAX_WORD, '10 characters left'],
    [39, MAX_WORD, '1 character left'],
    [40, MAX_WORD, '0 characters left'],
    [174, MAX_QUESTION, ''],
    [175, MAX_QUESTION, '25 characters left'],
    [200, MAX_QUESTION, '0 characters left'],
    [41, MAX_WORD, '1 character too many'],
    [345, MAX_QUESTION, '145 characters too many'],
  ])('after %d of %d: “%s”', (length, max, said) => {
    expect(formatRoomLeft('x'.repeat(length), max)).toBe(said)
  })

  it('are those that the room would count', () => {
    expect(formatRoomLeft(`  ${'😀'.repeat(30)}   `, MAX_WORD)).toBe('10 characters left')
  })
})
