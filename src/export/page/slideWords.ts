import { slideText } from '../../composables/slideText.ts'

/** A sentence that ends like this needs no full stop. */
const ENDED = /[.?!:;,…–—]["'”’)]*$/

/**
 * A slide in words, for whoever does not see it: all its text, and of pictures their descriptions. Each line ends as a
 * sentence does, so that a reader pauses there.
 *
 * @param slide that is in the page
 */
export function slideWords(slide: Element): string {
  const lines = slideText(slide, { whole: true })
  // The number of a page is no part of what it says.
  if (/^\d+$/.test(lines.at(-1) ?? ''))
    lines.pop()
  return lines.map(line => ENDED.test(line) ? line : `${line}.`).join(' ')
}

/**
 * The title of a slide: its first heading, else what its frontmatter says.
 *
 * @param slide that is in the page
 * @param otherwise for a slide without a heading
 */
export function slideTitle(slide: Element, otherwise: string): string {
  const heading = [...slide.querySelectorAll('h1, h2')].find(element =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  return heading?.textContent.replace(/\s+/g, ' ').trim() || otherwise
}
