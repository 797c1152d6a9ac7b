/** px between a stem and its text, and around texts. */
export const GAP = 7

/** The stem of an event and the width of its text, px. */
export interface TimelineLabel { x: number, width: number }
/** `level` counts from the axis, from 1; the text is to the right (1) or left (-1) of its stem. */
export interface LabelPlace { level: number, side: 1 | -1 }

export interface PlacedLabels {
  levels: number
  places: LabelPlace[]
  /** In which corner of the outermost level the name of the lane stands. */
  nameAt: 'start' | 'end'
}

/** Left and right end of a text, px. */
interface Extent { left: number, right: number }

/**
 * Places labels so that no text touches another or is crossed by the stem of another. Going level by level from the
 * axis, it takes every label whose text crosses no stem that continues to a higher level: a label placed early only
 * makes room for the others, so the greedy order loses nothing.
 *
 * @param labels in the order of their `x`
 * @param width of the picture, px
 * @param reserved px that the name of the lane takes in a free corner of the outermost level
 * @returns undefined where there is no such placing
 */
export function placeLabels(labels: readonly TimelineLabel[], width: number, reserved = 0): PlacedLabels | undefined {
  const [right, left] = ([1, -1] as const).map(side => placeTowards(labels, width, reserved, side))
  return right && left && left.levels < right.levels ? left : right ?? left
}

/**
 * Tries `first` as the side of each text before the other side. It begins at the end of the axis on that side, so that
 * the neighbours that could be in the way are placed already.
 */
function placeTowards(
  labels: readonly TimelineLabel[],
  width: number,
  reserved: number,
  first: 1 | -1,
): PlacedLabels | undefined {
  const places = new Map<TimelineLabel, LabelPlace>()
  let waiting = first === 1 ? labels.toReversed() : [...labels]
  let taken: Extent[] = []
  let level = 0
  while (waiting.length > 0) {
    level++
    taken = []
    for (const label of waiting) {
      for (const side of [first, -first] as (1 | -1)[]) {
        const text = extentOf(label, side)
        const isInside = text.left >= 0 && text.right <= width
        const isFree = isInside && !isCrossed(text, label, waiting) && !taken.some(other => meet(text, other))
        if (isFree && !places.has(label)) {
          places.set(label, { level, side })
          taken.push(text)
        }
      }
    }
    if (taken.length === 0)
      return undefined
    waiting = waiting.filter(label => !places.has(label))
  }
  const [start, end] = [
    { left: 0, right: reserved },
    { left: width - reserved, right: width },
  ].map(name => reserved === 0 || !taken.some(text => text.left < name.right && text.right > name.left))
  return {
    levels: level + (start || end ? 0 : 1),
    places: labels.flatMap(label => places.get(label) ?? []),
    nameAt: start || !end ? 'start' : 'end',
  }
}

function extentOf({ x, width }: TimelineLabel, side: 1 | -1): Extent {
  const left = side === 1 ? x + GAP : x - GAP - width
  return { left, right: left + width }
}

/** Whether the stem of another label runs through a text; events of one day share a stem. */
function isCrossed({ left, right }: Extent, own: TimelineLabel, labels: readonly TimelineLabel[]): boolean {
  return labels.some(({ x }) => Math.abs(x - own.x) > 1 && x > left - GAP && x < right + GAP)
}

function meet(a: Extent, b: Extent): boolean {
  return a.left < b.right + 2 * GAP && b.left < a.right + 2 * GAP
}
