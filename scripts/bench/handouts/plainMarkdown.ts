import { FRONTMATTER } from '../../../src/content/yamlFile.ts'

const TAG = /<(?:[^<>"]|"[^"]*")+>/g
const WORDS = /^<[A-Z].*?\s(?:label|id|is)="([^"]*)"/s

/**
 * An exercise's Markdown for a tool that does not know our components: each is replaced by its label or name, so that
 * all tools set about the same words.
 */
export function plainMarkdown(handout: string): string {
  return handout.replace(FRONTMATTER, '').replace(TAG, tag => WORDS.exec(tag)?.[1] ?? '').trimStart()
}
