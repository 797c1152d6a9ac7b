/** What is not read: hidden from readers, or no text. */
const SILENT = 'script, style, template, [aria-hidden="true"]'
/** A sentence that ends like this needs no full stop. */
const ENDED = /[.?!:;,…–—]["'”’)]*$/

/**
 * A slide in words, in the order of the slide: its text, and of pictures their descriptions. Each line ends as a
 * sentence does, so that a reader pauses there.
 *
 * @param slide that is in the page
 */
export function slideText(slide: Element): string {
  const lines = linesOf(slide)
  // The number of a page is no part of what it says.
  if (/^\d+$/.test(lines.at(-1) ?? ''))
    lines.pop()
  return lines.map(line => ENDED.test(line) ? line : `${line}.`).join(' ')
}

/** The lines of an element's text, without empty ones. */
function linesOf(root: Element): string[] {
  const parts: string[] = []
  const visit = (node: Node) => {
    if (node instanceof Text)
      parts.push(node.data.replace(/\s+/g, ' '))
    if (!(node instanceof Element) || node.matches(SILENT) || !isSeen(node))
      return
    // A row of a table is one line.
    const line = node.matches('td, th') ? (node.previousElementSibling ? ', ' : '') : isInline(node) ? '' : '\n'
    const words = descriptionOf(node)
    parts.push(line)
    if (words === undefined)
      node.childNodes.forEach(visit)
    else
      parts.push(`\n${words}\n`)
    if (line === '\n')
      parts.push(line)
  }
  visit(root)
  return parts.join('').split('\n').map(line => line.replace(/ +/g, ' ').replaceAll(' ,', ',').trim()).filter(Boolean)
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

/** Words of SVG stand each in a place of its own. */
function isInline(element: Element): boolean {
  return element instanceof SVGElement
    ? element.tagName === 'tspan'
    : getComputedStyle(element).display.startsWith('inline')
}

/** What stands for an element as a whole, as a picture; undefined where its content does. */
function descriptionOf(element: Element): string | undefined {
  if (element instanceof HTMLImageElement)
    return element.alt
  return element.matches('[role="img"][aria-label]') ? element.getAttribute('aria-label') ?? '' : undefined
}

/**
 * The title of a slide: its first heading, else what its frontmatter says.
 *
 * @param slide that is in the page
 * @param otherwise for a slide without a heading
 */
export function slideTitle(slide: Element, otherwise: string): string {
  const heading = [...slide.querySelectorAll('h1, h2')].find(isSeen)
  return heading?.textContent.replace(/\s+/g, ' ').trim() || otherwise
}
