import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'

/**
 * Words that contain a blocked one but are harmless, as "Scunthorpe" is, in lower case. The package brings a list of
 * its own; these are the words that it lacks and that a room may well use.
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
 * Whether a text holds a word of the blocked list. Disguises are seen through: accents and strokes on letters,
 * invisible characters between them, and letters such as ı and ß that turn into plain ones when their case changes. A
 * blocked text is counted all the same, and waits for the presenter's approval.
 */
export function isBlocked(text: string): boolean {
  const bare = text.normalize('NFKD').replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '')
  return [text, bare, bare.toLowerCase().toUpperCase()].some(form => matcher.hasMatch(form))
}
