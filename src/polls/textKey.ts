/** Characters that have no width of their own, and spaces of any kind. */
const GAPS = /[\p{Cc}\p{Cf}\s]+/gu
/** A space, but for the byte order mark that JavaScript counts as one. */
const SPACE = /[^\S\uFEFF]/
/** Joins several emoji into one, or shapes Persian and Indic letters: kept between two characters, dropped at an end. */
const JOINER = /^[\u200C\u200D]$/
/** From the first character that is no mark or gap to the last; the end is looked for once, from behind. */
const CORE = /[^\p{P}\s\u2800](?:.*[^\p{P}\s\u2800])?/su

/** Spaces made one, ends trimmed, unseen characters dropped, composed: how a text is kept. */
export function tidyText(text: string): string {
  return text.replace(GAPS, (gap, at: number) => {
    if (SPACE.test(gap))
      return ' '
    return JOINER.test(gap) && at > 0 && at + 1 < text.length ? gap : ''
  }).trim().normalize('NFC')
}

/**
 * What two texts have in common that mean the same: compatible characters and case folded (Unicode NFKC; lower, upper
 * and back to lower case folds ß, ẞ and ς too), marks at both ends and whatever cannot be seen dropped. Empty for a
 * text of marks alone.
 */
export function textKey(text: string): string {
  const seen = text.replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
  return (
    CORE.exec(tidyText(seen.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')))?.[0] ?? ''
  )
}

/** Texts as the room keeps them: tidied, empty ones and marks alone dropped, the first of equal ones kept. */
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
 * Texts as they are kept, see `textsOf`.
 *
 * @param written a list of texts, if it is one
 * @param maxLength characters of one text
 * @returns undefined when one is no text or too long
 */
export function checkTexts(written: unknown, maxLength: number): string[] | undefined {
  if (!Array.isArray(written) || !written.every(text => typeof text === 'string'))
    return undefined
  const tidy = written.map(tidyText)
  if (tidy.some(text => [...text].length > maxLength))
    return undefined
  return textsOf(tidy)
}
