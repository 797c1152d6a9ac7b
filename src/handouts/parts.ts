import type { PageRules } from './pageRules.ts'
import { formatPageRules, formatRunningHead } from './pageRules.ts'

/** A part of a document of several parts, with a running head of its own. */
export interface Part {
  /** Anchor to link to, such as `04-fermi-the-bill`. */
  id: string
  title: string
  /** Colour of its headings; without one it belongs to all lenses. */
  lens?: string
}

/**
 * The CSS `page` of a part. Each part needs one of its own, because a running head is literal text.
 *
 * @param index of the part, from 0
 */
export function pageNameOf(index: number): string {
  return `part-${index + 1}`
}

/** The page rules of all parts, each with its title in the running head after that of the document. */
export function formatPartRules(
  parts: Pick<Part, 'title'>[],
  { documentTitle, ...rules }: { documentTitle: string } & Omit<PageRules, 'runningHead' | 'name'>,
): string {
  return parts
    .map(({ title }, i) => {
      const runningHead = formatRunningHead(documentTitle, title)
      return formatPageRules({ ...rules, name: pageNameOf(i), runningHead })
    })
    .join('\n')
}

/** What stands before the labels of a part's fields: its title without the punctuation at its end. */
export function fieldPrefix(title: string): string {
  return title.replace(/[\s.:?!…]+$/, '')
}
