import type { Ink } from '../penPath.ts'

/** Boxes in a row: a share is told to the nearest tenth. */
export const TENTHS = 10

/** Sizes of the picture, px. */
export const BOXES = { left: 236, pitch: 63.2, side: 56, between: 78, luck: 46 } as const

const GAP = BOXES.pitch - BOXES.side
/** Of the type that the ring's clearance goes by: it keeps off the row under it. */
const RING_EM = 26
/** The ring begins in the gap beside the last tick, and so within the ink of the box after it, px. */
const RING_INSET = 7
const BRACKET = { below: 9, drop: 10 }

/** A share to the nearest tenth, as a number of boxes. Exactly half a tenth goes up. */
export function tenthsOf(right: number, of: number): number {
  return of > 0 ? Math.round(right / of * TENTHS) : 0
}

/** Left edge of a box, from 0, in px of the picture. */
export const boxX = (box: number): number => BOXES.left + box * BOXES.pitch

/**
 * The boxes of a row that are not ticked, for the pen to ring.
 *
 * @param ticked boxes from the left
 * @returns their left end, and their ink as seen from the foot of the row; undefined where all are ticked
 */
export function unticked(ticked: number): { x: number, ink: Ink } | undefined {
  const open = TENTHS - ticked
  return open > 0
    ? {
        x: boxX(ticked) + RING_INSET,
        ink: { width: open * BOXES.pitch - GAP - RING_INSET, ascent: BOXES.side, descent: 0, em: RING_EM },
      }
    : undefined
}

/**
 * A bracket under the boxes that a share would fill, as path data from the foot of the row.
 *
 * @param share 0 to 1; it may end within a box
 */
export function bracketPath(share: number): string {
  const { below, drop } = BRACKET
  return `M${BOXES.left} ${below}v${drop}H${bracketEnd(share)}v${-drop}`
}

/** Right end of that bracket, px. */
export function bracketEnd(share: number): number {
  return Math.round((BOXES.left + share * TENTHS * BOXES.pitch - GAP) * 10) / 10
}
