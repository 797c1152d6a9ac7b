/** Something at a share of an axis that needs room on either side, in px, whatever the length of the axis. */
export interface Overhang {
  /** 0 at the start of the axis, 1 at its end. */
  at: number
  before: number
  after: number
}

const PASSES = 20
/** px; differences cannot be seen on a shorter axis. */
const LEAST_LENGTH = 60

/**
 * The longest axis between two positions on which everything has the room that it needs.
 *
 * @param items what stands on the axis
 * @param from px of the left end of the room
 * @param to px of its right end
 * @param seriesId for the error
 * @throws {Error} when too little is left for the marks
 */
export function fitRange(items: Overhang[], from: number, to: number, seriesId: string): [start: number, end: number] {
  let start = from
  let end = to
  // Each end depends on the other: moving them in turn converges within a few passes.
  for (let pass = 0; pass < PASSES; pass++) {
    end = Math.min(to, ...items.filter(item => item.at > 0).map(({ at, after }) => start + (to - after - start) / at))
    start = Math.max(
      from,
      ...items.filter(item => item.at < 1).map(({ at, before }) => end - (end - from - before) / (1 - at)),
    )
  }
  if (!(end - start >= LEAST_LENGTH)) {
    throw new Error(
      `The words of series ${seriesId} leave no room for its marks; give the chart more width or pick fewer points.`,
    )
  }
  return [start, end]
}
