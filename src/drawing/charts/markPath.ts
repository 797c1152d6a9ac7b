import type { Mark } from './drawing.ts'
import { ARROW, NOTCH } from './drawing.ts'
import { penOutline } from './penOutline.ts'

/** px between a dot and the arrow beside it. */
const APART = 3

/**
 * Every mark as one path, so that one set of rules in `styles/status.css` fills and outlines it by its status.
 *
 * A value that is open to one side is not closed there: "more than" ends in an arrow, "less than" in a notch.
 *
 * @returns SVG path data
 */
export function markPath(mark: Mark): string {
  const { shape, x, y, width, height, status, open, end = 'right' } = mark
  if (status === 'disputed')
    return `${penOutline(mark)}${open ? arrowBeside(mark) : ''}`
  const [rx, ry] = [width / 2, height / 2]
  if (shape === 'dot') {
    const dot = `M${x},${y + ry}a${rx},${ry} 0 1 1 ${width},0a${rx},${ry} 0 1 1 ${-width},0z`
    return `${dot}${open ? arrowBeside(mark) : ''}`
  }
  if (!open)
    return `M${x},${y}h${width}v${height}h${-width}z`
  const [zero, out] = end === 'left' ? [x + width, -1] : [x, 1]
  const point = out * ((open === 'left') === (out < 0) ? ARROW : -Math.min(NOTCH, width))
  return `M${zero},${y}h${out * width}l${point},${ry}l${-point},${ry}h${-out * width}z`
}

/** A triangle beside a mark that points to where the true value lies. */
function arrowBeside({ x, y, width, height, open }: Mark): string {
  const way = open === 'left' ? -1 : 1
  const [base, half] = [way === 1 ? x + width + APART : x - APART, height * 0.4]
  return `M${base},${y + height / 2 - half}l${way * (ARROW - APART)},${half}l${-way * (ARROW - APART)},${half}z`
}
