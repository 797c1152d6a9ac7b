import { expect, it } from 'vitest'
import { curlyQuotes } from '../../src/content/curlyQuotes.ts'

it.each([
  ['China\'s AI models', 'China’s AI models'],
  ['a "plan", they say', 'a “plan”, they say'],
  ['called \'cheap\' by rivals\' papers', 'called ‘cheap’ by rivals’ papers'],
  ['“So”, it said', '“So”, it said'],
])('prints %s as %s', (typed, printed) => {
  expect(curlyQuotes(typed)).toBe(printed)
})
