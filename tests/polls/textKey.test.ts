import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textKey, tidyText } from '../../src/polls/textKey.ts'

/** Any script, with composed letters, emoji of several code points, marks and what cannot be seen. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      ...' \t\n-–.!¿«»"’#\u00A0\u00AD\u200B\u200C\u200D\u202E\u2060\uFEFFaÀẞßςΣİıﬁＤ①é你क्षि',
      'e\u0301',
      '\u0316\u0301\u0E47\u0316\u200D\u0301',
      '\uD83D',
      '👩\u200D🔬',
    ),
    maxLength: 12,
  }),
)

describe('a text as it is kept', () => {
  it.each([
    ['a word', 'hype', 'hype'],
    ['spaces around and within', '  big \t\n  bang  ', 'big bang'],
    ['a space that does not break', 'a\u00A0b', 'a b'],
    ['letters with their accents apart', 'cafe\u0301', 'caf\u00E9'],
    ['what turns the line round', '\u202Eevil\u202C', 'evil'],
    ['what is not seen', 'hy\u200Bpe\uFEFF', 'hype'],
    ['an escape', 'a\u001B[31mb', 'a[31mb'],
    ['an emoji of several', '👩\u200D🔬', '👩\u200D🔬'],
    ['a joiner that joins nothing', '\u200Da\u200D', 'a'],
    ['letters that keep their shape apart', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['half an emoji, as some keyboards cut it', 'wow \uD83D', 'wow'],
    ['a pile of marks', `z${'\u0301\u0300\u0316'.repeat(9)}a`, `z${'\u0316'.repeat(5)}a`],
    ['a pile with joiners between', `n${'\u0E47\u200D'.repeat(30)}o`, `n${'\u0E47'.repeat(5)}\u200Do`],
    ['a letter that a joiner shapes', 'র\u200D্য', 'র\u200D্য'],
    ['as many marks as a letter needs', 'ཧཱུྃ ကြို့ שְּׁ', 'ཧཱུྃ ကြို့ שְּׁ'.normalize('NFC')],
    ['case and marks', '“DeepSeek!”', '“DeepSeek!”'],
    ['nothing', ' \u200B\n', ''],
  ])('is of %s: %j is %j', (_, text, kept) => {
    expect(tidyText(text)).toBe(kept)
  })

  it('is one trimmed line, and unchanged when it is tidied again', () => {
    fc.assert(fc.property(anyText, (text) => {
      const kept = tidyText(text)
      expect(kept).not.toMatch(/[\p{Cc}\u2028\u2029]|^\s|\s$|\s\s/u)
      expect(kept).toBe(kept.normalize('NFC'))
      expect(tidyText(kept)).toBe(kept)
    }))
  })
})

describe('texts that mean the same', () => {
  it.each([
    ['case', 'DeepSeek', 'dEEPsEEK'],
    ['an accent of its own', 'caf\u00E9', 'CAFE\u0301'],
    ['width', 'ＡＩ', 'ai'],
    ['a ligature', 'ﬁne', 'FINE'],
    ['a sharp s', 'Straße', 'STRASSE'],
    ['a capital sharp s', 'STRAẞE', 'straße'],
    ['a final sigma', 'λόγος', 'ΛΌΓΟΣ'],
    ['marks at both ends', '“Hype?!”', '-hype…'],
    ['a tag', '#chips', 'chips'],
    ['spaces', ' open   source ', 'open\nsource'],
    ['what is not seen', 'hy\u00ADpe', 'h\u200By\u2060pe'],
  ])('differ in %s: %j and %j', (_, a, b) => {
    expect(textKey(a)).toBe(textKey(b))
    expect(textKey(a)).not.toBe('')
  })

  it.each([
    ['resume', 'résumé'],
    ['ab', 'a b'],
    ['don’t', 'dont'],
    ['C', 'C++'],
    ['open source', 'open-source'],
    ['1', '12'],
  ])('are not %j and %j', (a, b) => {
    expect(textKey(a)).not.toBe(textKey(b))
  })

  const NOTHING = ['', ' ', '…', '?!', '“”', '\u200B', '\u2800', '\u3164', '\u0301\u0302', '\uD800']
  it.each(NOTHING)('are never made of %j alone', (text) => {
    expect(textKey(text)).toBe('')
  })

  it('have one key in each form of Unicode, in either case, and as they are kept', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom<[string, (text: string) => string]>(
          ...(['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form): [string, (text: string) => string] => [
            form,
            text => text.normalize(form),
          ]),
          ['upper case', text => text.toUpperCase()],
          ['lower case', text => text.toLowerCase()],
          ['tidied', tidyText],
          ['its key', textKey],
          ['quoted', text => `“${text}!” `],
        ),
        (text, [, change]) => {
          expect(textKey(change(text))).toBe(textKey(text))
        },
      ),
      { numRuns: 500 },
    )
  })
})
