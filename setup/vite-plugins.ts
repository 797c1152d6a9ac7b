import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import process from 'node:process'
import { contentData } from './vite/contentData.ts'
import { deckConfig } from './vite/deckConfig.ts'
import { deckNotes } from './vite/deckNotes.ts'
import { exerciseMarkdown } from './vite/exerciseMarkdown.ts'
import { slideCount } from './vite/slideCount.ts'
import { slideReferences } from './vite/slideReferences.ts'
import { staticFonts } from './vite/staticFonts.ts'

export default ({ data, userRoot }: ResolvedSlidevOptions): Plugin[] => [
  contentData(userRoot),
  exerciseMarkdown(),
  deckConfig(),
  slideReferences(userRoot),
  // Slidev replaces the slides in its data.
  slideCount(() => data.slides.length),
  ...(process.env.DECK_HANDOUTS === undefined ? [] : [staticFonts()]),
  ...(process.env.DECK_NOTES === undefined ? [] : [deckNotes(process.env.DECK_NOTES)]),
]
