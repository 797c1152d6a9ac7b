import type { SlideInfo, SlidevData } from '@slidev/types'
import type { Extent } from '../content/tracks.ts'
import { join } from 'node:path'
import { load } from '@slidev/parser/fs'
import { planOf } from '../content/pace.ts'
import { isSlideShownIn, WHOLE_DECK } from '../content/tracks.ts'
import { handedSwap, swappedSlides } from './swapped.ts'

export interface ReadDeck {
  title: string
  headmatter: Record<string, unknown>
  /** Every slide, spare ones too, with the frontmatter of the entry that imports it merged in. */
  slides: SlideInfo[]
}

/** The file of a deck that imports all others. */
export const ENTRY = 'slides.md'

/**
 * Loads a deck with Slidev's parser, with the slides of all tracks.
 *
 * @param root folder of the deck
 */
export async function parseDeck(root: string): Promise<Pick<SlidevData, 'slides' | 'markdownFiles' | 'headmatter'>> {
  return load({ userRoot: root, roots: [root] } as never, join(root, ENTRY), {}, WHOLE_DECK)
}

/**
 * Reads a deck with the slides of all tracks, exercises exchanged as the command asks for.
 *
 * @param root its folder
 */
export async function readDeck(root: string): Promise<ReadDeck> {
  const { slides, headmatter } = await parseDeck(root)
  return { title: String(headmatter.title ?? 'Slides'), headmatter, slides: swappedSlides(slides, handedSwap()) }
}

/** The slides that a track shows. */
export function slidesOf({ slides }: ReadDeck, track: Extent): SlideInfo[] {
  return slides.filter(slide => isSlideShownIn(slide, track))
}

/** A track in a few words: `workshop, 45 slides, 70 minutes from the first to the last`. */
export async function formatTrack(root: string, track: Extent): Promise<string> {
  const slides = slidesOf(await readDeck(root), track)
  const minutes = Math.round(planOf(slides.map(slide => slide.frontmatter)).total / 60)
  return `${track}, ${slides.length} slides, ${minutes} minutes from the first to the last`
}
