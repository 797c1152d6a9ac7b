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

/** Least distance between a label and a stroke. */
const CLEARANCE_PX = 8
/** Tolerance for rounding errors of floating-point sums. */
const SLACK_PX = 1e-6

/**
 * Moves a label sideways so that no vertical stroke crosses it: as close to its place on the axis as possible, and
 * among equals as little as possible.
 *
 * @param label to move
 * @param strokes places of the strokes, px
 * @param size of the type, px
 * @param width of the picture, px
 * @returns undefined where the label does not fit between the strokes
 */
export function avoidStrokes(label: AxisLabel, strokes: number[], size: number, width: number): AxisLabel | undefined {
  const wide = textWidth(label.text, size)
  const leftOf = (candidate: AxisLabel) => labelSpan(candidate, size)[0]
  const isClear = (candidate: AxisLabel) => {
    const [left, right] = labelSpan(candidate, size)
    return (
      left >= -SLACK_PX
      && right <= width + SLACK_PX
      && strokes.every(stroke => stroke <= left - CLEARANCE_PX + SLACK_PX || stroke >= right + CLEARANCE_PX - SLACK_PX)
    )
  }
  const away = (candidate: AxisLabel) => {
    const left = leftOf(candidate)
    return Math.max(0, left - candidate.x, candidate.x - left - wide)
  }
  const moved = (candidate: AxisLabel) => Math.abs(leftOf(candidate) - leftOf(label))
  return [
    label,
    ...strokes.flatMap((stroke): AxisLabel[] => [
      { ...label, textX: stroke - CLEARANCE_PX, anchor: 'end' },
      { ...label, textX: stroke + CLEARANCE_PX, anchor: 'start' },
    ]),
  ]
    .filter(isClear)
    .sort((a, b) => away(a) - away(b) || moved(a) - moved(b))[0]
}
