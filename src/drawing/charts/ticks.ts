import type { Bounds, Rule, TextLine } from './drawing.ts'
import { textWidth } from '../textMetrics.ts'
import { overlap, textBounds, TICK } from './drawing.ts'

export interface Tick {
  /** px */
  x: number
  label: string
}

/** px between two labels of an axis. */
const APART = 8
/** px between a grid line and what interrupts it. */
const CLEAR = 3

/**
 * Labels under an axis: all of them, or else every second and so on, or else those that have room. The first and the
 * last are always there, so that nothing seems to lie beyond the scale.
 */
export function tickTexts(ticks: Tick[], bottom: number, width: number): TextLine[] {
  const texts = ticks.map(({ x, label }): TextLine => {
    const half = textWidth(label, TICK) / 2
    return {
      x: Math.max(half, Math.min(x, width - half)),
      y: bottom + 23,
      anchor: 'middle',
      runs: [{ text: label, size: TICK, voice: 'quiet' }],
      emphasis: false,
    }
  })
  const last = texts.length - 1
  for (let every = 1; every < last; every++) {
    const some = texts.filter((_, i) => i % every === 0)
    if (last % every === 0 && some.every((text, i) => !touches(some[i - 1], text)))
      return some
  }
  return texts.reduce<TextLine[]>((kept, text, i) => {
    const hasRoom = !touches(kept.at(-1), text) && (i === last || !touches(text, texts[last]))
    return i === 0 || hasRoom ? [...kept, text] : kept
  }, [])
}

function touches(a: TextLine | undefined, b: TextLine | undefined): boolean {
  return a !== undefined && b !== undefined
    && overlap({ ...textBounds(a), right: textBounds(a).right + APART }, textBounds(b))
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
