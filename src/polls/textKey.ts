/** Runs of control and format characters, halves of a character and spaces of any kind. */
const GAPS = /[\p{Cc}\p{Cf}\p{Cs}\s]+/gu
/**
 * Marks on one letter beyond those that any living script sets there: they would grow over the lines around it. To be
 * replaced by its first group, in Unicode form NFD.
 */
const PILE = /(\p{M}{5})\p{M}+/gu
const MARK = /\p{M}/u
/** A space; not the byte order mark, which JavaScript's `\s` includes. */
const SPACE = /[^\S\uFEFF]/
/**
 * Zero-width joiners combine emoji and shape Persian and Indic letters: they stay between two characters, and are
 * dropped at an end and between two marks.
 */
const JOINER = /^[\u200C\u200D]$/
/**
 * From the first character that is not punctuation, a space or a mark without its letter to the last that is not
 * punctuation or a space. The greedy `.*` makes it search the end from
 * behind, once, however long the text is.
 */
const CORE = /[^\p{P}\p{M}\s\u2800](?:.*[^\p{P}\s\u2800])?/su

/** A text as it is stored: spaces merged, ends trimmed, invisible characters and piles of marks dropped, in NFC. */
export function tidyText(text: string): string {
  return text.replace(GAPS, (gap, at: number) => {
    if (SPACE.test(gap))
      return ' '
    const [before, after] = [text[at - 1], text[at + 1]]
    return JOINER.test(gap) && before && after && !(MARK.test(before) && MARK.test(after)) ? gap : ''
  }).trim().normalize('NFD').replace(PILE, '$1').normalize('NFC')
}

/**
 * A key that is equal for texts that count as the same. It drops invisible characters and punctuation at both ends, and
 * folds compatible characters (Unicode NFKC) and case; going to lower, upper and lower case again folds ß, ẞ and ς too.
 * Empty for a text of punctuation alone.
 */
export function textKey(text: string): string {
  const seen = tidyText(text).replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
  return (
    CORE.exec(tidyText(seen.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')))?.[0] ?? ''
  )
}

/** Texts as the room stores them: tidied, without those that are empty or only punctuation, each text once. */
export function textsOf(written: string[]): string[] {
  const byKey = new Map<string, string>()
  for (const text of written.map(tidyText)) {
    const key = textKey(text)
    if (key !== '' && !byKey.has(key))
      byKey.set(key, text)
  }
  return [...byKey.values()]
}

/**
 * Checks a list of texts and tidies it as `textsOf` does.
 *
 * @param written anything; only a list of strings is accepted
 * @param maxLength of one text, in characters
 * @returns undefined if it is not a list of strings, or one is too long
 */
export function checkTexts(written: unknown, maxLength: number): string[] | undefined {
  if (!Array.isArray(written) || !written.every(text => typeof text === 'string'))
    return undefined
  const tidied = written.map(tidyText)
  if (tidied.some(text => [...text].length > maxLength))
    return undefined
  return textsOf(tidied)
}
