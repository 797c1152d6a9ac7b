import { contentHash, statHash } from '../cli/treeHash.ts'

/** What every slide and every handout is made with: after a change here all of them are made anew. */
export const SHARED = [
  'components',
  'evidence',
  'layouts',
  'package-lock.json',
  'polls.yaml',
  'public',
  'scripts',
  'setup',
  'slides.md',
  'src',
  'styles',
]
/** All that the deck is made of. */
const DECK = [...SHARED, 'exercises', 'pages']

/**
 * Hash of all that the deck is built from.
 *
 * @param root folder of the deck
 * @param more what else the build depends on, such as its track
 */
export function deckHash(root: string, ...more: string[]): string {
  return contentHash(root, DECK, more)
}

/** The same without reading a file: where it has not changed, nothing has. */
export function deckStatHash(root: string, ...more: string[]): string {
  return statHash(root, DECK, more)
}
