import type { Plugin } from 'vite'
import { writeFile } from 'node:fs/promises'

/** Slidev's module of one slide's frontmatter and note. */
const SLIDE_MODULE = /__slidev_(\d+)\.frontmatter$/
/** The object in it that holds the note, as HTML. */
const SLIDE_DATA = /^( *\.\.\.\()(\{.*\})(\),)$/m

/**
 * Takes the speaker notes out of a build and writes them to a file of their own: a JSON array of HTML, one entry a
 * slide. What everybody may load has no word of them, and the presenter gets them with a key.
 *
 * @param file path of that file
 */
export function deckNotes(file: string): Plugin {
  const notes: string[] = []
  return {
    name: 'kit:deck-notes',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const no = Number(SLIDE_MODULE.exec(id)?.[1] ?? 0)
      if (no === 0)
        return
      const [line = '', before, data = '', after] = SLIDE_DATA.exec(code) ?? []
      const slide = data && JSON.parse(data) as { noteHTML?: string }
      // Never a build that has the notes in it after all: Slidev may keep them elsewhere one day.
      if (!slide || slide.noteHTML === undefined)
        return this.error(`Slide ${no} has its note in another place than in Slidev 53; see setup/vite/deckNotes.ts.`)
      notes[no - 1] = slide.noteHTML
      return { code: code.replace(line, () => `${before}${JSON.stringify({ ...slide, noteHTML: '' })}${after}`) }
    },
    async closeBundle() {
      await writeFile(file, JSON.stringify(Array.from(notes, note => note ?? '')))
    },
  }
}
