import type { SlideLink } from '../printedSlide.ts'

/** A slide to which others may link. */
export interface LinkedSlide {
  no: number
  /** The other name of its address, from its frontmatter. */
  alias?: string | undefined
}

/**
 * The slide to which a link leads, as Slidev writes it (`#5`) or as an author may: `/5`, `./5`, `#/5`, `5?clicks=2`, or
 * with the alias of a slide in place of its number.
 *
 * @param href as it stands in the page
 * @param page address of the page
 * @returns undefined where it leads to no slide of the deck
 */
export function linkedSlide(href: string, page: string, slides: readonly LinkedSlide[]): LinkedSlide | undefined {
  const url = URL.canParse(href, page) ? new URL(href, page) : undefined
  if (url?.origin !== new URL(page).origin)
    return undefined
  const path = href.startsWith('#') ? href.slice(1) : url.hash.startsWith('#/') ? url.hash.slice(1) : url.pathname
  const last = decodeURIComponent(path.split('?')[0] ?? '').split('/').filter(Boolean).at(-1)
  return slides.find(({ no, alias }) => last !== undefined && (String(no) === last || alias === last))
}

/**
 * Makes links between slides lead to a page of the same document. A link to a slide that is not in it, or to anything
 * else of this deck, stays as text: on paper and in a file there is no deck to go to.
 *
 * @param root holds the slides
 * @param slides all of the deck
 * @param placeOf the id of a slide's element; undefined where it is not in the document
 */
export function linkPages(
  root: ParentNode,
  slides: readonly LinkedSlide[],
  placeOf: (no: number) => string | undefined,
): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    const slide = linkedSlide(href, document.baseURI, slides)
    const place = slide && placeOf(slide.no)
    const isPlace = href.startsWith('#') && document.getElementById(href.slice(1)) !== null
    if (place !== undefined)
      link.setAttribute('href', `#${place}`)
    else if (!isPlace && link.origin === location.origin)
      link.removeAttribute('href')
  }
}

/**
 * Where on a slide its links are, line by line.
 *
 * @param slide in its own size
 */
export function linksOn(slide: Element): SlideLink[] {
  const { left, top } = slide.getBoundingClientRect()
  return [...slide.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) => {
    const href = link.getAttribute('href')?.startsWith('#') ? link.hash : link.href
    const words = link.textContent.replace(/\s+/g, ' ').trim()
    return [...link.getClientRects()].map(({ x, y, width, height }) =>
      ({ href, words, x: x - left, y: y - top, width, height }))
  })
}
