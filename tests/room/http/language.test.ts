import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../src/polls/words/languages.ts'
import { languageOf, pickLanguage } from '../../../src/room/http/language.ts'

describe('the language that a browser gets', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-at', 'de'],
    ['zh-Hant-TW,zh;q=0.9,en;q=0.8', 'zh'],
    ['pt-PT', 'pt'],
    ['sv,fr;q=0.8', 'fr'],
    ['fr;q=0.3,it;q=0.7,en;q=0.5', 'it'],
    ['fr; q=0.3 , it ; q=0.7', 'it'],
    ['pl;q=0,ja', 'ja'],
    ['pl;q=0', 'en'],
    ['sv,*', 'en'],
    ['sv,*;q=0.1,ar;q=0.01', 'ar'],
    ['de;q=high,es;q=0.1', 'es'],
    ['dex,deutsch', 'en'],
    ['es,fr', 'es'],
    [';;q=,,-', 'en'],
  ])('for %j is %s', (accepted, language) => {
    expect(pickLanguage(accepted, LANGUAGES)).toBe(language)
  })

  it('is one that there is, for any header', () => {
    fc.assert(fc.property(fc.string(), (header) => {
      expect(LANGUAGES).toContain(pickLanguage(header, LANGUAGES))
    }))
    expect(pickLanguage('de,fr;q=0.5', ['en', 'fr'])).toBe('fr')
  })

  it('is not looked for in more of a header than a browser sends', () => {
    expect(pickLanguage(`${' '.repeat(990)}de`, LANGUAGES)).toBe('de')
    expect(pickLanguage(`${' '.repeat(1000)}de`, LANGUAGES)).toBe('en')
  })

  it('is the one of a link, where there is such a one', () => {
    expect(['de', 'pt-BR', 'sv', ''].map(tag => languageOf(tag))).toEqual(['de', 'pt', undefined, undefined])
  })
})
