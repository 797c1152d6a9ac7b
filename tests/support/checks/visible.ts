import { UNDER_GLASS } from '../../deck/exceptions.ts'

/** Text that the audience can see, as lines of ink. Everything in this folder runs in the page. */

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Line extends Box {
  /** The element whose own text it is. */
  holder: Element
}

export interface TextBlock {
  /** The block that the text runs in: its nearest ancestor that is not inline, or the `<text>` of a picture. */
  block: Element
  text: string
  /** What is inked, a box a line, in pixels of the page. */
  lines: Line[]
}

/** A slide as it stands, read once for all checks. */
export interface SlideView {
  slide: Element
  /** Every element on it, those of shadow trees included. */
  elements: Element[]
  texts: TextBlock[]
}

export function viewOf(slide: Element): SlideView {
  const elements = elementsIn(slide).filter(element => !element.matches(UNDER_GLASS))
  return { slide, elements, texts: visibleText(elements) }
}

/** Whether an element is drawn at all, and more than a speck for screen readers. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isSpeck(element)
}

/** Parent across the border of a shadow tree, up to the slide. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode
  return parent instanceof ShadowRoot ? parent.host : parent as Element | null
}

export function ancestors(node: Node): Element[] {
  const list: Element[] = []
  for (let ancestor = parentOf(node); ancestor instanceof Element; ancestor = parentOf(ancestor))
    list.push(ancestor)
  return list
}

/** Like `closest`, across the border of a shadow tree. */
export function closest(element: Element, selector: string): Element | undefined {
  return [element, ...ancestors(element)].find(ancestor => ancestor.matches(selector))
}

function elementsIn(root: Element | ShadowRoot): Element[] {
  return [...root.children].flatMap(child => [
    child,
    ...elementsIn(child),
    ...(child.shadowRoot ? elementsIn(child.shadowRoot) : []),
  ])
}

function visibleText(elements: Element[]): TextBlock[] {
  const blocks = new Map<Element, TextBlock>()
  for (const element of elements) {
    const texts = [...element.childNodes].filter(
      (childNode): childNode is Text => childNode instanceof Text && childNode.data.trim() !== '',
    )
    if (texts.length === 0 || element.matches('style, script, title, desc, option') || !isVisible(element))
      continue
    const block = blockOf(element)
    const found = blocks.get(block) ?? { block, text: '', lines: [] }
    for (const text of texts) {
      found.text = `${found.text} ${text.data.trim()}`.trim()
      found.lines.push(...linesOf(text, element))
    }
    blocks.set(block, found)
  }
  return [...blocks.values()].filter(block => block.lines.length > 0)
}

function blockOf(element: Element): Element {
  const isInline = (item: Element) =>
    item instanceof SVGElement
      ? !item.matches('text')
      : /^(?:inline|contents|ruby)/.test(getComputedStyle(item).display)
  return [element, ...ancestors(element)].find(ancestor => !isInline(ancestor)) ?? element
}

/** A box of a pixel or two, or a clip path of nothing: there for screen readers only. */
function isSpeck(element: Element): boolean {
  return [element, ...ancestors(element)].some((ancestor) => {
    const { overflow, clipPath } = getComputedStyle(ancestor)
    return (
      clipPath === 'inset(50%)'
      || (ancestor instanceof HTMLElement
        && ancestor.offsetWidth <= 2
        && ancestor.offsetHeight <= 2
        && overflow !== 'visible')
    )
  })
}

function linesOf(text: Text, element: Element): Line[] {
  // Space around it is not ink.
  const range = document.createRange()
  range.setStart(text, text.data.length - text.data.trimStart().length)
  range.setEnd(text, text.data.trimEnd().length)
  const { above, below } = air(text.data, getComputedStyle(element))
  return [...range.getClientRects()]
    .filter(clientRect => clientRect.width > 0.5 && clientRect.height > 0.5)
    .map(({ left, right, top, bottom, height }) => ({
      holder: element,
      left,
      right,
      top: top + above * height,
      bottom: bottom - below * height,
    }))
}

const pen = document.createElement('canvas').getContext('2d')
const known = new Map<string, { above: number, below: number }>()

/**
 * Share of a line's height above and below its letters: fonts differ a lot in it, and tight headlines overlap by it.
 */
function air(
  text: string,
  { fontStyle, fontWeight, fontFamily }: CSSStyleDeclaration,
): { above: number, below: number } {
  const font = `${fontStyle} ${fontWeight} 100px ${fontFamily}`
  const key = `${font} ${text}`
  let share = known.get(key)
  if (!share && pen) {
    pen.font = font
    const metrics = pen.measureText(text)
    const height = metrics.fontBoundingBoxAscent + metrics.fontBoundingBoxDescent
    share = {
      above: (metrics.fontBoundingBoxAscent - metrics.actualBoundingBoxAscent) / height,
      below: (metrics.fontBoundingBoxDescent - metrics.actualBoundingBoxDescent) / height,
    }
    known.set(key, share)
  }
  return share ?? { above: 0, below: 0 }
}

/** How a finding names an element: its tag, class and first words. */
export function nameOf(element: Element, text = element.textContent ?? ''): string {
  const name = element.classList.length > 0 ? `${element.localName}.${element.classList[0]}` : element.localName
  const words = text.trim().replaceAll(/\s+/g, ' ')
  return words ? `${name} “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”` : name
}
