import type { Source } from './evidenceSchema.ts'
import { formatReference } from './sources.ts'

/** The list at the end of a note. */
const LIST = /(?:^|\n)Sources:\s*\n(?:- [^\n]*(?:\n|$))+$/

/** Whether a note ends with a list of sources. */
export function hasSources(note: string): boolean {
  return LIST.test(note.trimEnd())
}

/**
 * A slide's note with the full references of its sources as a list at the end, which the foot of the slide has no room
 * for. A list that is there already is replaced: Slidev's presenter saves the note as it shows it.
 *
 * @param note as the author wrote it
 * @param sources of the slide, in the order of its frontmatter
 */
export function withSources(note: string, sources: Source[]): string {
  const said = note.trimEnd().replace(LIST, '').trimEnd()
  const list = sources.map(source => `- ${formatReference(source)}`)
  return list.length === 0 ? said : [said, ['Sources:', '', ...list].join('\n')].filter(Boolean).join('\n\n')
}

/**
 * A note in HTML without that list. Paper does without it: the slide above the note names its sources, and the
 * appendix has them in full.
 *
 * @param html that Slidev made of the note
 */
export function htmlWithoutSources(html: string): string {
  return html.replace(/<p>Sources:<\/p>\s*<ul>(?:(?!<ul>)[\s\S])*<\/ul>\s*$/, '').trimEnd()
}
