import type { AxisLabel } from './axisLabel.ts'
import type { SpacePx } from './space.ts'
import { textWidth } from '../textMetrics.ts'
import { axisLabelAt, labelSpan } from './axisLabel.ts'

/** A field for one number, and below it the axis on which the answers will lie; everything in px. */
export interface EmptyField {
  field: { height: number, plate: number, textSize: number }
  axis: number
  /** Of the labels of both ends, and of those between them. */
  endSize: number
  tickSize: number
  ends: [AxisLabel, AxisLabel]
  ticks: AxisLabel[]
}

const [MOST_FIELD, MOST_PLATE] = [150, 112]
/** Under the axis: its labels. */
const [AXIS_PX, END_SIZE, TICK_SIZE] = [46, 30, 18]
/** Between the field and the axis. */
const GAP_PX = 36
/** Between two labels. */
const APART_PX = 16
const PLATE_TEXT = 0.62

/** A round number of an axis, at 0 to 1 of its length. */
export interface AxisPlace { place: number, text: string }

/**
 * Lays out what stands there before anybody has answered. Both ends of the axis are always labelled, and round numbers
 * between them where they have room.
 */
export function layOutEmptyField(
  ends: [low: string, high: string],
  ticks: readonly AxisPlace[],
  { width, height }: SpacePx,
): EmptyField {
  const field = Math.min(MOST_FIELD, Math.max(60, height - GAP_PX - AXIS_PX))
  const free = height - field - GAP_PX - AXIS_PX
  const labels: [AxisLabel, AxisLabel] = [
    { x: 0, textX: 0, anchor: 'start', text: ends[0] },
    { x: width, textX: width, anchor: 'end', text: ends[1] },
  ]
  let [from, to] = [textWidth(ends[0], END_SIZE, true), width - textWidth(ends[1], END_SIZE, true)]
  const between = ticks
    .map(({ place, text }) => axisLabelAt(place * width, text, TICK_SIZE, width))
    .filter((label) => {
      const [left, right] = labelSpan(label, TICK_SIZE)
      const hasRoom = left >= from + APART_PX && right <= to - APART_PX
      if (hasRoom)
        from = right
      return hasRoom
    })
  return {
    field: { height: field, plate: Math.min(MOST_PLATE, field), textSize: Math.min(field * PLATE_TEXT, 76) },
    // What is left over is shared out, so that the axis does not hang in the air.
    axis: field + GAP_PX + Math.max(0, Math.min(free / 2, 24)),
    endSize: END_SIZE,
    tickSize: TICK_SIZE,
    ends: labels,
    ticks: between,
  }
}
