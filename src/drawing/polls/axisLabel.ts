import { textWidth } from '../textMetrics.ts'

/** Words at a place of an axis: centred on it, or ending where the picture does. Pixels. */
export interface Flag { x: number, textX: number, anchor: 'start' | 'middle' | 'end', text: string }

/** @param size of the type, px */
export function flagAt(x: number, text: string, size: number, width: number): Flag {
  const half = textWidth(text, size) / 2
  if (x - half < 0)
    return { x, textX: 0, anchor: 'start', text }
  return x + half > width ? { x, textX: width, anchor: 'end', text } : { x, textX: x, anchor: 'middle', text }
}

/** From where to where its words run. */
export function spanOf({ textX, anchor, text }: Flag, size: number): [left: number, right: number] {
  const wide = textWidth(text, size)
  const left = anchor === 'start' ? textX : anchor === 'end' ? textX - wide : textX - wide / 2
  return [left, left + wide]
}

/** px between words and a stroke that they give way to. */
const CLEAR = 8
/** px; sums of fractions do not come out even. */
const SLACK = 1e-6

/**
 * Words moved out of the way of upright strokes: as near to their place on the axis as they can be, and no further than
 * it takes.
 *
 * @param strokes where they stand, px
 * @param size of the type, px
 * @returns undefined where no stretch of the picture is free that is long enough
 */
export function clearOf(flag: Flag, strokes: number[], size: number, width: number): Flag | undefined {
  const wide = textWidth(flag.text, size)
  const leftOf = (item: Flag) => spanOf(item, size)[0]
  const isClear = (item: Flag) => {
    const [left, right] = spanOf(item, size)
    return (
      left >= -SLACK
      && right <= width + SLACK
      && strokes.every(stroke => stroke <= left - CLEAR + SLACK || stroke >= right + CLEAR - SLACK)
    )
  }
  const away = (item: Flag) => Math.max(0, leftOf(item) - item.x, item.x - leftOf(item) - wide)
  const moved = (item: Flag) => Math.abs(leftOf(item) - leftOf(flag))
  return [
    flag,
    ...strokes.flatMap((stroke): Flag[] => [
      { ...flag, textX: stroke - CLEAR, anchor: 'end' },
      { ...flag, textX: stroke + CLEAR, anchor: 'start' },
    ]),
  ]
    .filter(isClear)
    .sort((a, b) => away(a) - away(b) || moved(a) - moved(b))[0]
}
