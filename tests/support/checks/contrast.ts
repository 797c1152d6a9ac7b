import type { Colour } from './colour.ts'
import type { Line, SlideView } from './visible.ts'
import { contrast, over } from './colour.ts'
import { drawnSize } from './type.ts'
import { ancestors, closest, nameOf } from './visible.ts'

/**
 * Text against what is painted under it. Axe leaves to people what it cannot decide: all text of pictures, and text
 * over something that is not its ancestor.
 */
export function faintText({ texts }: SlideView): string[] {
  return texts
    .filter(text => !closest(text.block, ':disabled, [aria-disabled=true]'))
    .flatMap(({ block, text, lines }) => {
      const faint = lines
        .map(line => ({
          least: leastFor(line.holder),
          ratio: Math.min(...[0.1, 0.5, 0.9].map(share => ratioAt(line, share))),
        }))
        .find(({ ratio, least }) => ratio < least)
      return faint
        ? [`${nameOf(block, text)} has a contrast of ${faint.ratio.toFixed(1)} to 1 instead of ${faint.least}`]
        : []
    })
}

/** WCAG asks less of large text. */
function leastFor(text: Element): number {
  const size = drawnSize(text)
  return size >= 24 || (size >= 18.66 && Number(getComputedStyle(text).fontWeight) >= 700) ? 3 : 4.5
}

function ratioAt({ holder, left, right, top, bottom }: Line, share: number): number {
  const ground = paintUnder(holder, left + (right - left) * share, (top + bottom) / 2)
  const ink = paintOf(holder, holder instanceof SVGElement ? 'fill' : 'color')
  return contrast(over(ink, ground), ground)
}

/** The colour under a point of a text, all layers mixed. */
function paintUnder(text: Element, x: number, y: number): Colour {
  if (hasHalo(text))
    return paintOf(text, 'stroke')
  const stack = (text.getRootNode() as Document | ShadowRoot).elementsFromPoint(x, y)
  // An element of HTML may have a ground of its own.
  const under = stack.slice(stack.indexOf(text) + (text instanceof SVGElement ? 1 : 0))
  // A line is hit by its stroke, which is thinner than a letter.
  return mixed(under.filter(element => !element.matches('text, tspan, line')))
}

/** An edge around the letters of a picture is their own ground: they are meant to lie over what is behind. */
export function hasHalo(text: Element): boolean {
  const { paintOrder, stroke, strokeWidth } = getComputedStyle(text)
  return text instanceof SVGElement
    && paintOrder.startsWith('stroke') && stroke !== 'none' && Number.parseFloat(strokeWidth) >= 2
}

/** The colour that a point shows behind all text, as far as elements paint it. */
export function paintAt(text: Element, x: number, y: number): Colour {
  const stack = (text.getRootNode() as Document | ShadowRoot).elementsFromPoint(x, y)
  return mixed(stack.filter(element => !element.matches('text, tspan')))
}

function mixed(elements: Element[]): Colour {
  const layers = elements.map(element =>
    paintOf(element, element instanceof SVGGeometryElement ? 'fill' : 'backgroundColor'),
  )
  return layers.reduceRight<Colour>((ground, layer) => over(layer, ground), [255, 255, 255, 1])
}

const spot = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
const known = new Map<string, Colour>()

/**
 * A computed colour as numbers, with the opacity of the element and of everything around it. A pattern counts as
 * nothing.
 */
export function paintOf(element: Element, property: 'fill' | 'stroke' | 'color' | 'backgroundColor'): Colour {
  const style = getComputedStyle(element)
  const css = style[property]
  let colour = known.get(css)
  if (!colour) {
    colour = css === 'none' || css.startsWith('url') || !spot ? [0, 0, 0, 0] : painted(spot, css)
    known.set(css, colour)
  }
  const own = property === 'fill' || property === 'stroke' ? Number(style[`${property}Opacity`]) : 1
  const shown = [element, ...ancestors(element)].reduce(
    (share, ancestor) => share * Number(getComputedStyle(ancestor).opacity),
    own,
  )
  const [r, g, b, alpha] = colour
  return [r, g, b, alpha * shown]
}

function painted(context: CanvasRenderingContext2D, css: string): Colour {
  context.clearRect(0, 0, 1, 1)
  context.fillStyle = css
  context.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  return [r, g, b, alpha / 255]
}
