import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import process from 'node:process'
import { contentData } from './vite/contentData.ts'
import { deckConfig } from './vite/deckConfig.ts'
import { exerciseMarkdown } from './vite/exerciseMarkdown.ts'
import { staticFonts } from './vite/staticFonts.ts'

export default ({ userRoot }: ResolvedSlidevOptions): Plugin[] => [
  contentData(userRoot),
  exerciseMarkdown(),
  deckConfig(),
  ...(process.env.DECK_HANDOUTS === undefined ? [] : [staticFonts()]),
]
