import { textWidth } from '../textMetrics.ts'

/** A label for the place `x` of an axis. Its text is set at `textX`, which differs from `x` near the ends; px. */
export interface AxisLabel { x: number, textX: number, anchor: 'start' | 'middle' | 'end', text: string }

/**
 * Centres a label on its place of the axis, or aligns it with the end of the picture where it would run over it.
 *
 * @param x place on the axis, px
 * @param text of the label
 * @param size of the type, px
 * @param width of the picture, px
 */
export function axisLabelAt(x: number, text: string, size: number, width: number): AxisLabel {
  const half = textWidth(text, size) / 2
  if (x - half < 0)
    return { x, textX: 0, anchor: 'start', text }
  return x + half > width ? { x, textX: width, anchor: 'end', text } : { x, textX: x, anchor: 'middle', text }
}

/** Left and right end of a label's text, px. */
export function labelSpan({ textX, anchor, text }: AxisLabel, size: number): [left: number, right: number] {
  const wide = textWidth(text, size)
  const left = anchor === 'start' ? textX : anchor === 'end' ? textX - wide : textX - wide / 2
  return [left, left + wide]
}
