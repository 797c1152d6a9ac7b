import type { SlideInfo, SlidevMarkdown, SourceSlideInfo } from '@slidev/types'
import { existsSync, globSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { openingOf } from './pages.ts'

/** The parts of a deck, as Slidev parses it, that are needed here. */
export interface ParsedDeck {
  slides: SlideInfo[]
  markdownFiles: Record<string, SlidevMarkdown>
}

/** Slidev's error for a range beyond the end of a file; a range is reported here as a fault of its own. */
const NO_SUCH_SLIDE = /^Slide \d+ does not exist/

/** Every entry with `src:`, in the deck's order. */
export function entriesOf({ markdownFiles }: ParsedDeck): SourceSlideInfo[] {
  return Object.values(markdownFiles).flatMap(markdownFile =>
    markdownFile.slides.filter(slide => slide.frontmatter.src !== undefined),
  )
}

/**
 * Faults that make Slidev leave out slides silently: entries that cannot be followed, files of which not all slides are
 * in the deck, and pages that no entry imports.
 *
 * @param deck as Slidev parses it
 * @param root folder of the deck
 */
export function checkImports(deck: ParsedDeck, root: string): string[] {
  const entries = entriesOf(deck)
  const unfollowed = entries.flatMap(entry =>
    faultOf(entry, root).map(fault => ({ entry, fault: `${openingOf(entry, root)}: ${fault}` })),
  )
  const explained = new Set(unfollowed.map(({ entry }) => `${entry.filepath}:${entry.start}`))
  const errors = Object.values(deck.markdownFiles).flatMap(({ filepath, errors = [] }) =>
    errors
      .filter(({ row, message }) => !explained.has(`${filepath}:${row}`) && !NO_SUCH_SLIDE.test(message))
      .map(({ row, message }) => `${relative(root, filepath)}:${row + 1}: ${describe(message)}`),
  )
  return [
    ...unfollowed.map(item => item.fault),
    ...errors,
    ...lostSlides(deck, root),
    ...unusedPages(deck, entries, root),
  ]
}

function describe(message: string): string {
  const circle = /^Circular import detected for "([^"]*)"/.exec(message)?.[1]
  return circle === undefined
    ? `Slidev cannot load this (${message.replace(/\.$/, '')}); mend it, as its slides are left out silently.`
    : `src ${circle} leads back to where it comes from, so its slides are left out silently; take it out of the circle.`
}

function faultOf(entry: SourceSlideInfo, root: string): string[] {
  const src: unknown = entry.frontmatter.src
  if (typeof src !== 'string')
    return [`src ${String(src)} is no path of a file; write one such as ./pages/01-opening.md.`]
  const [file = '', range] = src.split('#')
  if (!existsSync(pathOf(entry, root)))
    return [`src ${file} does not exist, so its slides are left out silently; mend the path or delete the entry.`]
  return range === undefined
    ? []
    : [`src ${src} has a range; import the whole file, so that no slide is left out silently.`]
}

function pathOf({ filepath, frontmatter }: SourceSlideInfo, root: string): string {
  const [file = ''] = String(frontmatter.src).split('#')
  return file.startsWith('/') ? join(root, file) : resolve(dirname(filepath), file)
}

/** Faults of slides that are in the deck's files but not in the deck, although nothing disables them. */
function lostSlides({ slides, markdownFiles }: ParsedDeck, root: string): string[] {
  const shown = new Set(slides.map(slide => slide.source))
  return Object.values(markdownFiles).flatMap((file) => {
    const own = file.slides.filter(
      ({ frontmatter }) => frontmatter.src === undefined && !frontmatter.disabled && !frontmatter.hide,
    )
    const lost = own.filter(item => !shown.has(item))
    return lost.map(
      item =>
        `${openingOf(item, root)}: the slide is not in the deck, which has ${own.length - lost.length} of the file's `
        + `${own.length} slides; import the whole file.`,
    )
  })
}

function unusedPages({ markdownFiles }: ParsedDeck, entries: SourceSlideInfo[], root: string): string[] {
  const used = new Set([...Object.keys(markdownFiles), ...entries.map(entry => pathOf(entry, root))])
  return globSync('pages/**/*.md', { cwd: root })
    .sort()
    .filter(file => !used.has(join(root, file)))
    .map(file => `${file}:1: no entry imports the page; name it in slides.md or delete it.`)
}
