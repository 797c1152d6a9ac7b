import type { Box, SlideView, TextBlock } from './visible.ts'
import { PILED } from '../../deck/exceptions.ts'
import { hasHalo, paintOf } from './contrast.ts'
import { closest, isVisible, nameOf } from './visible.ts'

/** Pixels by which two things may touch. */
const TOUCH = 2

const SHAPES = 'path, rect, circle, ellipse, line, polyline, polygon'
/** Where shapes are defined and not drawn. */
const DEFINED = 'defs *, clipPath *, marker *, mask *, pattern *, symbol *'
/** A line thinner than this behind a label is a rule, not a mark. */
const RULE_PX = 1.5
/** Less than this is not seen, more than this hides what is behind. */
const [SEEN_ALPHA, OPAQUE_ALPHA] = [0.15, 0.9]
/** Between two points at which the edge of a shape is looked at, px. */
const STEP_PX = 3

interface Thing extends Pick<TextBlock, 'block' | 'text'> {
  lines: Box[]
  isText: boolean
}

/** Text over other text, or text over a picture or a button that it is not part of. */
export function overlapping({ elements, texts: blocks }: SlideView): string[] {
  const texts: Thing[] = blocks.map(block => ({ ...block, isText: true }))
  const pictures: Thing[] = elements
    .filter(
      element => element.matches('img, canvas, video, button, input, select, svg[role=img]')
        && isVisible(element) && !isStillEmpty(element),
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

/** A picture of which clicks have drawn nothing yet. */
function isStillEmpty(picture: Element): boolean {
  const parts = [...picture.querySelectorAll(`${SHAPES}, text, image, use, foreignObject`)]
  return picture.matches('svg') && !parts.some((part) => {
    const { width, height } = part.getBoundingClientRect()
    return Math.max(width, height) > 1 && isVisible(part)
  })
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

/** Words that a stroke of the pen, or the edge of a mark of a chart, goes through. */
export function crossedText({ elements, texts }: SlideView): string[] {
  const shapes = elements
    .filter((element): element is SVGGeometryElement =>
      element instanceof SVGGeometryElement && element.matches(SHAPES) && !element.matches(DEFINED))
    .filter(shape => isVisible(shape) && isPainted(shape))
    .map(shape => ({ shape, box: shape.getBoundingClientRect() }))
  return texts.flatMap(({ block, text, lines }) => {
    const inks = lines.filter(line => !hasHalo(line.holder))
    const crossing = shapes.find(({ shape, box }) => {
      const near = inks.filter(line => isNear(line, box) && !isMeantToCross(shape, line.holder))
      return near.length > 0
        && edgeOf(shape).some(point => near.some(line => isInside(point, line)) && !isCovered(shape, point))
    })
    return crossing ? [`${nameOf(crossing.shape, '')} goes through ${nameOf(block, text)}`] : []
  })
}

function isPainted(shape: SVGGeometryElement): boolean {
  const [filled, drawn] = [paintOf(shape, 'fill')[3], paintOf(shape, 'stroke')[3]]
  return (filled > SEEN_ALPHA && !(shape instanceof SVGLineElement))
    || (drawn > SEEN_ALPHA && Number.parseFloat(getComputedStyle(shape).strokeWidth) >= RULE_PX)
}

/** A strike goes through its own word. */
function isMeantToCross(shape: Element, text: Element): boolean {
  return closest(shape, '.pen-strike-through')?.contains(text) ?? false
}

/** A line has no area: both are as large as a stroke at least. */
function isNear(a: Box, b: Box): boolean {
  return a.left < b.right + 1 && b.left < a.right + 1 && a.top < b.bottom + 1 && b.top < a.bottom + 1
}

/** Whether something opaque is painted over a shape at a point. */
function isCovered(shape: Element, { x, y }: DOMPoint): boolean {
  return (shape.getRootNode() as Document | ShadowRoot).elementsFromPoint(x, y).some((element) => {
    const isLater = shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
    return isLater && !element.matches('text, tspan')
      && paintOf(element, element instanceof SVGElement ? 'fill' : 'backgroundColor')[3] > OPAQUE_ALPHA
  })
}

function edgeOf(shape: SVGGeometryElement): DOMPoint[] {
  const [length, matrix] = [shape.getTotalLength(), shape.getScreenCTM() ?? new DOMMatrix()]
  const steps = Math.max(4, Math.ceil(length / STEP_PX))
  return Array.from({ length: steps + 1 }, (_, i) =>
    shape.getPointAtLength(length * i / steps).matrixTransform(matrix))
}

function isInside({ x, y }: DOMPoint, { left, right, top, bottom }: Box): boolean {
  return x > left + TOUCH && x < right - TOUCH && y > top + TOUCH && y < bottom - TOUCH
}
