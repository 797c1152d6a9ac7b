/** Told to nobody, or told otherwise. */
const SILENT = '[aria-hidden="true"], script, style, [role="status"]'
/** Too long to be listened to while somebody speaks. */
const LONG = 'table, footer'
/** These say what they show in one label. */
const LABELLED = '[role="img"], img'

export interface SlideTextOptions {
  /**
   * Its foot as well, and its tables, each row as a block.
   * @default false
   */
  whole?: boolean
}

/**
 * What a slide says at present, in the order of its markup: the text of each block, and the label of each picture. What
 * a later click reveals is not among it, nor what is still transparent while it appears.
 *
 * @param slide the slide's element in the page
 * @param options what else to say
 */
export function slideText(slide: Element, options: SlideTextOptions = {}): string[] {
  const blocks = new Map<Element, string>()
  collect(slide, slide, blocks, options.whole ? SILENT : `${SILENT}, ${LONG}`)
  return [...blocks.values()].map(text => text.replaceAll(/\s+/g, ' ').replaceAll(' ,', ',').trim()).filter(Boolean)
}

function collect(element: Element, block: Element, blocks: Map<Element, string>, silent: string): void {
  if (element.matches(silent) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    return
  const isCell = element.matches('td, th')
  const owner = isCell || isInline(element) ? block : element
  if (isCell && element.previousElementSibling)
    append(blocks, owner, ', ')
  if (element.matches(LABELLED)) {
    append(blocks, element, element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? '')
    return
  }
  for (const child of element.childNodes) {
    if (child instanceof Element)
      collect(child, owner, blocks, silent)
    else if (child instanceof Text)
      append(blocks, owner, child.data)
  }
}

/** Texts of a drawing stand each in a place of its own. */
function isInline(element: Element): boolean {
  return element.tagName !== 'text' && getComputedStyle(element).display.startsWith('inline')
}

function append(blocks: Map<Element, string>, block: Element, text: string): void {
  blocks.set(block, `${blocks.get(block) ?? ''}${text}`)
}
