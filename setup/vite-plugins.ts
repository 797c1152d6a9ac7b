import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { contentData } from './vite/contentData.ts'
import { exerciseMarkdown } from './vite/exerciseMarkdown.ts'
import { roomProxy } from './vite/roomProxy.ts'

export default ({ userRoot }: ResolvedSlidevOptions): Plugin[] => [contentData(userRoot), exerciseMarkdown(), roomProxy()]
