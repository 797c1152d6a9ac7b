import { describe, expect, it } from 'vitest'
import { endLinesOf, fontOf, neighboursIn } from '../../src/pdf/lineEnds.ts'

const LETTERS = [...'abcdpqx.-'].map((letter): [number, string] => [letter.charCodeAt(0), letter])
const FONT = fontOf(new Map([[1, ' '], ...LETTERS]))
const words = (text: string) => `(${[...text].map(letter => `\0${letter === ' ' ? '\x01' : letter}`).join('')})`
const line = (y: number, text: string) => `BT /F1 9 Tf 1 0 0 -1 9 ${y} Tm ${words(text)} Tj ET`
const SPACE = ' (\0\x01) Tj'
const ended = (content: string, page: string) => endLinesOf(content, neighboursIn(page), () => FONT)

describe('a line that ends between two words', () => {
  it('gets a space', () => {
    const [one, two] = [line(9, 'a b'), line(20, 'c d')]
    expect(ended(`${one} ${two}`, 'x a b c d x')).toBe(`${one.replace(' ET', `${SPACE} ET`)} ${two}`)
  })

  it('gets one also where its last word is set in two parts', () => {
    const [one, part, two] = [line(9, 'a b'), line(9, 'p'), line(20, 'c')]
    expect(ended(`${one} ${part} ${two}`, 'a bp c')).toBe(`${one} ${part.replace(' ET', `${SPACE} ET`)} ${two}`)
  })

  it.each([
    ['within a word or an address', 'a b.cd', [line(9, 'a b.'), line(20, 'cd')]],
    ['at the end of a paragraph', 'a b\nx c d', [line(9, 'a b'), line(20, 'c d')]],
    ['with a space already', 'a b c', [line(9, 'a b '), line(20, 'c')]],
    ['nowhere', 'a b', [line(9, 'a'), line(9, 'b')]],
  ])('stays as it is where it ends %s', (_, page, lines) => {
    expect(ended(lines.join(' '), page)).toBe(lines.join(' '))
  })
})
