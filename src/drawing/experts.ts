import type { Box } from './textMetrics.ts'
import { textWidth } from './textMetrics.ts'

/** How a layer of a mixture of experts is built. */
export interface ExpertCounts {
  /** Experts that a switch chooses from. */
  routed: number
  /** Groups that they are spread over, all of one size. */
  groups: number
  /** Routed experts that a token wakes. */
  awake: number
  /** Groups that they come from, at most. */
  reach: number
  /** Experts that are always awake. */
  shared: number
}

export interface DrawnToken {
  word: string
  box: Box
  /** Places of its experts in `cells`. */
  awake: number[]
  /** From each of them to the word, as an SVG path. */
  curves: string[]
}

export interface ExpertsPicture {
  width: number
  height: number
  /** One for each routed expert, group by group. */
  cells: Box[]
  /** The shared expert. */
  bar: Box
  tokens: DrawnToken[]
  /** Right end and baseline of the count. */
  count: { x: number, y: number }
}

interface Size { width: number, height: number }

/** Type of the words and of the count, px; Experts.vue sets it so. */
export const SIZES = { word: 42, count: 60 } as const
/** Rows of a group. */
const ROWS = 8
const GROUP_GAP = 12
const CELL_GAP = 4
const BAR = { gap: 8, height: 30 } as const
const WORD = { pad: 14, gap: 8, height: 60 } as const
/** Space that the count needs at the right, px. */
const COUNT_WIDTH = 300
const LEAST_CURVE = 36

/**
 * Invented, but always the same: which experts each token wakes. No two tokens wake the same ones.
 *
 * @param tokens how many tokens
 * @returns for each token the places of its experts, in order
 * @throws {Error} where the counts do not fit together
 */
export function awakeExperts(tokens: number, { routed, groups, awake, reach }: ExpertCounts): number[][] {
  const size = routed / groups
  if (!Number.isInteger(size) || reach > groups || awake < reach || awake > reach * size) {
    throw new Error(
      `Experts: ${awake} of ${routed} experts in ${reach} of ${groups} groups cannot be drawn; mend the figures in `
      + 'evidence/claims.yaml.',
    )
  }
  const next = randomBelow(7)
  return Array.from({ length: tokens }, () => {
    const chosen = draw(reach, groups, next)
    // One expert of each group, so that the token reaches as far as it may; the others from any of them.
    const first = chosen.map(group => group * size + next(size))
    const rest = chosen
      .flatMap(group => Array.from({ length: size }, (_, i) => group * size + i))
      .filter(place => !first.includes(place))
    return [...first, ...draw(awake - reach, rest.length, next).map(i => rest[i] ?? 0)].sort((a, b) => a - b)
  })
}

/** `count` different numbers below `most`. */
function draw(count: number, most: number, next: (below: number) => number): number[] {
  const left = Array.from({ length: most }, (_, i) => i)
  return Array.from({ length: count }, () => left.splice(next(left.length), 1)[0] ?? 0)
}

/** A linear congruential generator (Numerical Recipes), so that every window and every print draws the same. */
function randomBelow(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (1664525 * state + 1013904223) >>> 0
    return Math.floor(state / 2 ** 32 * below)
  }
}

/**
 * Groups of cells above a bar for the shared expert, and below it the words; curves lead from each to its cells.
 *
 * @param words one token each
 * @param size of the picture, px
 * @throws {Error} where the words or the cells do not fit
 */
export function layOutExperts(words: readonly string[], counts: ExpertCounts, size: Size): ExpertsPicture {
  const awake = awakeExperts(words.length, counts)
  const wordY = size.height - WORD.height
  const { cells, bottom } = layOutCells(counts, size.width, wordY - LEAST_CURVE - BAR.gap - BAR.height)
  const bar = { x: 0, y: bottom + BAR.gap, width: size.width, height: BAR.height }
  let x = 0
  const tokens = words.map((word, i): DrawnToken => {
    const box = { x, y: wordY, width: textWidth(word, SIZES.word, true) + 2 * WORD.pad, height: WORD.height }
    x += box.width + WORD.gap
    const places = awake[i] ?? []
    return { word, box, awake: places, curves: places.map(place => curve(cells[place], bar, box)) }
  })
  if (x > size.width - COUNT_WIDTH)
    throw new Error(`Experts: the words "${words.join(' ')}" do not fit beside the count; give fewer or shorter ones.`)
  return { ...size, cells, bar, tokens, count: { x: size.width, y: size.height - 12 } }
}

function layOutCells({ routed, groups }: ExpertCounts, width: number, height: number) {
  const perGroup = routed / groups
  const columns = Math.ceil(perGroup / ROWS)
  const pitch = (width + CELL_GAP - (groups - 1) * GROUP_GAP) / (groups * columns)
  const rowPitch = Math.min(pitch, (height + CELL_GAP) / ROWS)
  if (Math.min(pitch, rowPitch) < 2 * CELL_GAP)
    throw new Error(`Experts: ${routed} cells do not fit into ${width} × ${height} px; give the picture more room.`)
  const cells = Array.from({ length: routed }, (_, place): Box => {
    const [group, within] = [Math.floor(place / perGroup), place % perGroup]
    return {
      x: (group * columns + Math.floor(within / ROWS)) * pitch + group * GROUP_GAP,
      y: within % ROWS * rowPitch,
      width: pitch - CELL_GAP,
      height: rowPitch - CELL_GAP,
    }
  })
  return { cells, bottom: ROWS * rowPitch - CELL_GAP }
}

/** Straight down from the cell to the bar, then in a bow to the middle of the word. */
function curve(cell: Box | undefined, bar: Box, word: Box): string {
  if (!cell)
    return ''
  const [x, end] = [cell.x + cell.width / 2, word.x + word.width / 2]
  const [top, bottom] = [bar.y + bar.height, word.y]
  const bend = (bottom - top) * 0.7
  return `M${x} ${cell.y + cell.height}V${top}C${x} ${top + bend} ${end} ${bottom - bend} ${end} ${bottom}`
}
