import { readHeadmatter } from './headmatter.ts'

/**
 * Whether the headmatter of a deck turns reactions on, with `reactions: true`. It is a setting of the talk, as is its
 * title; polls.yaml is a list of polls, in which it would have no place.
 *
 * @param folder of the deck
 */
export function deckReactions(folder: string): boolean {
  const { reactions } = readHeadmatter(folder)
  // YAML reads a bare `on` as true or as a word, depending on its version.
  return reactions === true || reactions === 'on'
}
