/** Between a stem and its text, in pixels. */
export const GAP = 6

/** A label on its stem, as far as the axis decides it. */
export interface Flag { x: number, width: number }
/** `level` counts from the axis, from 1; the text stands right (1) or left (-1) of its stem. */
export interface FlagPlace { level: number, side: 1 | -1 }

export interface FlagPlaces { levels: number, places: FlagPlace[] }

/**
 * Places labels so that no text touches another or is crossed by the stem of another. Level by level from the axis, it
 * takes every label whose text reaches none of the stems that go on: what is placed early only makes room for the rest.
 *
 * @param flags in the order of their `x`
 * @param width of the picture
 * @param reserved width at the left of the last level that stays free for the lane's name
 * @returns undefined where there is no such placing
 */
export function placeFlags(flags: readonly Flag[], width: number, reserved = 0): FlagPlaces | undefined {
  const [right, left] = ([1, -1] as const).map(side => placeTowards(flags, width, reserved, side))
  return right && left && left.levels < right.levels ? left : right ?? left
}

/**
 * Tries the text on one side of its stem first, beginning at that end of the axis: it takes room that is already
 * decided.
 */
function placeTowards(flags: readonly Flag[], width: number, reserved: number, first: 1 | -1): FlagPlaces | undefined {
  const places = new Map<Flag, FlagPlace>()
  let rest = first === 1 ? flags.toReversed() : [...flags]
  let top: { left: number, right: number }[] = []
  let level = 0
  while (rest.length > 0) {
    level++
    top = []
    for (const flag of rest) {
      for (const side of [first, -first] as (1 | -1)[]) {
        const left = side === 1 ? flag.x + GAP : flag.x - GAP - flag.width
        const right = left + flag.width
        // Events of one day share a stem.
        const isCrossed = rest.some(
          item => Math.abs(item.x - flag.x) > 1 && item.x > left - GAP && item.x < right + GAP,
        )
        if (
          places.has(flag)
          || left < 0
          || right > width
          || isCrossed
          || top.some(item => left < item.right + 2 * GAP && item.left < right + 2 * GAP)
        ) {
          continue
        }
        places.set(flag, { level, side })
        top.push({ left, right })
      }
    }
    if (top.length === 0)
      return undefined
    rest = rest.filter(flag => !places.has(flag))
  }
  const isUnderName = top.some(item => item.left < reserved)
  return { levels: level + (isUnderName ? 1 : 0), places: flags.flatMap(flag => places.get(flag) ?? []) }
}
