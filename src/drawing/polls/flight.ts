import type { BlockScale } from './blocks.ts'
import { GAP_PX } from './blocks.ts'

/** How one person's block comes from the line of people who answered to its place in a bar. */
export interface BlockFlight {
  /** Left edge and width in its bar, px. */
  x: number
  width: number
  /** Where it comes from, against its place in the bar, px. */
  dx: number
  dy: number
  /** Before it sets off, ms. */
  wait: number
}

/** All blocks of a bar, and when the last of them has landed, ms. */
export interface BarFlight {
  blocks: BlockFlight[]
  landed: number
}

/** A bar that is flown to: people, and its left end and foot in the picture, px. */
export interface FlownBar {
  people: number
  left: number
  foot: number
}

/** How long one block flies, and how the others follow it: the shortest bar sets off first, the longest last. ms */
export const FLIGHT_MS = { block: 400, bars: 300, blocks: 200 }

/**
 * The flight of every person's block from one line at the foot of the picture, on which all stand side by side, to
 * their bars. All have landed within a second.
 *
 * @param bars of the picture
 * @param scale of the bars; solid bars have no single blocks and only a time
 * @param width of the line, px
 * @param line height at which it lies in the picture, px
 */
export function flightsOf(
  bars: readonly FlownBar[],
  scale: BlockScale,
  width: number,
  line: number,
): BarFlight[] {
  const people = Math.max(1, bars.reduce((sum, bar) => sum + bar.people, 0))
  const shortestFirst = bars.map((_, i) => i).sort((a, b) => (bars[a]?.people ?? 0) - (bars[b]?.people ?? 0))
  let before = 0
  return bars.map((bar, i) => {
    const start = FLIGHT_MS.bars * shortestFirst.indexOf(i) / Math.max(1, bars.length - 1)
    const first = before
    before += bar.people
    const blocks = scale.solid
      ? []
      : Array.from({ length: bar.people }, (_, block) => {
          const x = block * scale.pitch
          return {
            x,
            width: scale.pitch - GAP_PX,
            dx: (first + block) / people * width - bar.left - x,
            dy: line - bar.foot,
            wait: start + FLIGHT_MS.blocks * block / bar.people,
          }
        })
    return { blocks, landed: start + FLIGHT_MS.blocks + FLIGHT_MS.block }
  })
}
