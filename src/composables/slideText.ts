/** Told to nobody, told otherwise, or too long to be listened to in one go, as a table is. */
const SILENT = '[aria-hidden="true"], script, style, [role="status"], table, footer'
/** These say what they show in one label. */
const LABELLED = '[role="img"], img'

/**
 * What a slide says at present, in the order of its markup: the text of each block, and the label of each picture. What
 * a later click reveals is not among it, nor what is still transparent while it appears.
 *
 * @param slide the slide's element in the page
 */
export function slideText(slide: Element): string[] {
  const blocks = new Map<Element, string>()
  collect(slide, slide, blocks)
  return [...blocks.values()].map(text => text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean)
}

function collect(element: Element, block: Element, blocks: Map<Element, string>): void {
  if (element.matches(SILENT) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    return
  const owner = getComputedStyle(element).display.startsWith('inline') ? block : element
  if (element.matches(LABELLED)) {
    append(blocks, element, element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? '')
    return
  }
  for (const child of element.childNodes) {
    if (child instanceof Element)
      collect(child, owner, blocks)
    else if (child instanceof Text)
      append(blocks, owner, child.data)
  }
}

function append(blocks: Map<Element, string>, block: Element, text: string): void {
  blocks.set(block, `${blocks.get(block) ?? ''}${text}`)
}
