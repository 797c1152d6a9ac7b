import type { SpacePx } from './space.ts'
import { lineCount, textWidthAnyScript } from '../textWidthAnyScript.ts'
import { labelLines } from './labelLines.ts'

/** What is said at the low and the high end of both directions. */
export interface PlaneEnds {
  across: readonly [low: string, high: string]
  up: readonly [low: string, high: string]
}

/** A label at an end of the plane, in lines; px. */
export interface PlaneLabel {
  x: number
  /** Middle of its first line. */
  y: number
  anchor: 'start' | 'end'
  lines: string[]
}

interface Spot { x: number, y: number }
interface Rect { x: number, y: number, width: number, height: number }

/** A plane with as many places each way as there are steps, beside a list. Everything in px. */
export interface Plane {
  plane: Rect
  /** Of one place. */
  cell: SpacePx
  /** What is left for the list, which stands at the right. */
  list: SpacePx
  labels: PlaneLabel[]
  labelSize: number
  leading: number
}

/** What a room has said of one item. */
export interface PlacedItem {
  /** Number of people by place, row by row from the bottom left. */
  cells: readonly number[]
  /** Where its number stands, in steps from 1; undefined where nobody placed it. */
  middle?: readonly [across: number, up: number] | undefined
}

/** An item on the plane: the middle of its number, and those of its marks. */
export interface ItemOnPlane {
  plate?: Spot | undefined
  marks: Spot[]
}

export interface Cloud {
  items: ItemOnPlane[]
  /** Side of a number's plate, and diameter of a mark. */
  plate: number
  mark: number
  /** How many people a mark stands for, at most. */
  peopleEach: number
}

const LABEL = { size: 20, leading: 22, gap: 12 }
/** Most of the width for the list, which gives way to labels whose words would break. */
const LIST = { telling: 0.35, asking: 0.56, least: 0.36, step: 0.02, gap: 30 }
/** Most of what is left for the labels of the upward direction. */
const MOST_UP = 0.34
/** Under the plane: the labels of the direction across, of up to two lines. */
const BELOW_GAP = 8
const [MOST_PLATE, PLATE_SHARE, PLATE_GAP] = [40, 0.72, 4]
/** From one mark to the next; with more people on a slide, or closer marks, one stands for several. */
const PITCH = { most: 11, least: 3.4, step: 0.2 }
const MOST_SINGLE = 250
const MARK_SHARE = 0.78

/**
 * Lays out an empty plane with its labels.
 *
 * @param ends of both directions
 * @param steps each way
 * @param space of plane and list
 * @param state while the room is asked, the list has more of the space
 */
export function layOutPlane(
  ends: PlaneEnds,
  steps: number,
  { width, height }: SpacePx,
  state: 'asking' | 'telling',
): Plane {
  const { list, left, across } = shareOut(ends, width, LIST[state])
  const linesOf = (text: string, room: number, most: number) =>
    labelLines(text, { width: room, size: LABEL.size }, most)
  const below = ends.across.map(text => linesOf(text, across / 2 - LABEL.gap, 2))
  const belowHeight = Math.max(...below.map(lines => lines.length)) * LABEL.leading + BELOW_GAP
  const cell = { width: Math.floor(across / steps), height: Math.floor((height - belowHeight) / steps) }
  const plane = { x: left, y: 0, width: cell.width * steps, height: cell.height * steps }
  const mostUp = Math.max(1, Math.floor(plane.height / 2 / LABEL.leading))
  const [low, high] = ends.up.map(text => linesOf(text, left - LABEL.gap, mostUp))
  const half = LABEL.leading / 2
  const bottom = plane.height + BELOW_GAP + half
  const upX = left - LABEL.gap
  return {
    plane,
    cell,
    list: { width: list, height: state === 'asking' ? height : plane.height },
    labelSize: LABEL.size,
    leading: LABEL.leading,
    labels: [
      { x: upX, y: half, anchor: 'end', lines: high ?? [] },
      { x: upX, y: plane.height - half - ((low?.length ?? 1) - 1) * LABEL.leading, anchor: 'end', lines: low ?? [] },
      { x: plane.x, y: bottom, anchor: 'start', lines: below[0] ?? [] },
      { x: plane.x + plane.width, y: bottom, anchor: 'end', lines: below[1] ?? [] },
    ],
  }
}

/** Widths of list, upward labels and plane: the list gets its share, or less where words would break. */
function shareOut(ends: PlaneEnds, width: number, share: number): { list: number, left: number, across: number } {
  const widest = (texts: readonly string[]) =>
    Math.ceil(Math.max(...texts.flatMap(text => text.split(/\s+/)).map(word => textWidthAnyScript(word, LABEL.size))))
  const list = Math.floor(width * share)
  const area = width - list - LIST.gap
  const left = Math.min(widest(ends.up) + 1, Math.floor(area * MOST_UP)) + LABEL.gap
  const across = area - left
  return across / 2 - LABEL.gap < widest(ends.across) && share - LIST.step >= LIST.least
    ? shareOut(ends, width, share - LIST.step)
    : { list, left, across }
}

/** The list of what is placed. Everything in px. */
export interface PlaneList {
  rowHeight: number
  plate: number
  textSize: number
  /** The words of each row, broken into lines. */
  rows: string[][]
}

const ROW = { most: 62, plate: 40, gap: 12, between: 8 }
const TEXT = { most: 26, least: 18, leading: 1.08 }

/** The largest type in which every text fits its row; where none does, words are cut. */
export function layOutPlaneList(texts: readonly string[], { width, height }: SpacePx): PlaneList {
  const rowHeight = Math.floor(Math.min(ROW.most, height / Math.max(1, texts.length)))
  const plate = Math.min(ROW.plate, rowHeight - ROW.between)
  const room = width - plate - ROW.gap
  const { leading } = TEXT
  const sizes = Array.from({ length: TEXT.most - TEXT.least + 1 }, (_, i) => TEXT.most - i)
  // Two rows of words are well apart, but a word more or less decides over them in the smallest type.
  const most = (size: number) => rowHeight - (size > TEXT.least ? ROW.between : 1)
  const fits = (size: number) => texts.every(text => lineCount(text, room, size) * size * leading <= most(size))
  const textSize = sizes.find(fits) ?? TEXT.least
  const lines = Math.max(1, Math.floor((rowHeight - 1) / (textSize * leading)))
  const rows = texts.map(text => labelLines(text, { width: room, size: textSize }, lines))
  return { rowHeight, plate, textSize, rows }
}

/** Widest line of a label, px. */
export const labelWidth = ({ lines }: PlaneLabel): number =>
  Math.max(...lines.map(line => textWidthAnyScript(line, LABEL.size)))

/**
 * Puts a room's places on a plane: each item's number at its middle, and its people as marks around the middles of
 * their places. No two of them touch.
 *
 * @param items that were placed
 * @param people who answered
 * @param layout of the plane
 */
export function layOutCloud(items: readonly PlacedItem[], people: number, layout: Plane): Cloud {
  const size = Math.floor(Math.min(MOST_PLATE, layout.cell.height * PLATE_SHARE, layout.cell.width * PLATE_SHARE))
  const plates = placePlates(items, size, layout)
  const taken = plates.flatMap(plate => plate ?? [])
  const slots = Array.from({ length: (items[0]?.cells.length ?? 0) }, (_, cell) => slotsOf(cell, layout, taken, size))
  for (let each = Math.max(1, Math.ceil(people / MOST_SINGLE)); ; each++) {
    const counts = items.map(({ cells }) => cells.map(count => Math.ceil(count / each)))
    const needed = slots.map((_, cell) => counts.reduce((sum, cells) => sum + (cells[cell] ?? 0), 0))
    const pitch = largestPitch(slots, needed)
    if (pitch === undefined)
      continue
    const marks = marksOf(slots.map(free => free(pitch)), counts)
    return {
      items: items.map((_, i) => ({ plate: plates[i], marks: marks[i] ?? [] })),
      plate: size,
      mark: pitch * MARK_SHARE,
      peopleEach: each,
    }
  }
}

/** Middles that lie on one spot stand side by side; a number that has no room goes to the nearest place that has. */
function placePlates(items: readonly PlacedItem[], size: number, layout: Plane): (Spot | undefined)[] {
  const step = size + PLATE_GAP
  const done: Spot[] = []
  return items.map(({ middle }, i) => {
    if (!middle)
      return undefined
    const isHere = (other: PlacedItem) => other.middle?.[0] === middle[0] && other.middle[1] === middle[1]
    const [before, all] = [items.slice(0, i).filter(isHere).length, items.filter(isHere).length]
    const aim = spotOf(middle, layout)
    const put = freeSpot({ x: aim.x + (before - (all - 1) / 2) * step, y: aim.y }, done, step, layout.plane)
    done.push(put)
    return put
  })
}

function freeSpot(aim: Spot, done: readonly Spot[], step: number, { x, y, width, height }: Rect): Spot {
  const keep = (value: number, from: number, length: number) =>
    Math.min(from + length - step / 2, Math.max(from + step / 2, value))
  for (let radius = 0; radius <= width; radius += 3) {
    for (let turn = 0; turn < (radius === 0 ? 1 : 24); turn++) {
      const angle = turn / 12 * Math.PI
      const spot = {
        x: keep(aim.x + radius * Math.cos(angle), x, width),
        y: keep(aim.y + radius * Math.sin(angle), y, height),
      }
      if (done.every(other => Math.max(Math.abs(other.x - spot.x), Math.abs(other.y - spot.y)) >= step))
        return spot
    }
  }
  return aim
}

function spotOf([across, up]: readonly [number, number], { plane, cell }: Plane): Spot {
  return { x: plane.x + (across - 0.5) * cell.width, y: plane.y + plane.height - (up - 0.5) * cell.height }
}

type Slots = (pitch: number) => Spot[]

/** The middles of all marks that a place has room for beside the plates, from its own middle outwards. */
function slotsOf(index: number, layout: Plane, plates: readonly Spot[], plate: number): Slots {
  const { plane, cell } = layout
  const steps = Math.round(plane.width / cell.width)
  const middle = spotOf([index % steps + 1, Math.floor(index / steps) + 1], layout)
  // A mark keeps its own width from the edge, so that two places are told apart.
  return (pitch) => {
    const fitting = (length: number) => Math.max(1, Math.floor((length - pitch) / pitch))
    const [columns, rows] = [fitting(cell.width), fitting(cell.height)]
    const far = ({ x, y }: Spot) =>
      ((x - middle.x) / cell.width) ** 2 + ((y - middle.y) / cell.height) ** 2
    return Array.from({ length: columns * rows }, (_, i) => ({
      x: middle.x + (i % columns - (columns - 1) / 2) * pitch,
      y: middle.y + (Math.floor(i / columns) - (rows - 1) / 2) * pitch,
    }))
      .filter(({ x, y }) => plates.every(other =>
        Math.max(Math.abs(other.x - x), Math.abs(other.y - y)) >= (plate + pitch) / 2))
      .sort((a, b) => far(a) - far(b))
  }
}

function largestPitch(slots: Slots[], needed: readonly number[]): number | undefined {
  const fits = (pitch: number) =>
    slots.every((free, cell) => (needed[cell] ?? 0) === 0 || free(pitch).length >= (needed[cell] ?? 0))
  for (let pitch = PITCH.most; pitch >= PITCH.least; pitch -= PITCH.step) {
    if (fits(pitch))
      return pitch
  }
  return undefined
}

/** Each item's marks lie together, in the order of the items from the left. */
function marksOf(slots: Spot[][], counts: readonly (readonly number[])[]): Spot[][] {
  const marks = counts.map((): Spot[] => [])
  slots.forEach((free, cell) => {
    const all = counts.reduce((sum, cells) => sum + (cells[cell] ?? 0), 0)
    const used = free.slice(0, all).sort((a, b) => a.x - b.x || a.y - b.y)
    let from = 0
    counts.forEach((cells, item) => {
      const to = from + (cells[cell] ?? 0)
      marks[item]?.push(...used.slice(from, to))
      from = to
    })
  })
  return marks
}
