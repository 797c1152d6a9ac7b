import type { SlideView } from './visible.ts'
import { closest, isVisible, nameOf } from './visible.ts'

/** One title, a text for every picture, and nothing that Vue could not resolve. */
export function markupFaults({ elements }: SlideView): string[] {
  const titles = elements.filter(element => element.matches('h1'))
  return [
    ...(titles.length === 1 ? [] : [`${titles.length} titles (h1) instead of one`]),
    ...titles.filter(title => !title.textContent?.trim()).map(() => 'the title (h1) is empty'),
    ...elements
      .filter(element => isPicture(element) && isVisible(element) && !isDescribed(element))
      .map(
        element =>
          `${nameOf(element)} has no text alternative: give it role="img" and aria-label, or aria-hidden="true"`,
      ),
    ...elements
      .filter(element => element instanceof HTMLUnknownElement)
      .map(element => `<${element.localName}> is no element and no component`),
  ]
}

function isPicture(element: Element): boolean {
  return element.matches('img, svg, canvas, video') && !element.matches('svg svg')
}

function isDescribed(item: Element): boolean {
  const describes = (element: Element) => element.matches('[aria-label]:not([aria-label=""]), [aria-labelledby]')
  return closest(item, '[aria-hidden=true], [role=presentation], [role=none]') !== undefined
    || item.hasAttribute('alt')
    || (item.matches('[role=img], [role=group], [role=figure]') && describes(item))
    || [item, closest(item, '[role=img]')].some(element => element?.matches('[role=img]') && describes(element))
}
