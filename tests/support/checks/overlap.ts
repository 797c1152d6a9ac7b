import type { Box, SlideView, TextBlock } from './visible.ts'
import { PILED } from '../../deck/exceptions.ts'
import { closest, isVisible, nameOf } from './visible.ts'

/** Pixels by which two things may touch. */
const TOUCH = 2

interface Thing extends Pick<TextBlock, 'block' | 'text'> {
  lines: Box[]
  isText: boolean
}

/** Text over other text, or text over a picture or a button that it is not part of. */
export function overlapping({ elements, texts: blocks }: SlideView): string[] {
  const texts: Thing[] = blocks.map(block => ({ ...block, isText: true }))
  const pictures: Thing[] = elements
    .filter(
      element => element.matches('img, canvas, video, button, input, select, svg[role=img]') && isVisible(element),
    )
    .map(element => ({
      block: element,
      text: element.getAttribute('aria-label') ?? element.textContent ?? '',
      lines: [element.getBoundingClientRect()],
      isText: false,
    }))
  return texts.flatMap((text, i) =>
    [...texts.slice(i + 1), ...pictures]
      .filter(other => other.isText || !isPart(text.block, other.block))
      .filter(other => text.lines.some(a => other.lines.some(b => areOver(a, b))) && !isMeant(text.block, other.block))
      .map(other => `${nameOf(text.block, text.text)} lies over ${nameOf(other.block, other.text)}`),
  )
}

function areOver(a: Box, b: Box): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH
  )
}

function isPart(a: Element, b: Element): boolean {
  return a.contains(b) || b.contains(a)
}

function isMeant(a: Element, b: Element): boolean {
  return PILED.some(([one, other]) => (closest(a, one) && closest(b, other)) || (closest(a, other) && closest(b, one)))
}
