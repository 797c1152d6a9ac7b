import type { SpacePx } from '../../drawing/polls/space.ts'
import { labelLines } from '../../drawing/polls/labelLines.ts'

/** Type in which the answers at both ends of the flows are set; sizes in px. */
export interface FlowType {
  size: number
  leading: number
  condensed: boolean
  /** Lines that every row has room for; longer answers are cut unless their row is higher. */
  maxLines: number
}

/** The largest first. */
export const FLOW_TYPES: [FlowType, ...FlowType[]] = [
  { size: 22, leading: 24, condensed: false, maxLines: 2 },
  { size: 20, leading: 22, condensed: false, maxLines: 2 },
  { size: 20, leading: 21, condensed: true, maxLines: 2 },
  { size: 18, leading: 19, condensed: true, maxLines: 2 },
  { size: 18, leading: 19, condensed: true, maxLines: 1 },
]

/** Lines of an answer, however high its row is. */
const MAX_LINES = 3

/** Breaks an answer into the lines that its type allows, or into more where its row is high enough. */
export function linesOfAnswer(
  text: string,
  { size, leading, condensed, maxLines }: FlowType,
  { width, height }: SpacePx,
): string[] {
  return labelLines(
    text,
    { width, size, condensed },
    Math.max(maxLines, Math.min(MAX_LINES, Math.floor(height / leading))),
  )
}
