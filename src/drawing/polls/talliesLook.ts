import type { Space } from './space.ts'
import { lineCount } from '../textWidthAnyScript.ts'

/** How the rows of two votes side by side are set, so that all of them fit; px. */
export interface TalliesLook {
  size: number
  leading: number
  /** Over and under a row. */
  padding: number
  condensed: boolean
}

const RULE = 1
const LOOKS: [TalliesLook, ...TalliesLook[]] = [
  { size: 21, leading: 27, padding: 15, condensed: false },
  { size: 21, leading: 26, padding: 11, condensed: false },
  { size: 19, leading: 24, padding: 9, condensed: false },
  { size: 17, leading: 21, padding: 5, condensed: false },
  { size: 17, leading: 20, padding: 4, condensed: true },
  { size: 15, leading: 16, padding: 2, condensed: true },
]

/** px that a table of these answers takes without its head. */
export function talliesHeight(
  labels: string[],
  { size, leading, padding, condensed }: TalliesLook,
  width: number,
): number {
  return labels.reduce((sum, label) => sum + lineCount(label, width, size, condensed) * leading + 2 * padding + RULE, 0)
}

/** The roomiest look in which all answers fit, or the tightest there is. */
export function talliesLook(labels: string[], { width, height }: Space): TalliesLook {
  return LOOKS.find(look => talliesHeight(labels, look, width) <= height) ?? LOOKS.at(-1) ?? LOOKS[0]
}
