/** Runs of control and format characters and spaces of any kind. */
const GAPS = /[\p{Cc}\p{Cf}\s]+/gu
/** A space; not the byte order mark, which JavaScript's `\s` includes. */
const SPACE = /[^\S\uFEFF]/
/**
 * Zero-width joiners combine emoji and shape Persian and Indic letters: they stay between two characters and are
 * dropped at an end.
 */
const JOINER = /^[\u200C\u200D]$/
/**
 * From the first character that is not punctuation or a space to the last. The greedy `.*` makes it search the end from
 * behind, once, however long the text is.
 */
const CORE = /[^\p{P}\s\u2800](?:.*[^\p{P}\s\u2800])?/su

/** A text as it is stored: spaces merged, ends trimmed, invisible characters dropped, in Unicode form NFC. */
export function tidyText(text: string): string {
  return text.replace(GAPS, (gap, at: number) => {
    if (SPACE.test(gap))
      return ' '
    return JOINER.test(gap) && at > 0 && at + 1 < text.length ? gap : ''
  }).trim().normalize('NFC')
}

/**
 * A key that is equal for texts that count as the same. It drops invisible characters and punctuation at both ends, and
 * folds compatible characters (Unicode NFKC) and case; going to lower, upper and lower case again folds ß, ẞ and ς too.
 * Empty for a text of punctuation alone.
 */
export function textKey(text: string): string {
  const seen = text.replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
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
