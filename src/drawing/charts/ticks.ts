import type { Bounds, Rule, TextLine } from './drawing.ts'
import { overlap, SMALL, textBounds } from './drawing.ts'

export interface Tick {
  /** px */
  x: number
  label: string
}

/** px between two labels of an axis. */
const APART = 8
/** px between a grid line and what interrupts it. */
const CLEAR = 3

/** Labels under an axis: every one, or every second and so on, so that none overlap or leave the chart. */
export function tickTexts(ticks: Tick[], bottom: number, width: number): TextLine[] {
  const texts = ticks.map(({ x, label }): TextLine => ({
    x,
    y: bottom + 20,
    anchor: 'middle',
    runs: [{ text: label, size: SMALL, voice: 'quiet' }],
    emphasis: false,
  }))
  const inside = texts.filter(text => textBounds(text).left >= 0 && textBounds(text).right <= width)
  for (let every = 1; every < inside.length; every++) {
    const some = inside.filter((_, i) => i % every === 0)
    if (some.every((text, i) => i === 0 || !touches(some[i - 1], text)))
      return some
  }
  return inside.slice(0, 1)
}

function touches(a: TextLine | undefined, b: TextLine): boolean {
  return a !== undefined && overlap({ ...textBounds(a), right: textBounds(a).right + APART }, textBounds(b))
}

/** A grid line, vertical or horizontal, interrupted where it would run through text or marks. */
export function interruptRule(rule: Rule, boxes: Bounds[]): Rule[] {
  const isVertical = rule.x1 === rule.x2
  const [from, to] = isVertical ? [rule.y1, rule.y2] : [rule.x1, rule.x2]
  const gaps = boxes
    .filter(box =>
      isVertical
        ? box.left - CLEAR < rule.x1 && rule.x1 < box.right + CLEAR
        : box.top - CLEAR < rule.y1 && rule.y1 < box.bottom + CLEAR,
    )
    .map(box =>
      isVertical ? ([box.top - CLEAR, box.bottom + CLEAR] as const) : ([box.left - CLEAR, box.right + CLEAR] as const),
    )
    .sort(([a], [b]) => a - b)
  const pieces: Rule[] = []
  let at = from
  for (const [start, end] of [...gaps, [to, to] as const]) {
    const until = Math.min(start, to)
    if (until > at)
      pieces.push(isVertical ? { ...rule, y1: at, y2: until } : { ...rule, x1: at, x2: until })
    at = Math.max(at, end)
  }
  return pieces
}
