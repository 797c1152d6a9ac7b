import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { contentData } from './vite/contentData.ts'
import { deckConfig } from './vite/deckConfig.ts'
import { exerciseMarkdown } from './vite/exerciseMarkdown.ts'

export default ({ userRoot }: ResolvedSlidevOptions): Plugin[] => [contentData(userRoot), exerciseMarkdown(), deckConfig()]
