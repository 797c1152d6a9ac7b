import type { SpacePx } from './space.ts'
import { lineCount } from '../textWidthAnyScript.ts'

/** Type and spacing of a table of two votes; px. */
export interface TalliesLook {
  size: number
  leading: number
  /** Above a row, and the same below it. */
  padding: number
  condensed: boolean
}

const RULE_PX = 1
const LOOKS: [TalliesLook, ...TalliesLook[]] = [
  { size: 21, leading: 27, padding: 15, condensed: false },
  { size: 21, leading: 26, padding: 11, condensed: false },
  { size: 19, leading: 24, padding: 9, condensed: false },
  { size: 17, leading: 21, padding: 5, condensed: false },
  { size: 17, leading: 20, padding: 4, condensed: true },
  { size: 15, leading: 16, padding: 2, condensed: true },
]

/** Height in px of a table with these answers, without its head. */
export function talliesHeight(
  labels: string[],
  { size, leading, padding, condensed }: TalliesLook,
  width: number,
): number {
  return labels
    .map(label => lineCount(label, width, size, condensed) * leading + 2 * padding + RULE_PX)
    .reduce((sum, height) => sum + height, 0)
}

/** The largest look in which all answers fit, or else the smallest one. */
export function talliesLook(labels: string[], { width, height }: SpacePx): TalliesLook {
  return LOOKS.find(look => talliesHeight(labels, look, width) <= height) ?? LOOKS.at(-1) ?? LOOKS[0]
}
