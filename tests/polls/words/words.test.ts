import type { Language } from '../../../src/polls/words/languages.ts'
import type { Words } from '../../../src/polls/words/words.ts'
import { describe, expect, it } from 'vitest'
import { ALL_WORDS } from '../../../src/polls/words/all.ts'
import { LANGUAGES } from '../../../src/polls/words/languages.ts'

/** Of languages that do not write in Latin letters. */
const SCRIPTS: Partial<Record<Language, RegExp>> = {
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ar: /\p{Script=Arabic}/u,
}
/** Straight quotes, and what a language never writes between its own letters. */
const WRONG_SIGNS: Partial<Record<Language, RegExp>> = {
  en: /["']/,
  de: /["'”«»]|\p{L}…/u,
  // A space that may break before : ; ! ? or inside the quotes, and a wide one where the narrow one belongs.
  fr: /["'“”„]|[^\u00A0\d]:(?! *$)|[^\u00A0]: *$|[^\u202F][;!?]|«[^\u00A0]|[^\u00A0]»/,
  es: /["'“”„]|^[^¿]*\?|^[^¡]*!/,
  pt: /["'„«»]/,
  it: /["'„«»]/,
  pl: /["'“«»]/,
  zh: /["'「」]|\p{Script=Han} ?[,.!?:;]|\p{Script=Han}…(?!…)/u,
  ja: /["'“”]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] ?[,.!?:;]/u,
  ar: /["'“”„;?]|(?<!\d),|,(?!\d)/,
}
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 100, 1234]

/** Ends of paths of functions that take one text. */
const TAKE_TEXT = [
  ...['calm', 'amber', 'red', 'talk', 'estimate\\.said', 'sendText', 'sendWord', 'up', 'down', 'withdraw'],
  ...['within', 'next', 'roomPut', 'youPut'],
]

/** Every text of a language by its path, functions called with everything that they may be given. */
function textsOf(words: Words): [path: string, text: string][] {
  const texts: [string, string][] = []
  const visit = (value: unknown, path: string) => {
    if (typeof value === 'string') {
      texts.push([path, value])
    }
    else if (typeof value === 'function') {
      const call = value as (...args: unknown[]) => unknown
      argumentsFor(path).forEach((args, i) => visit(call(...args), `${path}(${i})`))
    }
    else if (typeof value === 'object' && value !== null) {
      Object.entries(value).forEach(([key, inner]) => visit(inner, `${path}.${key}`))
    }
  }
  visit(words, '')
  return texts
}

function argumentsFor(path: string): unknown[][] {
  if (path.endsWith('choice.said'))
    return [[['1']], [['1', '2']], [['1', '2', '3']]]
  const takesText = new RegExp(`\\.(?:${TAKE_TEXT.join('|')})$`)
  if (takesText.test(path))
    return [['TEXT']]
  if (/\.(?:estimate|estimateFault|range)$/.test(path))
    return [['LOW', 'HIGH']]
  if (path.endsWith('wroteToo'))
    return COUNTS.slice(1).map(count => [count, 'TEXT'])
  if (/(?:grid\.said|RESULTS\.count)$/.test(path))
    return [[1, 1], [2, 3], [5, 5]]
  if (/\.(?:take|liesAt)$/.test(path))
    return [[5, 'TEXT']]
  if (/\.step$/.test(path))
    return [['TEXT', '2.5', 5]]
  if (/CARD\.(?:score|someSure)$/.test(path))
    return [[1, 3], [2, 4], [3, 4], [5, 8]]
  if (/(?:words\.change|saidSure)$/.test(path))
    return [[true], [false]]
  if (path.endsWith('percentOff'))
    return [['TEXT', true], ['TEXT', false]]
  if (/\.off$/.test(path))
    return [1, 2, 2.5, 30].flatMap(by => [[by, true, true], [by, true, false], [by, false, true], [by, false, false]])
  if (path.endsWith('timesOff'))
    return [2, 3, 5, 10, 120].flatMap(factor => [[factor, true], [factor, false]])
  if (/scale\.said$/.test(path))
    return [[3], [3, true], [3, false]]
  if (/\.(?:word|placed)$/.test(path))
    return [[1, 1], [2, 3]]
  if (path.endsWith('partly'))
    return [[1, 2, 0], [2, 3, 1]]
  if (path.endsWith('lettersLeft'))
    return [...COUNTS, ...COUNTS.map(count => -count - 1)].map(count => [count])
  if (/\.(?:strokes|prompt|asked)$/.test(path))
    return COUNTS.slice(1, 6).map(count => [count])
  return COUNTS.map(count => [count])
}

describe.each(LANGUAGES)('the words of %s', (language) => {
  const words = ALL_WORDS[language]
  const texts = textsOf(words)

  it('say something in every form', () => {
    const isSilent = (text: string) => text.replace(/[\d\s]/g, '') === ''
    const isBroken = (text: string) => /undefined|NaN|null|\[object|\$\{/.test(text)
    const odd = texts.filter(([path, text]) =>
      isBroken(text) || (!path.includes('AMOUNTS') && (isSilent(text) || text.includes('#'))))
    expect(odd).toEqual([])
  })

  it('are in the letters of the language, and have nothing left from English', () => {
    const letters = SCRIPTS[language] ?? /\p{Script=Latin}/u
    const isSaid = ([path]: [string, string]) =>
      !/AMOUNTS|PAGE\.(?:lang|dir)|range|FORMS\.(?:estimate|comma)/.test(path)
    expect(texts.filter(isSaid).filter(([, text]) => !letters.test(text))).toEqual([])
    if (language !== 'en')
      expect(texts.filter(([, text]) => /\b(?:the|your|you|answer|send)\b/i.test(text))).toEqual([])
  })

  it('have room on a small phone', () => {
    const wide = ['zh', 'ja'].includes(language) ? 0.6 : 1
    const long = texts.filter(([path, text]) =>
      (/\.STATUS\.\w+\.0|\.KIND_TEXTS\..*(?:prompt\S*\.0|said)/.test(path) && text.length > 46 * wide)
      || (/\.STATUS\.\w+\.1|\.KIND_TEXTS\..*(?:prompt\S*\.1|change|ask)/.test(path) && text.length > 60 * wide)
      || (/\.BALLOT\./.test(path) && text.length > 34 * wide))
    expect(long).toEqual([])
  })

  it('are all there, each with what it is given', () => {
    const english = textsOf(ALL_WORDS.en)
    // Units and how large money is written are each language's own.
    const isShared = ([path]: [string, string]) => !path.startsWith('.FIRST.AMOUNTS')
    const own = new Map(texts)
    expect(texts.filter(isShared).map(([path]) => path)).toEqual(english.filter(isShared).map(([path]) => path))
    const lost = english.filter(isShared).flatMap(([path, text]) => {
      const given = text.match(/TEXT|LOW|HIGH|(?<![\d,.])\d{3,4}|\d,\d{3}/g) ?? []
      const digits = own.get(path)?.replace(/(?<=\d)\D?(?=\d{3})/g, '') ?? ''
      return given.filter(part => !digits.includes(part.replace(',', ''))).map(part => `${path}: ${part}`)
    })
    expect(lost).toEqual([])
  })

  it('keep to the signs of their language', () => {
    const odd = texts.filter(([path, text]) => !path.includes('AMOUNTS') && WRONG_SIGNS[language]?.test(text))
    expect(odd).toEqual([])
  })

  it('keep the number and the text that they are given', () => {
    const lost = texts.filter(([path, text]) =>
      (argumentsFor(path.replace(/\(\d+\)$/, ''))[0]?.[0] === 'TEXT' && path.includes('(') && !text.includes('TEXT')))
    expect(lost).toEqual([])
  })
})

/** Paths of functions that count something, with a form for each plural category that a language has. */
const COUNTED = [
  ['FIRST', 'TIME', 'seconds'],
  ['LATER', 'RESULTS', 'answered'],
  ['LATER', 'RESULTS', 'saidSo'],
  ['LATER', 'RESULTS', 'right'],
] as const

describe('plurals', () => {
  it.each(LANGUAGES)('have a form for each category that counts to a thousand fall in: %s', (language) => {
    const rules = new Intl.PluralRules(ALL_WORDS[language].PAGE.lang)
    const categories = Map.groupBy(Array.from({ length: 1000 }, (_, i) => i + 1), count => rules.select(count))
    for (const [part, group, name] of COUNTED) {
      const groups = ALL_WORDS[language][part] as unknown as Record<string, Record<string, (count: number) => string>>
      const say = (count: number) => groups[group]?.[name]?.(count).replace(/[\d.,\s]+/g, ' ') ?? ''
      // Within a category the words are the same, and where there are several they are not the same in all.
      const forms = [...categories].map(([, counts]) => new Set(counts.map(say)))
      expect(forms.map(said => [...said]), name).toEqual(forms.map(said => [[...said][0]]))
      const distinct = new Set(forms.flatMap(said => [...said]))
      expect(distinct.size, name).toBeGreaterThanOrEqual(Math.min(categories.size, 2))
    }
  })

  const { FIRST: polish, LATER: polishLater } = ALL_WORDS.pl
  const { LATER: arabic } = ALL_WORDS.ar

  it('are those of Polish', () => {
    expect([1, 2, 5, 12, 22, 25].map(polish.TIME.seconds)).toEqual([
      'Jeszcze 1 sekunda.',
      'Jeszcze 2 sekundy.',
      'Jeszcze 5 sekund.',
      'Jeszcze 12 sekund.',
      'Jeszcze 22 sekundy.',
      'Jeszcze 25 sekund.',
    ])
    expect([1, 3, 5].map(polishLater.RESULTS.answered)).toEqual([
      'Odpowiedziała 1 osoba',
      'Odpowiedziały 3 osoby',
      'Odpowiedziało 5 osób',
    ])
  })

  it('are the six of Arabic, in digits of the wall', () => {
    expect([1, 2, 3, 11, 100].map(arabic.RESULTS.answered)).toEqual([
      'أجاب شخص واحد',
      'أجاب شخصان',
      'أجاب 3 أشخاص',
      'أجاب 11 شخصًا',
      'أجاب 100 شخص',
    ])
  })
})
