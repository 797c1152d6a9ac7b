import { textWidth } from '../textBox.ts'

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
