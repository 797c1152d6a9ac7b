import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * The headmatter of a deck. A room does without the deck's parser, which would take longer to load than the room to
 * start.
 *
 * @param folder of the deck
 * @returns empty where there is no deck, or none that can be read
 */
export function readHeadmatter(folder: string): Record<string, unknown> {
  try {
    const deck = readFileSync(join(folder, 'slides.md'), 'utf8')
    const [, headmatter = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(deck) ?? []
    return (parse(headmatter) ?? {}) as Record<string, unknown>
  }
  catch {
    return {}
  }
}
