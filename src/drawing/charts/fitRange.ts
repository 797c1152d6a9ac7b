/** Something that stands at a share of an axis and needs room on either side of that place, in px. */
export interface Overhang {
  /** 0 at the start of the axis, 1 at its end. */
  at: number
  before: number
  after: number
}

const PASSES = 20
/** Shorter, an axis shows nothing. */
const LEAST = 60

/**
 * The longest axis between two places such that whatever stands on it has room there.
 *
 * @param what for the error: which chart it is
 * @throws {Error} when too little is left for the marks
 */
export function fitRange(items: Overhang[], from: number, to: number, what: string): [start: number, end: number] {
  let start = from
  let end = to
  // Each end depends on the other; moving them in turns settles within a few passes.
  for (let pass = 0; pass < PASSES; pass++) {
    end = Math.min(to, ...items.filter(item => item.at > 0).map(({ at, after }) => start + (to - after - start) / at))
    start = Math.max(
      from,
      ...items.filter(item => item.at < 1).map(({ at, before }) => end - (end - from - before) / (1 - at)),
    )
  }
  if (!(end - start >= LEAST)) {
    throw new Error(
      `The words of series ${what} leave no room for its marks; give the chart more width or pick fewer points.`,
    )
  }
  return [start, end]
}
