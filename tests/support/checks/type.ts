import type { SlideView } from './visible.ts'
import { SMALL } from '../../deck/exceptions.ts'
import { closest, nameOf, parentOf } from './visible.ts'

const SMALLEST_PX = 14

/** Text that is too small to be read from the back row, as large as it is drawn. */
export function smallText({ texts }: SlideView): string[] {
  const holders = new Set(texts.flatMap(text => text.lines.map(line => line.holder)))
  return [...holders]
    .filter(holder => !SMALL.some(([selector]) => closest(holder, selector)) && drawnSize(holder) < SMALLEST_PX - 0.05)
    .map(holder => `${nameOf(holder)} is ${Number(drawnSize(holder).toFixed(1))} px`)
}

export function drawnSize(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)
}

/** How much a picture scales its text, in HTML inside of it too. */
function scaleOf(element: Element): number {
  for (let ancestor: Element | null = element; ancestor; ancestor = parentOf(ancestor)) {
    if (ancestor instanceof SVGGraphicsElement) {
      const { a, b } = ancestor.getScreenCTM() ?? { a: 1, b: 0 }
      return Math.hypot(a, b)
    }
  }
  return 1
}
