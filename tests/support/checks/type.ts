import type { SlideView } from './visible.ts'
import { LEAST_PX, SMALL } from '../../deck/exceptions.ts'
import { ancestors, closest, nameOf, parentOf } from './visible.ts'

/** Rounding of sizes in em. */
const SLACK_PX = 0.05

/** Text that is too small to be read from the back row, as large as it is drawn. */
export function smallText({ texts }: SlideView): string[] {
  const holders = new Set(texts.flatMap(text => text.lines.map(line => line.holder)))
  return [...holders]
    .map(holder => ({ holder, size: drawnSize(holder), least: leastSize(holder) }))
    .filter(({ size, least }) => size < least - SLACK_PX)
    .map(({ holder, size, least }) => `${nameOf(holder)} is ${Number(size.toFixed(1))} px instead of ${least}`)
}

function leastSize(holder: Element): number {
  return Math.min(LEAST_PX, ...SMALL.filter(([selector]) => closest(holder, selector)).map(([, least]) => least))
}

export function drawnSize(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)
}

/** How much a picture, or a box that is shown smaller, scales its text. */
function scaleOf(element: Element): number {
  for (let ancestor: Element | null = element; ancestor; ancestor = parentOf(ancestor)) {
    if (ancestor instanceof SVGGraphicsElement) {
      const { a, b } = ancestor.getScreenCTM() ?? { a: 1, b: 0 }
      return Math.hypot(a, b)
    }
  }
  const own = [element, ...ancestors(element)]
  return own.slice(0, own.findIndex(ancestor => ancestor.matches('.slidev-layout')) + 1).reduce((share, ancestor) => {
    const { transform, scale } = getComputedStyle(ancestor)
    const { a, b } = new DOMMatrix(transform === 'none' ? '' : transform)
    return share * Math.hypot(a, b) * (scale === 'none' ? 1 : Number.parseFloat(scale))
  }, 1)
}
