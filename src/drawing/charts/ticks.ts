import type { Box, Rule, Words } from './drawing.ts'
import { boxOf, overlap, SMALL } from './drawing.ts'

export interface Tick {
  /** px */
  x: number
  label: string
}

/** Between two labels of an axis. */
const APART = 8
/** Between a rule and what it stops at. */
const CLEAR = 3

/** Labels under an axis: as many of them, evenly, as neither meet nor leave the chart. */
export function tickWords(ticks: Tick[], bottom: number, width: number): Words[] {
  const words = ticks.map(({ x, label }): Words => ({
    x,
    y: bottom + 20,
    anchor: 'middle',
    runs: [{ text: label, size: SMALL, voice: 'quiet' }],
    emphasis: false,
  }))
  const inside = words.filter(word => boxOf(word).left >= 0 && boxOf(word).right <= width)
  for (let every = 1; every < inside.length; every++) {
    const some = inside.filter((_, i) => i % every === 0)
    if (some.every((item, i) => i === 0 || !meets(some[i - 1], item)))
      return some
  }
  return inside.slice(0, 1)
}

function meets(a: Words | undefined, b: Words): boolean {
  return a !== undefined && overlap({ ...boxOf(a), right: boxOf(a).right + APART }, boxOf(b))
}

/** A hairline of a grid, upright or level, interrupted where it would run through words or marks. */
export function interrupted(rule: Rule, boxes: Box[]): Rule[] {
  const upright = rule.x1 === rule.x2
  const [from, to] = upright ? [rule.y1, rule.y2] : [rule.x1, rule.x2]
  const gaps = boxes
    .filter(box =>
      upright
        ? box.left - CLEAR < rule.x1 && rule.x1 < box.right + CLEAR
        : box.top - CLEAR < rule.y1 && rule.y1 < box.bottom + CLEAR,
    )
    .map(box =>
      upright ? ([box.top - CLEAR, box.bottom + CLEAR] as const) : ([box.left - CLEAR, box.right + CLEAR] as const),
    )
    .sort(([a], [b]) => a - b)
  const pieces: Rule[] = []
  let at = from
  for (const [start, end] of [...gaps, [to, to] as const]) {
    if (Math.min(start, to) > at)
      pieces.push(upright ? { ...rule, y1: at, y2: Math.min(start, to) } : { ...rule, x1: at, x2: Math.min(start, to) })
    at = Math.max(at, end)
  }
  return pieces
}
