import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelLines } from '../../../src/drawing/polls/labelLines.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { MANY_WORDS } from '../../polls/support/drawnPolls.ts'

const SIZE = 16
const widthOf = (text: string) => textWidthAnyScript(text, SIZE)

describe('the lines of a label', () => {
  it.each<[what: string, text: string, width: number, most: number, lines: string[]]>([
    ['one where it fits', 'Mostly hype', 300, 2, ['Mostly hype']],
    [
      'broken between words, no word left alone',
      'A Chinese national plan',
      widthOf('A Chinese national'),
      2,
      ['A Chinese', 'national plan'],
    ],
    ['cut between words where there are too many', 'A Chinese national plan', widthOf('A Chinese…'), 1, ['A Chinese…']],
    [
      'cut between words though a part of the next would fit',
      'A Chinese national plan',
      widthOf('A Chinese nat…'),
      1,
      ['A Chinese…'],
    ],
    [
      'cut in the last one only',
      'A technical breakthrough of the year',
      widthOf('breakthrough…'),
      2,
      ['A technical', 'breakthrough…'],
    ],
    ['cut within a word that fills the line', 'Donaudampfschifffahrt', widthOf('Donau…'), 1, ['Donau…']],
    ['broken anywhere without spaces', '人工智能公司', widthOf('人工智'), 2, ['人工智', '能公司']],
    ['cut anywhere without spaces', '人工智能公司很大', widthOf('人工智'), 2, ['人工智', '能公…']],
  ])('are %s', (_, text, width, most, lines) => {
    expect(labelLines(text, { width, size: SIZE }, most)).toEqual(lines)
  })

  const words = fc.array(fc.constantFrom(...MANY_WORDS.map(([text]) => text)), { minLength: 1, maxLength: 8 })

  it('keep to the most width and lines, and begin as the text does', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 40, max: 400 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        (some, width, most, condensed) => {
          const lines = labelLines(some.join(' '), { width, size: SIZE, condensed }, most)
          expect(lines.length).toBeLessThanOrEqual(most)
          expect(lines.filter(line => textWidthAnyScript(line, SIZE, condensed) > width)).toEqual([])
          const bare = (text: string) => text.replace(/[\s…]/g, '')
          expect(bare(some.join(''))).toContain(bare(lines.join('')))
          expect(bare(some.join('')).startsWith(bare(lines.join('')))).toBe(true)
        },
      ),
    )
  })

  it('lose nothing without a limit of lines', () => {
    fc.assert(fc.property(words, fc.integer({ min: 40, max: 400 }), (some, width) => {
      const lines = labelLines(some.join(' '), { width, size: SIZE }, Infinity)
      expect(lines.join('').replace(/\s/g, '')).toBe(some.join('').replace(/\s/g, ''))
    }))
  })
})
