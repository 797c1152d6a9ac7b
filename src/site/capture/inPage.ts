import { blocks, isScreenReaderOnly } from './words.ts'

/** A rectangle on a slide, in its pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What the page of a slide says of it. */
export interface SeenSlide {
  title: string
  /** Small line over the title; empty where there is none. */
  kicker: string
  /** The words, without title and kicker. */
  html: string
  /** Where its drawing is; undefined for a slide of words alone. */
  drawing: Box | undefined
  /** Whether it is a part of the list of sources, which a site has on a page of its own. */
  isAppendix: boolean
}

/** The smallest drawing that is one: a pen mark around a word is less. */
const LEAST_PX = { width: 150, height: 70 }
/** Air around a drawing. */
const MARGIN_PX = 10

const isShown = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isScreenReaderOnly(element)

/** Whether an element is drawn, and not only marked or decorated with something drawn. */
function isDrawing(element: Element): boolean {
  if (element.matches('[data-reader="drawing"]'))
    return isShown(element)
  const { width, height } = element.getBoundingClientRect()
  return width >= LEAST_PX.width && height >= LEAST_PX.height && isShown(element)
    && element.closest('[data-reader="out"], [data-reader="words"], .pen') === null
}

/** The part of a slide that a drawing belongs to: what stands beside the title. */
function partOf(drawing: Element, slide: Element): Element {
  let part = drawing
  while (part.parentElement && part.parentElement !== slide && !part.parentElement.querySelector('h1'))
    part = part.parentElement
  return part
}

/** Whether an element shows something itself, and not only by what is in it. */
function hasInk(element: Element): boolean {
  const hasText = () => [...element.childNodes].some(node => node instanceof Text && node.data.trim() !== '')
  return element.childElementCount === 0 || hasText()
}

/** The smallest box that holds all that can be seen in some elements. */
function boxAround(parts: Element[], slide: Element): Box | undefined {
  const frame = slide.getBoundingClientRect()
  const rects = parts
    .flatMap(part => [part, ...part.querySelectorAll('*')])
    .filter(element => hasInk(element) && isShown(element) && !element.closest('h1, defs, clipPath'))
    .map(element => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 || height > 0)
  if (rects.length === 0)
    return undefined
  const x = Math.max(0, Math.min(...rects.map(rect => rect.left)) - frame.left - MARGIN_PX)
  const y = Math.max(0, Math.min(...rects.map(rect => rect.top)) - frame.top - MARGIN_PX)
  const right = Math.min(frame.width, Math.max(...rects.map(rect => rect.right)) - frame.left + MARGIN_PX)
  const bottom = Math.min(frame.height, Math.max(...rects.map(rect => rect.bottom)) - frame.top + MARGIN_PX)
  return { x, y, width: right - x, height: bottom - y }
}

function drawingOf(slide: HTMLElement): Box | undefined {
  const isFramed = slide.querySelector('[data-reader="body"]') !== null
  // A slide that is a picture as a whole is shown as a whole.
  if (!isFramed && slide.querySelector('svg'))
    return { x: 0, y: 0, width: slide.offsetWidth, height: slide.offsetHeight }
  const drawings = [...slide.querySelectorAll('svg, [role="img"], [data-reader="drawing"]')].filter(isDrawing)
  return boxAround([...new Set(drawings.map(drawing => partOf(drawing, slide)))], slide)
}

/** The title, and the words without it; a title that other words lead to stays where it is, too. */
function splitTitle(all: string[]): Pick<SeenSlide, 'title' | 'html'> {
  const at = all.findIndex(block => block.startsWith('<h1>'))
  const inner = (all[at] ?? '').replace(/^<h1>([\s\S]*)<\/h1>$/, '$1')
  const rest = at > 1
    ? all.map((block, i) => i === at ? `<p class="said">${inner}</p>` : block)
    : all.filter((_, i) => i !== at)
  const html = rest.map(block => block.replaceAll(/h1>/g, 'h3>')).join('\n')
  return { title: inner.replaceAll(/<[^>]*>/g, ''), html }
}

function readSlide(no: number): SeenSlide {
  const slide = document.querySelector<HTMLElement>(`[data-slidev-no="${no}"] .slidev-layout`)
  if (!slide)
    throw new Error(`Slide ${no} is not drawn.`)
  const kicker = slide.querySelector('.kicker')
  const all = blocks(slide)
  const said = kicker?.textContent?.trim() ?? ''
  const first = all[0]?.replaceAll(/<[^>]*>/g, '')
  return {
    ...splitTitle(said !== '' && first === said.replaceAll('&', '&amp;') ? all.slice(1) : all),
    kicker: said,
    drawing: drawingOf(slide),
    isAppendix: slide.querySelector('[data-reader="sources"]') !== null,
  }
}

/**
 * Hides the words of the cover, for pages that set them as text beside its picture.
 *
 * @returns the part of the cover that is then a picture; undefined where nothing is left
 */
function stripCover(): Box | undefined {
  const slide = document.querySelector<HTMLElement>('[data-slidev-no="1"] .slidev-layout')
  const children = [...slide?.children ?? []] as HTMLElement[]
  const words = children.filter(child => child.matches('h1, p'))
  words.forEach(child => child.style.visibility = 'hidden')
  if (!slide || !boxAround(children.filter(child => !words.includes(child)), slide))
    return undefined
  const foot = Math.max(0, ...words.filter(child => child.ariaHidden === 'true').map(child => child.offsetHeight))
  return { x: 0, y: 0, width: slide.offsetWidth, height: slide.offsetHeight - foot }
}

declare global {
  interface Window {
    readSlide: (no: number) => SeenSlide
    stripCover: () => Box | undefined
  }
}

window.readSlide = readSlide
window.stripCover = stripCover
