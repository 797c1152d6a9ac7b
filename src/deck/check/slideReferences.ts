import { ContentError } from '../../content/yamlFile.ts'
import { parseDeck } from '../deck.ts'
import { readContentIndex } from './contentIndex.ts'
import { checkFrontmatter } from './frontmatter.ts'
import { slidePage } from './pages.ts'
import { checkReferences } from './references.ts'
import { checkSlideYaml } from './slideYaml.ts'

/**
 * Faults of slides that refer to something that does not exist, such as an unknown poll: the part of the content check
 * that a running deck needs, since such a slide stays blank. Each is one sentence with file and line.
 *
 * @param root folder of the deck
 */
export async function checkSlideReferences(root: string): Promise<string[]> {
  const unread = checkSlideYaml(root)
  if (unread.length > 0)
    return unread
  try {
    const deck = await parseDeck(root)
    const content = readContentIndex(root, deck.headmatter)
    const faults = deck.slides.map(slide => slidePage(slide, root)).flatMap(slide => [
      ...checkFrontmatter(slide.own, content).map(fault => `${slide.opening}: ${fault}`),
      ...checkReferences(slide, content),
    ])
    return [...new Set(faults)]
  }
  catch (error) {
    if (error instanceof ContentError)
      return [error.message]
    throw error
  }
}
