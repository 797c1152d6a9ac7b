import type { SpacePx } from './space.ts'

/** Somebody's place on the axis, px, and whether they are marked among the others. */
export interface PlacedPerson { x: number, isHit: boolean }

/** A part of the width over which something is written, so that dots below it have less height; px. */
export interface Cover { from: number, to: number, height: number }

/** One bin with its people; px, and its height up from the axis. */
export interface DotStack {
  x: number
  width: number
  height: number
  people: number
  hits: number
}

/** Everything in px, from the left end of the axis, beyond which a stack may reach by half its width. */
export interface DotStacks {
  /** From one dot to the next. */
  pitch: number
  /** Whether the stacks are drawn as bars, because there are too many people to tell apart. */
  solid: boolean
  stacks: DotStack[]
  /** One for each person, in the order in which they were given, `y` up from the axis; none where stacks are solid. */
  dots: { x: number, y: number, isHit: boolean }[]
}

/** With more people than this, single dots are a grey haze; and closer than this, they run together on a projector. */
const [MOST_SINGLE, LEAST_PITCH] = [250, 3]
/** A few people are not to look like many, px. */
const WIDEST_PITCH = 40
/** Where one dot to a row would be smaller than this, rows get more dots, px. */
const SMALL_PITCH = 11
/** No bin is wider than this, and so many px is that of solid stacks. */
const [WIDEST_BIN, SOLID_BIN] = [44, 16]
const PITCH_STEP = 0.5

interface Bins { width: number, groups: Map<number, number[]>, middleOf: (bin: number) => number }

/**
 * Stacks people in bins of equal width on an axis, as large as the space allows.
 *
 * @param people in any order
 * @param space above the axis
 * @param options what else is in the picture
 * @param options.centre a place that has to be the middle of a bin; without it the bins begin with the axis
 * @param options.covers what is written over the dots
 */
export function stackDots(
  people: readonly PlacedPerson[],
  space: SpacePx,
  options: { centre?: number | undefined, covers?: readonly Cover[] | undefined } = {},
): DotStacks {
  const arrangement = people.length > MOST_SINGLE ? undefined : bestArrangement(people, space, options)
  return arrangement ? singleDots(people, space, arrangement, options.centre) : solidStacks(people, space, options)
}

interface Arrangement { pitch: number, perRow: number }

/** One dot to a row unless that makes them small; of equals the one with the largest dots. */
function bestArrangement(
  people: readonly PlacedPerson[],
  space: SpacePx,
  { centre, covers }: Parameters<typeof stackDots>[2] & object,
): Arrangement | undefined {
  const found: Arrangement[] = []
  for (let perRow = 1; perRow * LEAST_PITCH <= WIDEST_BIN; perRow++) {
    const most = Math.min(WIDEST_PITCH, perRow === 1 ? WIDEST_PITCH : WIDEST_BIN / perRow)
    const pitches = Array.from({ length: Math.floor((most - LEAST_PITCH) / PITCH_STEP) + 1 }, (_, i) =>
      most - i * PITCH_STEP)
    const pitch = pitches.find((size) => {
      const bins = binsOf(people, space.width, size * perRow, centre)
      return [...bins.groups].every(([bin, { length }]) =>
        Math.ceil(length / perRow) * size <= roomAt(bins, bin, space.height, covers))
    })
    if (pitch !== undefined && pitch >= SMALL_PITCH)
      return { pitch, perRow }
    if (pitch !== undefined)
      found.push({ pitch, perRow })
  }
  return found.sort((a, b) => b.pitch - a.pitch)[0]
}

function singleDots(
  people: readonly PlacedPerson[],
  { width }: SpacePx,
  { pitch, perRow }: Arrangement,
  centre: number | undefined,
): DotStacks {
  const bins = binsOf(people, width, pitch * perRow, centre)
  const dots = people.map(({ x, isHit }) => ({ x, y: 0, isHit }))
  const stacks = [...bins.groups].map(([bin, members]): DotStack => {
    const middle = bins.middleOf(bin)
    for (const [place, index] of members.entries()) {
      const dot = dots[index]
      const row = Math.floor(place / perRow)
      const inRow = Math.min(perRow, members.length - row * perRow)
      if (dot)
        Object.assign(dot, { x: middle + (place % perRow - (inRow - 1) / 2) * pitch, y: (row + 0.5) * pitch })
    }
    return stackOf(people, members, { middle, width: bins.width, height: Math.ceil(members.length / perRow) * pitch })
  })
  return { pitch, solid: false, stacks, dots }
}

function solidStacks(
  people: readonly PlacedPerson[],
  space: SpacePx,
  { centre, covers }: Parameters<typeof stackDots>[2] & object,
): DotStacks {
  const bins = binsOf(people, space.width, SOLID_BIN, centre)
  const unit = Math.min(
    WIDEST_PITCH,
    ...[...bins.groups].map(([bin, { length }]) => roomAt(bins, bin, space.height, covers) / length),
  )
  const stacks = [...bins.groups].map(([bin, members]) =>
    stackOf(people, members, { middle: bins.middleOf(bin), width: bins.width, height: members.length * unit }))
  return { pitch: SOLID_BIN, solid: true, stacks, dots: [] }
}

function stackOf(
  people: readonly PlacedPerson[],
  members: number[],
  { middle, width, height }: { middle: number, width: number, height: number },
): DotStack {
  return {
    x: middle - width / 2,
    width,
    height,
    people: members.length,
    hits: members.filter(index => people[index]?.isHit).length,
  }
}

/** People by bin, those who are marked first. The bins at the ends may reach half a bin beyond the axis. */
function binsOf(people: readonly PlacedPerson[], width: number, wanted: number, centre: number | undefined): Bins {
  const bin = centre === undefined ? width / Math.max(1, Math.floor(width / wanted)) : wanted
  const start = centre === undefined ? 0 : centre - bin / 2
  const [first, last] = [Math.ceil(-start / bin - 0.5), Math.floor((width - start) / bin - 0.5)]
  const groups = new Map<number, number[]>()
  for (const [index, { x }] of people.entries()) {
    const at = Math.max(first, Math.min(last, Math.floor((x - start) / bin)))
    const members = groups.get(at)
    if (members)
      members.push(index)
    else
      groups.set(at, [index])
  }
  for (const members of groups.values())
    members.sort((a, b) => Number(people[b]?.isHit) - Number(people[a]?.isHit) || a - b)
  return { width: bin, groups, middleOf: at => start + (at + 0.5) * bin }
}

function roomAt({ width, middleOf }: Bins, bin: number, height: number, covers: readonly Cover[] = []): number {
  const middle = middleOf(bin)
  const over = covers.filter(({ from, to }) => middle + width / 2 > from && middle - width / 2 < to)
  return height - Math.max(0, ...over.map(cover => cover.height))
}
