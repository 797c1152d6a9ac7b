import type { SlideView } from './visible.ts'
import { closest, isVisible, nameOf } from './visible.ts'

/** One title, a text for every picture, and nothing that Vue could not resolve. */
export function markupFaults({ elements }: SlideView): string[] {
  const titles = elements.filter(it => it.matches('h1'))
  return [
    ...(titles.length === 1 ? [] : [`${titles.length} titles (h1) instead of one`]),
    ...titles.filter(it => !it.textContent?.trim()).map(() => 'the title (h1) is empty'),
    ...elements.filter(it => isPicture(it) && isVisible(it) && !isDescribed(it)).map(it => `${nameOf(it)} has no text alternative: give it role="img" and aria-label, or aria-hidden="true"`),
    ...elements.filter(it => it instanceof HTMLUnknownElement).map(it => `<${it.localName}> is no element and no component`),
  ]
}

/** Pen marks say nothing that the words beneath them do not. */
function isPicture(it: Element): boolean {
  return it.matches('img, svg, canvas, video') && !it.matches('svg svg, .rough-annotation')
}

function isDescribed(it: Element): boolean {
  const describes = (element: Element) => element.matches('[aria-label]:not([aria-label=""]), [aria-labelledby]')
  return closest(it, '[aria-hidden=true], [role=presentation], [role=none]') !== undefined
    || it.hasAttribute('alt')
    || (it.matches('[role=img], [role=group], [role=figure]') && describes(it))
    || [it, closest(it, '[role=img]')].some(element => element?.matches('[role=img]') && describes(element))
}
