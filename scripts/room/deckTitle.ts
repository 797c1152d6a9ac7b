import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * The title in the headmatter of a deck. A room does without the deck's parser, which would take longer to load than
 * the room to start.
 *
 * @param folder of the deck
 * @returns undefined where there is no deck, or none with a title: the page of phones does without
 */
export function deckTitle(folder: string): string | undefined {
  try {
    const deck = readFileSync(join(folder, 'slides.md'), 'utf8')
    const [, headmatter = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(deck) ?? []
    const { title } = parse(headmatter) as { title?: unknown }
    return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined
  }
  catch {
    return undefined
  }
}
