/** Spaces made one, ends trimmed, composed: how a text is kept. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, gap => /\s/.test(gap) ? ' ' : '').trim()
}

/**
 * What two texts have in common that mean the same: compatible characters and case folded (Unicode NFKC; upper and back
 * to lower case folds ß and ς too), marks at both ends dropped. Empty for a text of marks alone.
 */
export function textKey(text: string): string {
  const folded = tidyText(text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC'))
  return folded.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')
}
