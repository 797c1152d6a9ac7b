import { describe, expect, it } from 'vitest'
import { isBlocked } from '../../../src/polls/entries/blocked.ts'
import { QUESTIONS, WORDS } from '../../../src/polls/entries/inventedTexts.ts'
import { drawQuestion, drawWords } from '../../../src/polls/entries/writing.ts'
import { MAX_QUESTION } from '../../../src/polls/kinds/questions/answer.ts'
import { MAX_WORD } from '../../../src/polls/kinds/words/answer.ts'
import { createRandom } from '../../../src/polls/random.ts'
import { textKey } from '../../../src/polls/textKey.ts'

describe.each([
  ['words', WORDS, MAX_WORD],
  ['questions', QUESTIONS, MAX_QUESTION],
] as const)('rehearsed %s', (_, texts, longest) => {
  it('fit a phone, and are each something else', () => {
    expect(texts.filter(text => text.length >= longest)).toEqual([])
    expect(new Set(texts.map(textKey)).size).toBe(texts.length)
  })

  it('wait for nobody’s approval', () => {
    expect(texts.filter(isBlocked)).toEqual([])
  })
})

describe('writing', () => {
  it('spells the same in several ways, the first one most often', () => {
    const random = createRandom('spelling')
    const words = Array.from({ length: 600 }, () => drawWords(random, 1)[0] ?? '')
    const [first = ''] = WORDS
    const spellings = Object.groupBy(words.filter(word => textKey(word) === textKey(first)), text => text)
    expect(Object.keys(spellings).length).toBeGreaterThan(2)
    expect(Math.max(...Object.values(spellings).map(spelling => spelling?.length ?? 0))).toBe(spellings[first]?.length)
    const known = new Set(WORDS.map(textKey))
    expect(words.filter(word => !known.has(textKey(word)))).toEqual([])
  })

  it('takes earlier texts of the list more often', () => {
    const random = createRandom('order')
    const places = Array.from({ length: 600 }, () =>
      QUESTIONS.findIndex((text, _, __, asked = drawQuestion(random)) => textKey(text) === textKey(asked)))
    expect(places.filter(place => place >= 0 && place < QUESTIONS.length / 2).length).toBeGreaterThan(
      places.filter(place => place >= QUESTIONS.length / 2).length,
    )
  })

  it('brings no word twice', () => {
    for (let seed = 0; seed < 200; seed++) {
      const words = drawWords(createRandom(seed), 5)
      expect(new Set(words.map(textKey)).size).toBe(words.length)
      expect(words.length).toBeGreaterThan(0)
    }
  })
})
