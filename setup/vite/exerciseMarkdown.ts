import type { Plugin } from 'vite'
import { readFileSync } from 'node:fs'
import { FRONTMATTER } from '../../src/content/yamlFile.ts'

const EXERCISE = /\/exercises\/[^/]+\/(?:slips\/)?[^/]+\.md$/

/**
 * Removes the frontmatter of exercises and kit documents: Slidev renders a Markdown module as text from its first line.
 */
export function exerciseMarkdown(): Plugin {
  return {
    name: 'kit:exercise-markdown',
    enforce: 'pre',
    load(id) {
      if (!EXERCISE.test(id))
        return
      this.addWatchFile(id)
      // After a byte order mark, the first heading would be taken for text.
      return readFileSync(id, 'utf8').replace(FRONTMATTER, '').replace(/^\uFEFF/, '')
    },
  }
}
