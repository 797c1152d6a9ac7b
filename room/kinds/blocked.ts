import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'

/** The package's English list, with its rules for look-alike letters. It knows words such as "Scunthorpe" that only contain one. */
const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })

/**
 * Whether a text holds a word of the blocked list, written plainly or with letters that are decorated, struck through,
 * kept apart by what cannot be seen, or the same as plain ones but for their case (ı, ß). Such a text is counted, and waits
 * for the presenter like any other.
 */
export function isBlocked(text: string): boolean {
  const bare = text.normalize('NFKD').replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '')
  return [text, bare, bare.toLowerCase().toUpperCase()].some(it => matcher.hasMatch(it))
}
