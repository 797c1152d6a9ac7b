import { describe, expect, it } from 'vitest'
import { parseOperations } from '../../src/pdf/contentStream.ts'
import { mergeCurves } from '../../src/pdf/mergeCurves.ts'

/** A circle as Chromium draws it: a curve for each of many equal parts, as if each were a parabola. */
function circle(radius: number, parts: number): string {
  const at = (angle: number, r = radius) => [100 + r * Math.cos(angle), 100 + r * Math.sin(angle)]
  const step = 2 * Math.PI / parts
  const curves = Array.from({ length: parts }, (_, i) => {
    const [from, to] = [at(i * step), at((i + 1) * step)]
    const corner = at((i + 0.5) * step, radius / Math.cos(step / 2))
    const third = (end: number[]) => end.map((value, axis) => value + (2 / 3) * ((corner[axis] ?? NaN) - value))
    return `${[...third(from), ...third(to), ...to].map(value => value.toFixed(7)).join(' ')} c`
  })
  return `${at(0).join(' ')} m\n${curves.join('\n')}\nf`
}

/** Farthest that a circle's curves come off it. */
function error(content: string, radius: number): number {
  let from = [100 + radius, 100]
  let most = 0
  for (const { operator, operands } of parseOperations(content)) {
    if (operator !== 'c')
      continue
    const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN] = operands.trim().split(/\s+/).map(Number)
    for (let t = 0; t <= 1; t += 1 / 64) {
      const on = (p = NaN, q: number, r: number, s: number) =>
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s
      most = Math.max(most, Math.abs(Math.hypot(on(from[0], a, c, e) - 100, on(from[1], b, d, f) - 100) - radius))
    }
    from = [e, f]
  }
  return most
}

const countOf = (content: string) => content.match(/\bc\b/g)?.length

/** Of a quarter of a circle that starts at 10, 0. */
const HALVES = ['10 2.76142 8.88071 5.26142 7.07107 7.07107 c', '5.26142 8.88071 2.76142 10 0 10 c']

describe('round things', () => {
  it.each([
    [3, 16, 4],
    [20, 16, 4],
    [72, 32, 8],
    [300, 32, 8],
  ])('a circle of %d points in %d curves is one in %d', (radius, parts, fewer) => {
    const merged = mergeCurves(circle(radius, parts))
    expect(countOf(merged)).toBe(fewer)
    expect(error(merged, radius)).toBeLessThan(error(circle(radius, parts), radius) + 0.02)
  })

  it('are drawn in one curve that is in two halves', () => {
    expect(mergeCurves(`10 0 m ${HALVES.join(' ')} S`)).toBe('10 0 m 10 5.52 5.52 10 0 10 c S')
  })

  it('are drawn more closely where they are drawn larger', () => {
    expect(countOf(mergeCurves(`.1 0 0 .1 0 0 cm ${circle(300, 32)}`))).toBe(4)
    expect(countOf(mergeCurves(`q 8 0 0 8 0 0 cm ${circle(72, 32)} Q`))).toBe(16)
  })

  it.each<[what: string, content: string]>([
    ['a wave', '0 0 m 1 4 3 4 4 0 c 5 -4 7 -4 8 0 c S'],
    ['a corner', '0 0 m 0 5 5 10 10 10 c 10 20 20 20 20 10 c S'],
    ['straight lines', '0 0 m 1 0 2 0 3 0 c 4 0 5 0 6 0 c S'],
    // One curve for both passes through the same points, and far beyond them.
    ['a thin stroke', '0 0 m 10 0.001 20 -0.019 30 -0.009 c 40 -0.001 50 0.017 60 0.019 c S'],
    ['a curve alone', '10 0 m 10 5.523 5.523 10 0 10 c S'],
    ['curves with a line between them', `10 0 m ${HALVES.join(' 7.07107 7.07107 l ')} S`],
    ['a curve after a rectangle', `10 0 m 10 0 9 9 re ${HALVES.join(' ')} S`],
  ])('%s stays', (_, content) => {
    expect(mergeCurves(content)).toBe(content)
  })
})
