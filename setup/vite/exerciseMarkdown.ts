import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const EXERCISE = /\/exercises\/[^/]+\/(?:handout|facilitator)\.md$/
const FRONTMATTER = /^---\r?\n[\s\S]*?\r?\n---\r?\n/

/** Slidev renders every Markdown module as text from its first line: frontmatter of an exercise is data, so it goes. */
export function exerciseMarkdown(): Plugin {
  return {
    name: 'kit:exercise-markdown',
    enforce: 'pre',
    load(id) {
      if (!EXERCISE.test(id))
        return
      this.addWatchFile(id)
      return readFileSync(id, 'utf8').replace(FRONTMATTER, '')
    },
  }
}
