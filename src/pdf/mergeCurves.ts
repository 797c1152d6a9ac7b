import { trackScale } from './contentScale.ts'
import { parseNumbers, parseOperations } from './contentStream.ts'
import { coordinateDigits, MAX_COORD_ERROR_PT, roundTo } from './precision.ts'
import { createRewriter } from './rewriter.ts'

type Point = readonly [x: number, y: number]
/** A cubic Bézier curve. */
type Curve = readonly [from: Point, out: Point, into: Point, to: Point]

/** One curve in place of several. */
interface Merged {
  curve: Curve
  /** Points on the curves that it stands for, in their order. */
  seen: Point[]
}

const HAS_CURVES = /\sc\b/
/** Where on a curve it is compared. */
const SAMPLES = [0.25, 0.5, 0.75, 1]
/** Lines that stand for a curve where points are compared with it. */
const STEPS = 32
/**
 * The longest handle of a curve, of its own length: that of a half circle is 0.42 and that of a straight line a third.
 * Where a thin stroke leaves and arrives in nearly the same direction, one of any length would pass through its points.
 */
const MAX_HANDLE = 0.5

/**
 * Draws round things in fewer curves, where that cannot be seen. Chromium draws a circle in sixteen or more, of which
 * four do.
 *
 * @param content of a stream, one character a byte
 */
export function mergeCurves(content: string): string {
  if (!HAS_CURVES.test(content))
    return content
  const output = createRewriter(content)
  const scaleOf = trackScale()
  let at: Point | undefined
  let curves: Curve[] = []
  let [from, to, unit] = [0, 0, 1]
  const close = () => {
    const merged = curves.length > 1 ? merge(curves, MAX_COORD_ERROR_PT / unit) : curves
    if (merged.length < curves.length)
      output.replace(from, to, merged.map(curve => written(curve, coordinateDigits(unit))).join('\n'))
    curves = []
  }
  for (const operation of parseOperations(content)) {
    const { operator, operands, start, end } = operation
    const scale = scaleOf(operation)
    if (operator !== 'c') {
      close()
      const [x, y] = operator === 'm' || operator === 'l' ? parseNumbers(operands) : []
      at = x === undefined || y === undefined ? undefined : [x, y]
      continue
    }
    const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN] = parseNumbers(operands)
    if (at) {
      from = curves.length > 0 ? from : start
      curves.push([at, [a, b], [c, d], [e, f]])
    }
    [at, to, unit] = [[e, f], end, scale]
  }
  close()
  return output.end()
}

function written([, out, into, to]: Curve, digits: number): string {
  return `${[...out, ...into, ...to].map(value => roundTo(value, digits)).join(' ')} c`
}

/** Two by two, as long as that leaves fewer. */
function merge(curves: Curve[], error: number): Curve[] {
  let before: Merged[] = curves.map(curve => ({ curve, seen: SAMPLES.map(value => pointOn(curve, value)) }))
  for (;;) {
    const after: Merged[] = []
    for (let i = 0; i < before.length; i++) {
      const [one, next] = before.slice(i, i + 2)
      const both = one && next && inOne(one, next, error)
      if (both)
        i++
      const left = both ?? one
      if (left)
        after.push(left)
    }
    if (after.length === before.length)
      return after.map(merged => merged.curve)
    before = after
  }
}

/** Leaves and arrives as the two do, and passes half way where they meet. */
function inOne(one: Merged, next: Merged, error: number): Merged | undefined {
  const [from, out, , meeting] = one.curve
  const [, , into, to] = next.curve
  const leaves = minus(out, from)
  const arrives = minus(to, into)
  const rest: Point = [8 * meeting[0] - 4 * from[0] - 4 * to[0], 8 * meeting[1] - 4 * from[1] - 4 * to[1]]
  const turn = cross(leaves, arrives)
  const [far, near] = [cross(rest, arrives) / turn / 3, cross(rest, leaves) / turn / 3]
  if (!(far > 0 && near > 0 && Number.isFinite(far) && Number.isFinite(near)))
    return undefined
  const curve: Curve = [
    from,
    [from[0] + far * leaves[0], from[1] + far * leaves[1]],
    [to[0] - near * arrives[0], to[1] - near * arrives[1]],
    to,
  ]
  const seen = [...one.seen, ...next.seen]
  const length = [from, ...seen].reduce((sum, point, i, { [i + 1]: to }) => to ? sum + gap(point, to) : sum, 0)
  if (Math.max(gap(from, curve[1]), gap(to, curve[2])) > MAX_HANDLE * length)
    return undefined
  return isNear(seen, curve, error) ? { curve, seen } : undefined
}

function pointOn([p, q, r, s]: Curve, t: number): Point {
  const u = 1 - t
  const along = (axis: 0 | 1) =>
    u * u * u * p[axis] + 3 * u * u * t * q[axis] + 3 * u * t * t * r[axis] + t * t * t * s[axis]
  return [along(0), along(1)]
}

/**
 * Whether points are nearer to a curve than this.
 *
 * @param points in the order in which they are along it: the search for each begins where that for the last one ended
 */
function isNear(points: Point[], curve: Curve, error: number): boolean {
  const path = Array.from({ length: STEPS + 1 }, (_, i) => pointOn(curve, i / STEPS))
  let last = 0
  return points.every((point) => {
    for (let i = 0; i < STEPS; i++) {
      const at = (last + i) % STEPS
      if (distance(point, path[at] as Point, path[at + 1] as Point) < error) {
        last = at
        return true
      }
    }
    return false
  })
}

/** From a point to a line. */
function distance([px, py]: Point, [x, y]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - x, toY - y]
  const [ax, ay] = [px - x, py - y]
  const t = Math.min(1, Math.max(0, (ax * dx + ay * dy) / (dx ** 2 + dy ** 2 || 1)))
  return Math.hypot(ax - t * dx, ay - t * dy)
}

function gap(a: Point, b: Point): number {
  return Math.hypot(...minus(a, b))
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]]
}

function cross(a: Point, b: Point): number {
  return a[0] * b[1] - a[1] * b[0]
}
