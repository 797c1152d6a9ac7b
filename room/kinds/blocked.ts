import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'

/** The package's English list, with its rules for look-alike letters. It knows words such as "Scunthorpe" that only contain one. */
const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })

/**
 * Whether a text holds a word of the blocked list, written plainly or with letters that are decorated, struck through or
 * kept apart by what cannot be seen. Such a text is counted, and waits for the presenter like any other.
 */
export function isBlocked(text: string): boolean {
  return matcher.hasMatch(text) || matcher.hasMatch(text.normalize('NFKD').replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, ''))
}
