import type { SlideInfo, SourceSlideInfo } from '@slidev/types'
import type { ReadMarkdown } from './markdown.ts'
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { EDITIONS, SOURCE_OF } from '../../content/editions.ts'
import { SLIPS } from '../../content/exercises.ts'
import { readMarkdown } from './markdown.ts'

/** The Markdown of a slide or file, and where it is. */
export interface Page extends ReadMarkdown {
  markdown: string
  /** Path from the root of the deck. */
  file: string
  /** `FILE:LINE` of a place in the Markdown. */
  at: (index: number) => string
}

export interface Slide extends Page {
  /** The slide's own, overridden by that of the entries that import it. */
  frontmatter: Record<string, unknown>
  /** The slide's own frontmatter. */
  own: Record<string, unknown>
  note: string
  /** `FILE:LINE` of the line that opens it. */
  opening: string
  /** `FILE:LINE` of its first line of content. */
  first: string
}

/** A slide as a page; `root` is the folder of the deck. */
export function slidePage(slide: SlideInfo, root: string): Slide {
  const { source, frontmatter, content, note = '' } = slide
  const file = relative(root, source.filepath)
  const first = firstLine(source)
  return {
    ...readMarkdown(content),
    markdown: content,
    file,
    at: index => `${file}:${first + linesBefore(content, index)}`,
    frontmatter,
    own: source.frontmatter,
    note,
    opening: openingOf(source, root),
    first: `${file}:${first}`,
  }
}

/** `FILE:LINE` of the line that opens a slide. */
export function openingOf({ filepath, start }: SourceSlideInfo, root: string): string {
  return `${relative(root, filepath)}:${start + 1}`
}

/** Both editions of an exercise, then what is handed out later. */
export function exercisePages(slug: string, root: string): Page[] {
  const slips = globSync(`exercises/${slug}/${SLIPS}/*.md`, { cwd: root }).sort()
  return [...EDITIONS.map(edition => join('exercises', slug, SOURCE_OF[edition])), ...slips].map(file =>
    filePage(file, root))
}

/** Documents of the whole kit. */
export function kitPages(root: string): Page[] {
  return globSync('exercises/kit/*.md', { cwd: root }).sort().map(file => filePage(file, root))
}

function filePage(file: string, root: string): Page {
  const markdown = readFileSync(join(root, file), 'utf8')
  return { ...readMarkdown(markdown), markdown, file, at: index => `${file}:${1 + linesBefore(markdown, index)}` }
}

function linesBefore(markdown: string, index: number): number {
  return markdown.slice(0, index).split('\n').length - 1
}

/** Line of a slide's first content: Slidev trims the blank lines before it. */
function firstLine({ raw, start, contentStart, content }: SourceSlideInfo): number {
  const lines = raw.split('\n').slice(contentStart - start)
  return 1 + contentStart + (content ? Math.max(0, lines.findIndex(line => line.trim())) : 0)
}
