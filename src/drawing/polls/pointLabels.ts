import type { LabelType } from './labelLines.ts'
import { lineCount } from '../textWidthAnyScript.ts'
import { labelLines } from './labelLines.ts'

/** The words at a point of a scale, in lines; px. */
export interface PointLabel {
  x: number
  anchor: 'start' | 'middle' | 'end'
  lines: string[]
}

/** The words of all points, set alike; px. */
export interface PointLabels {
  labels: PointLabel[]
  size: number
  leading: number
  condensed: boolean
  /** Of the tallest label. */
  height: number
}

const TYPES = [
  { size: 24, condensed: false },
  { size: 22, condensed: false },
  { size: 20, condensed: false },
  { size: 18, condensed: false },
  { size: 18, condensed: true },
]
const LEADING = 1.16
/** Between two labels. */
const GAP_PX = 10

/**
 * Sets the words under the points of a scale, in the largest type that breaks no word and takes no more height. Where
 * only the ends have words each may take half of the width; one that is as narrow as its point is centred under it.
 *
 * @param labels of the points; empty for none
 * @param place of the points
 * @param place.left where the first point begins, px
 * @param place.width from there to the end of the last one, px
 * @param mostHeight px; words that need more in the smallest type are cut
 */
export function layOutPointLabels(
  labels: readonly string[],
  { left, width }: { left: number, width: number },
  mostHeight: number,
): PointLabels {
  const onlyEnds = labels.slice(1, -1).every(label => label === '')
  const slot = width / Math.max(1, labels.length)
  const room = onlyEnds ? width / 2 - GAP_PX : slot - GAP_PX
  const given = labels.filter(label => label !== '')
  const heightIn = ({ size, condensed }: typeof TYPES[number]) =>
    Math.max(0, ...given.map(label => lineCount(label, room, size, condensed))) * size * LEADING
  const breaksNone = ({ size, condensed }: typeof TYPES[number]) =>
    given.every(label => label.split(/\s+/).every(word => lineCount(word, room, size, condensed) === 1))
  const fitting = TYPES.filter(type => heightIn(type) <= mostHeight)
  const type = fitting.find(breaksNone) ?? fitting[0] ?? { size: 18, condensed: true }
  const leading = type.size * LEADING
  const line: LabelType = { width: room, ...type }
  const mostLines = Math.max(1, Math.floor(mostHeight / leading))
  const placed = labels.flatMap((label, i): PointLabel[] => {
    if (label === '')
      return []
    const lines = labelLines(label, line, mostLines)
    const isNarrow = lineCount(label, slot - GAP_PX, type.size, type.condensed) === 1
    if (!onlyEnds || isNarrow)
      return [{ x: left + slot * (i + 0.5), anchor: 'middle', lines }]
    return [i === 0 ? { x: left, anchor: 'start', lines } : { x: left + width, anchor: 'end', lines }]
  })
  const height = Math.max(0, ...placed.map(({ lines }) => lines.length)) * leading
  return { labels: placed, ...type, leading, height }
}
