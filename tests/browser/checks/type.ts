import type { SlideView } from './visible.ts'
import { SMALL } from '../../deck/exceptions.ts'
import { closest, nameOf, parentOf } from './visible.ts'

const SMALLEST_PX = 14

/** Text that is too small to be read from the back row, as large as it is drawn. */
export function smallText({ texts }: SlideView): string[] {
  const holders = new Set(texts.flatMap(it => it.lines.map(line => line.holder)))
  return [...holders].filter(it => !SMALL.some(([selector]) => closest(it, selector)) && drawnSize(it) < SMALLEST_PX - 0.05).map(it => `${nameOf(it)} is ${Number(drawnSize(it).toFixed(1))} px`)
}

export function drawnSize(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)
}

/** How much a picture scales its text, in HTML inside of it too. */
function scaleOf(element: Element): number {
  for (let it: Element | null = element; it; it = parentOf(it)) {
    if (it instanceof SVGGraphicsElement) {
      const { a, b } = it.getScreenCTM() ?? { a: 1, b: 0 }
      return Math.hypot(a, b)
    }
  }
  return 1
}
