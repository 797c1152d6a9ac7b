import type { Extent } from '../content/tracks.ts'
import { pollIdsOf } from '../polls/slidePolls.ts'
import { readMarkdown, textsOf } from './check/markdown.ts'
import { readDeck, slidesOf } from './deck.ts'

/**
 * Ids of the polls that a slide shows in a track, as its own or by a `<Poll>` in its content.
 *
 * @param root folder of the deck
 * @param track which part of it
 */
export async function readShownPolls(root: string, track: Extent): Promise<Set<string>> {
  const slides = slidesOf(await readDeck(root), track)
  return new Set(slides.flatMap(({ frontmatter, content }) => [
    ...pollIdsOf(frontmatter),
    ...readMarkdown(content).tags.flatMap(({ name, attributes: { id } }) => name === 'Poll' && id ? textsOf(id) : []),
  ]))
}
