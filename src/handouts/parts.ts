import type { PageRules } from './pageRules.ts'
import { pageStyle } from './pageRules.ts'

/** A part of a document of several. */
export interface Part {
  /** To link to, such as `04-fermi-the-bill`. */
  id: string
  title: string
  /** Colour of its headings; without one it belongs to all lenses. */
  lens?: string
}

/** The named page of a part by its place, from 0: each needs one of its own, since a running head is literal text. */
export function pageNameOf(index: number): string {
  return `part-${index + 1}`
}

/** The page rules of all parts, each with its title in the running head. */
export function partsStyle(
  parts: Pick<Part, 'title'>[],
  { name, ...rules }: { name: string } & Pick<PageRules, 'paper' | 'footer'>,
): string {
  return parts
    .map(({ title }, i) => pageStyle({ ...rules, name: pageNameOf(i), header: `${name}: ${title}` }))
    .join('\n')
}

/** A title as it stands before the label of a field. */
export function ownerOf(title: string): string {
  return title.replace(/[\s.:?!…]+$/, '')
}
