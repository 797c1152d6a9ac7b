import { readHeadmatter } from './headmatter.ts'

/**
 * The title in the headmatter of a deck.
 *
 * @param folder of the deck
 * @returns undefined where there is no deck, or none with a title: the page of phones does without
 */
export function deckTitle(folder: string): string | undefined {
  const { title } = readHeadmatter(folder)
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined
}
