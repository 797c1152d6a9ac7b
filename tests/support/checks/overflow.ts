import type { Box, SlideView } from './visible.ts'
import { BLEEDING } from '../../deck/exceptions.ts'
import { ancestors, closest, isVisible, nameOf } from './visible.ts'

/** Rounding, and the soft edge of letters. */
const SLACK = 1.5
const SHAPES = 'text, path, rect, circle, ellipse, line, polyline, polygon, image, foreignObject'

/** What leaves the slide, runs into its foot, or is cut off by a box around it. */
export function overflowing({ slide, elements, texts }: SlideView): string[] {
  const frame = slide.getBoundingClientRect()
  const foot = slide.querySelector('footer')?.getBoundingClientRect().top ?? frame.bottom
  const place = (element: Element): Box => ({
    left: frame.left,
    top: frame.top,
    right: frame.right,
    bottom: closest(element, 'footer') ? frame.bottom : foot,
  })
  return [
    ...texts.flatMap(({ block, text, lines }) => {
      const name = nameOf(block, text)
      if (lines.some(line => leaves(line, place(block))))
        return [`${name} leaves its place`]
      const holder = cuttingBoxes(block).find(cuttingBox =>
        lines.some(line => leaves(line, cuttingBox.getBoundingClientRect())),
      )
      if (holder)
        return [`${name} is cut off by ${nameOf(holder, '')}`]
      return isTooWide(block) ? [`${name} is wider than its box`] : []
    }),
    ...boxes(elements)
      .filter(box => leaves(box.getBoundingClientRect(), place(box)))
      .map(box => `${nameOf(box)} leaves its place`),
  ]
}

function leaves(box: Box, place: Box): boolean {
  return (
    box.left < place.left - SLACK
    || box.right > place.right + SLACK
    || box.top < place.top - SLACK
    || box.bottom > place.bottom + SLACK
  )
}

/** Boxes around an element that cut off what leaves them. */
function cuttingBoxes(element: Element): Element[] {
  return [element, ...ancestors(element)].filter(
    ancestor => !ancestor.matches('text, tspan, g') && getComputedStyle(ancestor).overflow !== 'visible',
  )
}

/** Text that a box with an edge cannot hold; where there is no edge to see, overlap and the slide's border judge. */
function isTooWide(block: Element): boolean {
  if (!(block instanceof HTMLElement) || block.clientWidth === 0)
    return false
  const { borderRightWidth, backgroundColor } = getComputedStyle(block)
  const hasEdge = borderRightWidth !== '0px' || !/^rgba\(.*, 0\)$/.test(backgroundColor)
  return hasEdge && block.scrollWidth > block.clientWidth + SLACK
}

/** Pictures, boxes to press, and what is drawn in pictures. */
function boxes(elements: Element[]): Element[] {
  return elements.filter(element => element.matches(`img, canvas, video, button, input, svg, .bar, ${SHAPES}`)
    && !element.matches('defs *, clipPath *, marker *, mask *, pattern *, symbol *')
    && !element.matches(BLEEDING) && isVisible(element))
}
