import type { Space } from '../../drawing/polls/space.ts'
import { labelLines } from '../../drawing/polls/labelLines.ts'

/** How the answers at the ends of flows are set; px. */
export interface FlowType {
  size: number
  leading: number
  condensed: boolean
  /** Lines for which every row has room; what is longer is cut. */
  most: number
}

/** The roomiest first. */
export const FLOW_TYPES: [FlowType, ...FlowType[]] = [
  { size: 16, leading: 18, condensed: false, most: 2 },
  { size: 16, leading: 17, condensed: true, most: 2 },
  { size: 15, leading: 16, condensed: true, most: 2 },
  { size: 15, leading: 16, condensed: true, most: 1 },
]

/** Of an answer, wherever its row has room. */
const MOST_LINES = 3

/** An answer in the lines that its type allows, or in more of them where its row is high enough. */
export function linesOfAnswer(
  text: string,
  { size, leading, condensed, most }: FlowType,
  { width, height }: Space,
): string[] {
  return labelLines(
    text,
    { width, size, condensed },
    Math.max(most, Math.min(MOST_LINES, Math.floor(height / leading))),
  )
}
