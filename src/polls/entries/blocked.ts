import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'

/**
 * Words that only contain one, beyond those that the package knows, such as "Scunthorpe": a room may well say them. In
 * lower case.
 */
const HARMLESS = [
  'cockpit',
  'cummings',
  'dickinson',
  'fukushima',
  'fukuyama',
  'georgy',
  'penistone',
  'pissarro',
  'pussycat',
  'rapeseed',
  'retardant',
  'shiitake',
  'vandyke',
]

const { blacklistedTerms, whitelistedTerms = [] } = englishDataset.build()
/** The package's English list, with its rules for look-alike letters. */
const matcher = new RegExpMatcher({
  blacklistedTerms,
  whitelistedTerms: [...whitelistedTerms, ...HARMLESS],
  ...englishRecommendedTransformers,
})

/**
 * Whether a text holds a word of the blocked list, written plainly or with letters that are decorated, struck through,
 * kept apart by what cannot be seen, or the same as plain ones but for their case (ı, ß). Such a text is counted, and
 * waits for the presenter like any other.
 */
export function isBlocked(text: string): boolean {
  const bare = text.normalize('NFKD').replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '')
  return [text, bare, bare.toLowerCase().toUpperCase()].some(name => matcher.hasMatch(name))
}
