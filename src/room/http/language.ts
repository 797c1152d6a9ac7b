import type { Language } from '../../polls/words/languages.ts'
import { LANGUAGES } from '../../polls/words/languages.ts'

/** A browser sends some dozens of characters; what is longer is sent to keep the room busy. */
const MAX_LENGTH = 1000

/**
 * The language that a browser likes best of those that there are. Any tag of a language gets it: `de-AT` German, and
 * `zh-Hant-TW` the one Chinese that there is.
 *
 * @param accepted the header `Accept-Language`
 * @param offered English among them, which is for all that accept none of the others
 */
export function pickLanguage(accepted: string | undefined, offered: readonly Language[]): Language {
  const ranges = (accepted ?? '')
    .slice(0, MAX_LENGTH)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.toLowerCase().split(';').map(piece => piece.trim())
      const q = parameters.map(parameter => /^q=(.*)$/.exec(parameter)?.[1]).find(value => value !== undefined)
      return { tag, q: q === undefined ? 1 : Number(q) }
    })
    // A weight that is no number is a fault of the browser, not a wish.
    .filter(({ tag, q }) => tag !== '' && q > 0 && q <= 1)
    // The order is kept where two are liked the same.
    .sort((a, b) => b.q - a.q)
  for (const { tag } of ranges) {
    const found = languageOf(tag, offered)
    if (found)
      return found
  }
  return 'en'
}

/** The language of a tag such as `pt-BR`; undefined where it is not offered. */
export function languageOf(tag: string, offered: readonly Language[] = LANGUAGES): Language | undefined {
  const [language] = tag.toLowerCase().split('-')
  return offered.find(name => name === language)
}
