import { FRONTMATTER } from '../../../src/content/yamlFile.ts'

const TAG = /<(?:[^<>"]|"[^"]*")+>/g
const WORDS = /^<[A-Z].*?\s(?:label|id|is)="([^"]*)"/s

/**
 * An exercise's Markdown as a tool reads it that knows no components of ours: what a component is labelled or named
 * with stands in its place, so that all tools have about the same words to set.
 */
export function plainMarkdown(handout: string): string {
  return handout.replace(FRONTMATTER, '').replace(TAG, tag => WORDS.exec(tag)?.[1] ?? '').trimStart()
}
