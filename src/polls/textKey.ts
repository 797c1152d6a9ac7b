/** What takes no place on a line, or only keeps others apart. */
const GAPS = /[\p{Cc}\p{Cf}\s]+/gu
/** A space, but for the byte order mark that JavaScript counts as one. */
const SPACE = /[^\S\uFEFF]/
/**
 * Joins an emoji of several, or shapes Persian and Indic letters: part of a text as long as it stands between two of
 * them.
 */
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
